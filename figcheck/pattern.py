"""The pattern language of rule files, turned into one small regular expression each.

A pattern says how a relation is put into words, with every word left to the language:

    {whole} ~ , {part} <of-whom>

fits "50,000 fighters in Ukraine, 40,000 of whom …". The expression does not run
over letters. A passage is first folded into one character a token: `w` for a word, a
capital letter for a figure of each kind, `f` for a hedge or other filler before it, `|`
for the end of a sentence, marks as themselves, and a private character for each cue
class that the pattern names.
So a pattern compiles in microseconds and runs at C speed.

Signs: `{role}` one figure; `{role+}` figures in a list; `<class>` a cue, `<a/b>` either;
`<!a/b>` no such cue just here; `~` up to twelve words and marks, no figure (`~3` up to three), `~!<a/b>`
none that holds such a cue; `~~` up to thirty words, figures allowed; `|` the end of a sentence; `[ … ]`
may be left out; punctuation stands for itself; any other word stands for itself too, which only a
newsroom's own rules use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property

from figcheck.record import record

LETTERS = {
    "count": "C", "money": "M", "measure": "U", "percent": "P", "points": "O", "share": "S",
    "multiple": "X", "duration": "D", "age": "A", "year": "Y", "date": "T", "time": "H",
    "ordinal": "N", "score": "R",
}  # fmt: skip
LOOK_ALIKES = {"[": "(", "]": ")", "–": "—", "“": '"', "”": '"'}  # marks that mean the same, in texts and in patterns
FIGURES = "".join(LETTERS.values())
SENTENCE_END = "|"
BRACKET = "bracket"  # what a rule file calls them where its gaps may pass over them
BRACKETS = "()"  # "110 metres (361ft) tall, and the nearest stands 2.1 miles (3.4km)" is two lists, not one
SYMBOLS = {"—": "_"}  # no mark is left beyond ASCII, where the letters of cue classes begin
ROLES = ("role", "roles")
STEPS = (*ROLES, "cue", "mark")  # the signs that stand for something in the text
FIRST_CLASS, MOST_CLASSES = 0x80, 128  # within Latin-1, where expressions compile ten times faster

SIGN = re.compile(
    r"\s*(?:\{(?P<role>[a-z][a-z_]*)(?P<plural>\+?)\}|<(?P<absent>!?)(?P<cue>[^<>]+)>"
    r"|(?P<gap>~~|~\d{0,2}(?:!<(?P<bar>[^<>]+)>)?)|(?P<open>\[)|(?P<close>\])|(?P<word>[^\W\d_][\w'’-]*)|(?P<mark>[^\w\s{}<>]))"
)


class PatternError(ValueError):
    """A pattern that cannot be read: the message says which sign and where."""


@record
class Sign:
    """One sign of a pattern: its type and what it names."""

    type: str
    names: tuple[str, ...] = ()


@record(slots=False, eq=False)
class Pattern:
    """A pattern as written, and what must be present before it is worth trying.

    `classes` are the cue classes in the order of their private characters, `roles` the
    roles it fills, each with whether by several figures; `steps` the figures, cues and marks
    that it cannot leave out: for each the type and the names of its sign. `crosses` says
    whether it may go on behind the end of a sentence, `least` how many figures it needs.
    All of that is plain, so that a rulebook can be kept and read without reading a pattern
    again; of hundreds an article tries a few dozen.
    """

    source: str
    classes: tuple[str, ...]
    roles: tuple[tuple[str, bool], ...]
    steps: tuple[tuple[str, ...], ...]
    crosses: bool
    least: int

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """All its signs, read when it is first tried."""
        return tuple(_signs(self.source))


@cache
def parse(source: str) -> Pattern:
    """Read one pattern.

    >>> parse("{part} <of-whom>").classes
    ('of-whom',)
    """
    signs = tuple(_signs(source))
    outer = _outside_brackets(signs, source)
    roles = tuple((sign.names[0], sign.type == "roles") for sign in signs if sign.type in ROLES)
    if not any(sign.type in ROLES for sign in outer):
        what = "every {role} may be left out" if roles else "no {role}"
        raise PatternError(f"{what} in pattern {source!r}")
    named = (sign.names[sign.type == "gap" :] for sign in signs if sign.type in ("cue", "absent", "gap"))
    classes = dict.fromkeys(name for names in named for name in names)
    steps = tuple(_step(sign.type, *sign.names) for sign in outer if sign.type in STEPS)
    crosses = any(sign.type == "mark" and sign.names[0] == SENTENCE_END for sign in signs)
    return Pattern(source, tuple(classes), roles, steps, crosses, sum(step[0] in ROLES for step in steps))


@cache
def _step(*step: str) -> tuple[str, ...]:
    """One object for all steps that are alike: a kept rulebook has thousands, a few hundred of them different."""
    return step


def _outside_brackets(signs: tuple[Sign, ...], source: str) -> list[Sign]:
    """The signs that may not be left out."""
    depth, outer = 0, []
    for sign in signs:
        depth += {"open": 1, "close": -1}.get(sign.type, 0)
        if depth < 0:
            break
        if not depth:
            outer.append(sign)
    if depth:
        raise PatternError(f"unbalanced [ ] in pattern {source!r}")
    return outer


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
        if gap == "~~":
            return Sign("reach")
        bar = (part.strip() for part in (sign["bar"] or "").split("/"))
        return Sign("gap", (gap[1:].partition("!")[0] or "12", *filter(None, bar)))
    if sign["open"] or sign["close"]:
        return Sign("open" if sign["open"] else "close")
    if word := sign["word"]:
        return Sign("cue", ("=" + word.replace("’", "'").lower(),))
    mark = LOOK_ALIKES.get(sign["mark"], sign["mark"])
    return Sign("mark", (mark,)) if symbol_of(mark) else Sign("cue", ("=" + mark,))


@cache
def alphabet(classes: tuple[str, ...], blends: tuple[frozenset[str], ...]) -> tuple[frozenset[str], ...]:
    """The sets of cue classes that one token of a folded passage may be in, the classes alone first.

    >>> alphabet(("from", "on"), (frozenset(("from", "since")), frozenset(("from", "on", "off"))))[2] == {"from", "on"}
    True
    """
    wanted = frozenset(classes)
    homes = _homes(blends)
    places = sorted({place for name in wanted for place in homes.get(name, ())})
    both = [blends[place] & wanted for place in places]
    found = dict.fromkeys(frozenset((name,)) for name in classes)
    found |= dict.fromkeys(names for names in both if len(names) > 1)
    return tuple(found)[:MOST_CLASSES]


@cache
def _homes(blends: tuple[frozenset[str], ...]) -> dict[str, list[int]]:
    """The places of the sets that each class is in: of a thousand sets a pattern has a share in a few dozen."""
    homes: dict[str, list[int]] = {}
    for place, names in enumerate(blends):
        for name in names:
            homes.setdefault(name, []).append(place)
    return homes


def is_mark(word: str) -> bool:
    """Whether a cue phrase is a mark of its own: the comma of the class "pause"."""
    return len(word) == 1 and not word.isalnum()


def symbol_of(mark: str) -> str:
    """The character that a mark is in a folded passage; empty where it is none of its own."""
    if mark in SYMBOLS:
        return SYMBOLS[mark]
    return "" if ord(mark) >= FIRST_CLASS else mark


@cache
def expression(
    pattern: Pattern, kinds: tuple[tuple[str, str], ...], through: tuple[str, ...] = (),
    blends: tuple[frozenset[str], ...] = (),
) -> re.Pattern[str]:
    """The compiled form of a pattern, given the figure letters that each role may be.

    A role that stands twice gets a numbered group each time (`part`, `part_2`).
    `blends` are the sets of cue classes that one phrase may be in.
    Gaps may hold figures of the kinds in `through`, and brackets: "from 410 in 2003 to $205m (£110m)".
    """
    letters: Mapping[str, str] = dict(kinds)
    private = dict.fromkeys(pattern.classes, "")
    for number, names in enumerate(alphabet(pattern.classes, blends)):
        private |= {name: private[name] + chr(FIRST_CLASS + number) for name in names}
    for name, marks in _marks(blends):
        if name in private:
            private[name] += marks
    seen: dict[str, int] = {}
    pieces, is_inside = [], False
    for sign in pattern.signs:
        if sign.type == "mark":
            is_inside = sign.names[0] == "(" or (is_inside and sign.names[0] != ")")
        within = BRACKETS if is_inside else ""
        is_role = sign.type in ROLES
        pieces.append(_role(sign, letters, seen, within) if is_role else _piece(sign, private, through))
    return re.compile("".join(pieces))


@cache
def _marks(blends: tuple[frozenset[str], ...]) -> tuple[tuple[str, str], ...]:
    """The cue classes that a mark is in, each with the characters of that mark: the comma of the class "pause"."""
    return tuple(
        (name, "".join(re.escape(symbol_of(mark)) for mark in names if is_mark(mark)))
        for names in blends if any(map(is_mark, names))
        for name in names if not is_mark(name)
    )  # fmt: skip


def _piece(sign: Sign, private: Mapping[str, str], through: tuple[str, ...]) -> str:
    if sign.type in ("cue", "absent"):
        group = "[" + "".join(private[name] for name in sign.names) + "]"
        return f"(?!{group})" if sign.type == "absent" else group
    if sign.type == "mark":
        return re.escape(symbol_of(sign.names[0]))
    if sign.type == "gap":
        return _gap(sign, private, through)
    return {
        "reach": f"[^{SENTENCE_END}]{{0,30}}?",
        "open": "(?:",
        "close": ")?",
    }[sign.type]


def _gap(sign: Sign, private: Mapping[str, str], through: tuple[str, ...]) -> str:
    """Some words, few as can be, and whole brackets among them where those may be passed over."""
    most, *barred = sign.names
    passed = "".join(LETTERS[kind] for kind in through if kind in LETTERS)
    shut = "".join(letter for letter in FIGURES if letter not in passed) + SENTENCE_END
    shut += "".join(private[name] for name in barred)
    if BRACKET not in through:
        return f"[^{shut}]{{0,{most}}}?"
    return f"(?:\\([^(){SENTENCE_END}]{{1,12}}\\)|[^{shut}]){{0,{most}}}?"


def _role(sign: Sign, letters: Mapping[str, str], seen: dict[str, int], barred: str) -> str:
    """A figure, or a list of figures that crosses none of the marks barred."""
    name = sign.names[0]
    seen[name] = seen.get(name, 0) + 1
    group = name if seen[name] == 1 else f"{name}_{seen[name]}"
    one = f"[{letters[name]}]"
    if sign.type == "role":
        return f"f{{0,6}}(?P<{group}>{one})"
    # "Okoro 30, Lind 12 and Farr, who was ill for six weeks, eight": other kinds may stand between
    return f"f{{0,6}}(?P<{group}>{one}(?:[^{letters[name]}{SENTENCE_END}{barred}]{{0,14}}{one})*)"
