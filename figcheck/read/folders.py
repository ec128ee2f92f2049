"""Which files a path stands for: itself, or every article under a folder, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator

from figcheck.problem import Problem


def ending(path: str) -> str:
    """The last part of a file name, with its dot, in small letters.

    >>> ending("desk/Story.TXT")
    '.txt'
    """
    return os.path.splitext(path)[1].lower()


def walk(path: str, endings: tuple[str, ...]) -> Iterator[str | Problem]:
    """The file itself, or the files of a folder that have a known ending, hidden ones left out."""
    if not os.path.exists(path):
        yield Problem(path, "no such file or folder")
        return
    if not os.path.isdir(path):
        yield path
        return
    found = False
    for entry in _inside(path, endings):
        found = True
        yield entry
    if not found:
        yield Problem(path, "no article in this folder", f"figcheck reads {' '.join(endings)}")


def _inside(folder: str, endings: tuple[str, ...]) -> Iterator[str | Problem]:
    """The articles under a folder; a folder that may not be opened is a problem of its own."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield Problem(folder, f"cannot be read: {error.strerror or error}")
        return
    for name in names:
        if name.startswith("."):
            continue
        path = f"{folder.rstrip('/')}/{name}" if folder != "/" else f"/{name}"
        if os.path.isdir(path):
            if not os.path.islink(path):
                yield from _inside(path, endings)
        elif ending(name) in endings:
            yield path
