"""One language: the words that figcheck knows, loaded from one folder of TOML files.

Python holds no words of any language. A file that is missing is an empty
mapping, so a language can start with its numerals and grow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from figcheck import compiled
from figcheck.problem import Problem, nearest
from figcheck.record import names, record

HOME = Path(__file__).parent / "languages"

CueIndex = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@record(eq=False)
class Language:
    """The words of one language: a field for each data file, with what the file says.

    Compared by identity, so that anything worked out from a language can be
    remembered with `functools.cache`. `cues` alone is reshaped, from
    the files of the folder `cues`: first word -> the phrases that begin with it,
    longest first, each with its class. What every article asks of all phrases at once is
    worked out when the files are read: `classes` are all cue classes, `alone` the single
    words of each, `doubles` the phrases of several classes, and those that are a mark.
    """

    code: str
    numerals: Mapping[str, Any]
    units: Mapping[str, Any]
    hedges: Mapping[str, Any]
    calendar: Mapping[str, Any]
    cues: CueIndex
    nouns: Mapping[str, Any]
    labels: Mapping[str, Any]
    sections: Mapping[str, Any]
    working: Mapping[str, Any]
    vocabulary: Mapping[str, Any]
    classes: frozenset[str] = frozenset()
    alone: Mapping[str, frozenset[str]] = MappingProxyType({})
    doubles: Mapping[tuple[str, ...], tuple[str, ...]] = MappingProxyType({})


WORKED_OUT = ("classes", "alone", "doubles")
FILES = tuple(name for name in names(Language) if name not in ("code", *WORKED_OUT))


@cache
def load(code: str = "en") -> Language:
    """The language of that code; loaded once."""
    paths = _paths(code)

    def build(parsed: list[dict[str, Any]]) -> dict[str, Any]:
        return _built(paths, parsed)

    built = compiled.load(paths, build, f"language-{code}")
    data = {name: built.get(name, {}) for name in (*FILES, "alone", "doubles")}
    return Language(code, **{name: MappingProxyType(data[name]) for name in data}, classes=built["classes"])


def examples(code: str = "en") -> dict[str, list[dict[str, Any]]]:
    """The [[example]] groups of each file: for tests and for people, never loaded on a plain run."""
    return {path.stem: compiled.parse(path).get("example", []) for path in _paths(code)}


def words(text: str) -> tuple[str, ...]:
    """A text cut the way cue phrases are cut: lower case, straight apostrophes, each sign a word of its own.

    >>> words("Of whom, it’s said, 40-odd")
    ('of', 'whom', ',', "it's", 'said', ',', '40-odd')
    """
    return tuple(pieces().findall(text.replace("’", "'").lower()))


@cache
def pieces() -> re.Pattern[str]:
    """The expression that cuts a text into words and signs, for those who need offsets as well."""
    return re.compile(r"\w+(?:['.&-]\w+)*|[^\w\s]")


def _paths(code: str) -> tuple[Path, ...]:
    """The files of a language that are there, in the order of the fields."""
    folder = HOME / code
    if not code.isidentifier() or not folder.is_dir():
        known = [path.name for path in HOME.iterdir() if path.is_dir()]
        raise Problem(f"language {code!r}", "is not known", nearest(code, known))
    files = [folder / f"{name}.toml" for name in FILES]
    return tuple(path for path in (*files, *sorted(folder.glob("cues/*.toml"))) if path.is_file())


def _built(paths: Sequence[Path], parsed: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What the cache keeps: each file without its examples, the cues as an index."""
    built: dict[str, Any] = {"cues": {}}
    homes: dict[str, Path] = {}
    for path, content in zip(paths, parsed, strict=True):
        kept = {key: value for key, value in content.items() if key != "example"}
        if path.parent.name == "cues":
            _index(path, kept, built["cues"], homes)
        else:
            built[path.stem] = kept
    for word, entries in built["cues"].items():
        built["cues"][word] = tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry)))
    return {**built, **_worked_out(built["cues"])}


def _worked_out(cues: CueIndex) -> dict[str, Any]:
    """What is asked of all cue phrases at once."""
    alone: dict[str, list[str]] = {}
    homes: dict[tuple[str, ...], list[str]] = {}
    for phrase, name in (entry for entries in cues.values() for entry in entries):
        homes.setdefault(phrase, []).append(name)
        if len(phrase) == 1:
            alone.setdefault(name, []).append(phrase[0])
    doubles = {phrase: tuple(found) for phrase, found in homes.items() if len(found) > 1 or _is_sign(phrase)}
    classes = frozenset(name for found in homes.values() for name in found)
    return {"classes": classes, "alone": {name: frozenset(alone[name]) for name in alone}, "doubles": doubles}


def _is_sign(phrase: tuple[str, ...]) -> bool:
    return len(phrase) == 1 and len(phrase[0]) == 1 and not phrase[0].isalnum()


def _index(path: Path, content: Mapping[str, Any], index: dict[str, list[Any]], homes: dict[str, Path]) -> None:
    """Adds the cue phrases of one file by their first word; a text is then matched by looking its words up."""
    strangers = [key for key in content if key != "classes"]
    if strangers:
        where = compiled.place(path, strangers[0])
        raise Problem(where, f"unknown key {strangers[0]!r}", "expected the table [classes]")
    for group, phrases in content.get("classes", {}).items():
        if homes.setdefault(group, path) != path:
            raise Problem(compiled.place(path, group), f"cue class {group!r} is taken", f"see {homes[group]}")
        for phrase in _phrases(path, group, phrases):
            index.setdefault(phrase[0], []).append((tuple(phrase), group))


def _phrases(path: Path, group: str, phrases: Any) -> list[list[str]]:
    """The phrases of one class, each a list of words; an empty class or a phrase said twice is a Problem."""
    where = compiled.place(path, group)
    if not isinstance(phrases, list) or not phrases:
        raise Problem(where, f"cue class {group!r} has no phrases", 'expected a list: ["of whom"]')
    cut: list[list[str]] = []
    for phrase in phrases:
        pieces = list(words(phrase)) if isinstance(phrase, str) else []
        if not pieces:
            raise Problem(where, f"cue class {group!r} holds {phrase!r}", "expected words in quotes")
        if pieces in cut:
            where = compiled.place(path, group, phrase)
            raise Problem(where, f"phrase {phrase!r} stands twice in cue class {group!r}")
        cut.append(pieces)
    return cut

