"""The pattern language of rule files, turned into one small regular expression each.

A pattern says how a relation is put into words, with every word left to the language:

    {whole} ~ , {part} <of-whom>

fits "50,000 fighters in Ukraine, 40,000 of whom …". The expression does not run
over letters. A passage is first folded into one character a token: `w` for a word, a
capital letter for a figure of each kind, `f` for a hedge or other filler before it, `|` for the end of a sentence, marks as
themselves, and a private character for each cue class that the pattern names.
So a pattern compiles in microseconds and runs at C speed.

Signs: `{role}` one figure; `{role+}` figures in a list; `<class>` a cue, `<a/b>` either;
`<!a/b>` no such cue just here; `~` up to twelve words and marks, no figure (`~3` up to three); `~~` up
to thirty words, figures allowed; `|` the end of a sentence; `[ … ]` may be left out;
punctuation stands for itself; any other word stands for itself too, which only a
newsroom's own rules use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

LETTERS = {
    "count": "C", "money": "M", "measure": "U", "percent": "P", "points": "O", "share": "S",
    "multiple": "X", "duration": "D", "age": "A", "year": "Y", "date": "T", "time": "H",
    "ordinal": "N", "score": "R",
}  # fmt: skip
FIGURES = "".join(LETTERS.values())
SENTENCE_END = "|"
FIRST_CLASS = 0xE000  # private characters stand for the cue classes of one pattern

SIGN = re.compile(
    r"\s*(?:\{(?P<role>[a-z][a-z_]*)(?P<plural>\+?)\}|<(?P<absent>!?)(?P<cue>[^<>]+)>"
    r"|(?P<gap>~~|~\d{0,2})|(?P<open>\[)|(?P<close>\])|(?P<word>[^\W\d_][\w'’-]*)|(?P<mark>[^\w\s]))"
)


class PatternError(ValueError):
    """A pattern that cannot be read: the message says which sign and where."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a pattern: its type and what it names."""

    type: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as written, and what must be present before it is worth trying.

    `classes` are the cue classes in the order of their private characters, `needs`
    the groups of classes of which one each must occur, `roles` the roles it fills.
    """

    source: str
    signs: tuple[Sign, ...]
    classes: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    roles: tuple[tuple[str, bool], ...]
    marks: frozenset[str]


@cache
def parse(source: str) -> Pattern:
    """Read one pattern.

    >>> parse("{part} <of-whom>").classes
    ('of-whom',)
    """
    signs = tuple(_signs(source))
    depth, needs, roles, classes, marks = 0, [], [], [], set()
    for sign in signs:
        depth += {"open": 1, "close": -1}.get(sign.type, 0)
        if sign.type in ("cue", "absent"):
            classes += [name for name in sign.names if name not in classes]
        if sign.type == "cue" and not depth:
            needs.append(frozenset(sign.names))
        if sign.type == "mark" and not depth:
            marks.add(sign.names[0])
        if sign.type in ("role", "roles"):
            roles.append((sign.names[0], sign.type == "roles"))
    if depth:
        raise PatternError(f"unbalanced [ ] in pattern {source!r}")
    if not roles:
        raise PatternError(f"no {{role}} in pattern {source!r}")
    return Pattern(source, signs, tuple(classes), tuple(needs), tuple(roles), frozenset(marks))


def _signs(source: str) -> list[Sign]:
    found, at = [], 0
    while at < len(source.rstrip()):
        sign = SIGN.match(source, at)
        if not sign:
            raise PatternError(f"cannot read {source[at:].strip()[:20]!r} in pattern {source!r}")
        found.append(_sign(sign))
        at = sign.end()
    return found


def _sign(sign: re.Match[str]) -> Sign:
    if role := sign["role"]:
        return Sign("roles" if sign["plural"] else "role", (role,))
    if cue := sign["cue"]:
        return Sign("absent" if sign["absent"] else "cue", tuple(part.strip() for part in cue.split("/")))
    if gap := sign["gap"]:
        return Sign("reach") if gap == "~~" else Sign("gap", (gap[1:] or "12",))
    if sign["open"] or sign["close"]:
        return Sign("open" if sign["open"] else "close")
    if word := sign["word"]:
        return Sign("cue", ("=" + word.lower(),))
    return Sign("mark", (sign["mark"],))


@cache
def expression(pattern: Pattern, kinds: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """The compiled form of a pattern, given the figure letters that each role may be.

    A role that stands twice gets a numbered group each time (`part`, `part_2`).
    """
    letters: Mapping[str, str] = dict(kinds)
    private = {name: chr(FIRST_CLASS + i) for i, name in enumerate(pattern.classes)}
    seen: dict[str, int] = {}
    pieces = [_piece(sign, letters, private, seen) for sign in pattern.signs]
    return re.compile("".join(pieces))


def _piece(sign: Sign, letters: Mapping[str, str], private: Mapping[str, str], seen: dict[str, int]) -> str:
    if sign.type in ("role", "roles"):
        return _role(sign, letters, seen)
    if sign.type in ("cue", "absent"):
        group = "[" + "".join(private[name] for name in sign.names) + "]"
        return f"(?!{group})" if sign.type == "absent" else group
    if sign.type == "mark":
        return re.escape(sign.names[0])
    if sign.type == "gap":
        return f"[^{FIGURES}{SENTENCE_END}]{{0,{sign.names[0]}}}?"
    return {
        "reach": f"[^{SENTENCE_END}]{{0,30}}?",
        "open": "(?:",
        "close": ")?",
    }[sign.type]


def _role(sign: Sign, letters: Mapping[str, str], seen: dict[str, int]) -> str:
    name = sign.names[0]
    seen[name] = seen.get(name, 0) + 1
    group = name if seen[name] == 1 else f"{name}_{seen[name]}"
    one = f"[{letters[name]}]"
    if sign.type == "role":
        return f"f{{0,6}}(?P<{group}>{one})"
    # "21, Diallo 14 and Reed, who missed two months with a broken toe, nine": other kinds may stand between
    return f"f{{0,6}}(?P<{group}>{one}(?:[^{letters[name]}{SENTENCE_END}]{{0,14}}{one})*)"
