"""Word lists and rules as TOML for people, as JSON for the machine.

Reading the TOML of a language takes a hundred milliseconds, reading what was
built from it takes one or two. So the built form is kept in the user's cache
folder, under the identity of the files it came from; where no cache can be
written, everything still works, only slower.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from figcheck.problem import Problem

T = TypeVar("T")

FORMAT = 1
MOST_KEPT = 4  # forms of one name


def load(paths: Sequence[Path], build: Callable[[list[dict[str, Any]]], T], name: str) -> T:
    """What `build` makes of the TOML files, remembered until one of them changes.

    `build` gets one dictionary for each path, in order, and gives back something
    that JSON can hold (tuples come back as lists). TOML's fractions arrive as
    strings, so that "0.1" becomes the Decimal that was written.
    """
    identity = _identity(paths, build)
    store = _store(name)
    kept = _kept(store, identity)
    if kept is not None:
        return kept["value"]  # type: ignore[no-any-return]
    value = build([parse(path) for path in paths])
    text = json.dumps({"identity": identity, "value": value}, ensure_ascii=False, separators=(",", ":"))
    _keep(store, text)
    _prune(store)
    return json.loads(text)["value"]  # type: ignore[no-any-return]


def parse(path: Path) -> dict[str, Any]:
    """One TOML file; what is wrong with it is told with its line."""
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as trouble:
        raise Problem(str(path), f"cannot be read: {trouble}") from None
    try:
        return tomllib.loads(text, parse_float=str)
    except tomllib.TOMLDecodeError as trouble:
        what, _, spot = str(trouble).partition(" (at line ")
        line = spot.partition(",")[0]
        raise Problem(f"{path}:{line}" if line.isdigit() else str(path), f"not valid TOML: {what}") from None


def place(path: Path, *words: str) -> str:
    """Where `words` stand in a file, as FILE:LINE: the line of the first, from there down to the second, and so on.

    A word is looked for as a table, as a key or in quotes: `place(path, "of-whom", "of them")`
    finds the phrase inside the class, not an earlier one of the same wording.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    at = 0
    for word in words:
        at = next((number for number in range(at, len(lines)) if _names(lines[number], word)), at)
    return f"{path}:{at + 1}"


def _names(line: str, word: str) -> bool:
    """Whether a line of TOML opens a table or a key, or holds a string, of this name."""
    bare = line.strip()
    return f'"{word}"' in bare or bare.strip("[] ") == word or bare.partition("=")[0].strip() == word


def _identity(paths: Sequence[Path], build: Callable[..., Any]) -> list[Any]:
    """What must be unchanged for the kept form to be right: the files, and the module that builds from them."""
    code = getattr(build, "__code__", None)
    files = [str(path) for path in paths] + ([code.co_filename] if code else [])
    return [FORMAT, [[file, *stamp(file)] for file in files]]


def stamp(file: str) -> tuple[int, int]:
    """Size and time of change; minus one for a file that is not there."""
    try:
        found = os.stat(file)
    except OSError:
        return -1, -1
    return found.st_size, found.st_mtime_ns


def _store(name: str) -> str:
    """The cache file of a name: one for each installation, so that two never spoil each other's."""
    root = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(root, "figcheck", f"{name}-{zlib.crc32(os.fsencode(__file__)):08x}.json")


def _kept(store: str, identity: list[Any]) -> dict[str, Any] | None:
    """The kept form, unless it is missing, spoilt or of other files."""
    try:
        with open(store, encoding="utf-8") as stream:
            kept = json.load(stream)
    except (OSError, ValueError):
        return None
    right = isinstance(kept, dict) and kept.get("identity") == identity and "value" in kept
    return kept if right else None


def _keep(store: str, text: str) -> None:
    """Write the whole file or nothing: another process may be reading or writing the same one."""
    draft = f"{store}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(store), exist_ok=True)
        with open(draft, "w", encoding="utf-8") as stream:
            stream.write(text)
        os.replace(draft, store)
    except OSError:
        return


def _prune(store: str) -> None:
    """Leave the newest few forms of a name, since installations come and go."""
    folder, name = os.path.split(store)
    alike = name.rpartition("-")[0] + "-"
    try:
        kept = [entry for entry in os.scandir(folder) if entry.name.startswith(alike) and entry.name.endswith(".json")]
        for entry in sorted(kept, key=lambda entry: (entry.stat().st_mtime_ns, entry.name))[:-MOST_KEPT]:
            os.remove(entry.path)
    except OSError:
        return
