"""Word lists and rules as TOML for people, as plain values for the machine.

Reading the TOML of a language takes a hundred milliseconds, reading what was
built from it takes one or two. So the built form is kept in the user's cache
folder, under the identity of the files it came from; where no cache can be
written, everything still works, only slower.

It is kept as `marshal` writes it, which is read twice as fast as JSON and keeps
tuples. `marshal` trusts what it reads: so a sum over the bytes stands before them,
and a file that belongs to someone else is not read at all.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from figcheck.problem import Problem

T = TypeVar("T")

FORMAT = 4
SUM = 4  # bytes
ENDING = ".kept"
MOST_KEPT = 4  # forms of one name


def load(
    paths: Sequence[Path], build: Callable[[list[dict[str, Any]]], T], name: str, makers: Sequence[str] = ()
) -> T:
    """What `build` makes of the TOML files, remembered until one of them changes.

    `build` gets one dictionary for each path, in order, and gives back something
    made of plain lists, tuples, dictionaries, texts and numbers. TOML's fractions arrive as
    strings, so that "0.1" becomes the Decimal that was written. `makers` are the files of the modules
    that it calls on: what is kept is as old as these, and they need not be imported to know.
    """
    identity = _identity(paths, build, makers)
    store = _store(name)
    kept = _kept(store, identity)
    if kept:
        return kept[0]  # type: ignore[no-any-return]
    value = build([parse(path) for path in paths])
    content: Any = (identity, value)
    _keep(store, marshal.dumps(content))
    _prune(store)
    return value


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


def _identity(paths: Sequence[Path], build: Callable[..., Any], makers: Sequence[str]) -> tuple[Any, ...]:
    """What must be unchanged for the kept form to be right: the files, and the modules that build from them."""
    code = getattr(build, "__code__", None)
    files = [*map(str, paths), *([code.co_filename] if code else []), *makers]
    return (FORMAT, sys.version, *((file, *stamp(file)) for file in files))


def stamp(file: str) -> tuple[int, int]:
    """Size and time of change; minus one for a file that is not there."""
    try:
        found = os.stat(file)
    except OSError:
        return -1, -1
    return found.st_size, found.st_mtime_ns


def _store(name: str) -> str:
    """The cache file of a name: one for each installation and Python, so that two never spoil each other's."""
    root = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    whose = zlib.crc32(os.fsencode(f"{__file__} {sys.implementation.cache_tag}"))
    return os.path.join(root, "figcheck", f"{name}-{whose:08x}{ENDING}")


def _kept(store: str, identity: tuple[Any, ...]) -> tuple[Any] | None:
    """The kept form, unless it is missing, spoilt, someone else's or of other files."""
    try:
        with open(store, "rb") as stream:
            mine = not hasattr(os, "getuid") or os.fstat(stream.fileno()).st_uid == os.getuid()
            kept = stream.read() if mine else b""
        if not kept or _sum(kept[SUM:]) != kept[:SUM]:
            return None
        named, value = marshal.loads(kept[SUM:])
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return (value,) if named == identity else None


def _sum(content: bytes) -> bytes:
    """What tells a whole file from a spoilt one."""
    return zlib.crc32(content).to_bytes(SUM, "big")


def _keep(store: str, content: bytes) -> None:
    """Write the whole file or nothing: another process may be reading or writing the same one."""
    draft = f"{store}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(store), exist_ok=True)
        with open(draft, "wb") as stream:
            stream.write(_sum(content) + content)
        os.replace(draft, store)
    except OSError:
        return


def _prune(store: str) -> None:
    """Leave the newest few forms of a name, since installations come and go."""
    folder, name = os.path.split(store)
    alike = name.rpartition("-")[0] + "-"
    try:
        kept = [entry for entry in os.scandir(folder) if entry.name.startswith(alike) and entry.name.endswith(ENDING)]
        for entry in sorted(kept, key=lambda entry: (entry.stat().st_mtime_ns, entry.name))[:-MOST_KEPT]:
            os.remove(entry.path)
    except OSError:
        return
