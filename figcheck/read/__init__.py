"""Bytes to documents: one module per input format, and the walk that finds the files.

Everything here gives a `Document` or, in its place, the `Problem` that kept one from being read, so that
one broken file among forty never costs an editor the other thirty-nine. Blocks are left empty: what is
headline and what is body is decided where sentences are cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import BinaryIO

from figcheck import inline
from figcheck.model import Document
from figcheck.problem import Problem
from figcheck.read import folders, json_lines, markdown, text
from figcheck.record import replace

Reader = Callable[[BinaryIO, str], Iterator[Document | Problem]]

READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".jsonl": json_lines.read,
    ".ndjson": json_lines.read,
}

STANDARD_INPUT = "-"


def documents(
    paths: Sequence[str],
    day: date | None = None,
    stdin: BinaryIO | None = None,
    stdin_name: str = "",
) -> Iterator[Document | Problem]:
    """Every article the paths name, in the order given; folders are walked in the order of their names.

    `day` dates the articles that do not say themselves when they were published. An identifier that comes a
    second time is a problem, because a report could not say which of the two it speaks of.
    """
    return prepared(entries(paths, stdin, stdin_name), day)


def prepared(entries: Iterable[Document | Problem], day: date | None = None) -> Iterator[Document | Problem]:
    """The same articles ready to be checked: dated, each id once, the comments to figcheck taken out."""
    seen: set[str] = set()
    for entry in entries:
        if isinstance(entry, Document):
            if entry.id in seen:
                yield Problem(entry.source, f"a second article has the id {entry.id!r}", "every id once")
                continue
            seen.add(entry.id)
            if day is not None and entry.published is None:
                entry = replace(entry, published=day)
            entry = inline.taken(entry)
        yield entry


def only(path: str, day: date | None = None) -> Document:
    """The one article of a file, or the problem that keeps it from being read."""
    entries = list(documents([path], day))
    for entry in entries:
        if isinstance(entry, Problem):
            raise entry
    found = [entry for entry in entries if isinstance(entry, Document)]
    if len(found) != 1:
        raise Problem(path, f"holds {len(found)} articles", "expected one")
    return found[0]


def count(paths: Sequence[str]) -> int | None:
    """How many articles there will be; nothing where a file holds many or standard input is read."""
    total = 0
    for path in dict.fromkeys(paths):
        if path == STANDARD_INPUT:
            return None
        for found in folders.walk(path, tuple(READERS)):
            if not isinstance(found, Problem) and READERS.get(folders.ending(found)) is json_lines.read:
                return None
            total += 1
    return total


def entries(paths: Sequence[str], stdin: BinaryIO | None = None, stdin_name: str = "") -> Iterator[Document | Problem]:
    """The articles of every path; a file named twice, or named beside its folder, is read once."""
    opened: set[str] = set()
    for path in paths:
        if path == STANDARD_INPUT:
            if stdin is not None and path not in opened:
                opened.add(path)
                yield from _from_stream(stdin, stdin_name)
            continue
        for found in folders.walk(path, tuple(READERS)):
            if isinstance(found, Problem):
                yield found
            elif found not in opened:
                opened.add(found)
                yield from _from_file(found)


def _from_file(path: str) -> Iterator[Document | Problem]:
    """The articles of one file; an ending we do not know is read as plain text, if text it is."""
    reader = READERS.get(folders.ending(path), text.read)
    try:
        with open(path, "rb") as stream:
            yield from reader(stream, path)
    except OSError as error:
        yield Problem(path, f"cannot be read: {error.strerror or error}")


def _from_stream(stdin: BinaryIO, name: str) -> Iterator[Document | Problem]:
    """Standard input: by the name given for it, else JSON Lines when it opens with an object."""
    data = stdin.read()
    reader = READERS.get(folders.ending(name))
    if reader is None:
        reader = json_lines.read if json_lines.looks_like(data) else text.read
    from io import BytesIO

    yield from reader(BytesIO(data), name or STANDARD_INPUT)
