"""Plain text: bytes to characters whose places can be trusted.

Places in a report count characters of the text as read. A byte order mark is not one of them, and the
carriage return of a Windows line becomes a blank, so that nothing behind it moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from figcheck.model import Document
from figcheck.problem import Problem

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_KNOWN_BINARY = ((b"PK\x03\x04", "a zip or Office file"), (b"%PDF", "a PDF"), (b"{\\rtf", "rich text"))
_SAMPLE = 8192


def read(stream: BinaryIO, name: str) -> Iterator[Document | Problem]:
    """One file, one article."""
    try:
        yield Document(id=name, text=decode(stream.read(), name), blocks=(), source=name)
    except Problem as problem:
        yield problem


def decode(data: bytes, name: str) -> str:
    """The characters of a file, or a problem that says where it stops being text.

    >>> decode(b"Up 5%\\r\\non the year", "story.txt")
    'Up 5% \\non the year'
    """
    _refuse_binary(data, name)
    try:
        text = data.decode("utf-8").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"broken UTF-8 at byte {error.start + 1} of the file, byte value {data[error.start]:#04x}"
        raise Problem(f"{name}:{line}", what, "expected UTF-8; save the file as UTF-8") from None
    if not text.strip():
        raise Problem(name, "is empty", "expected an article")
    return one_line_end(text)


def one_line_end(text: str) -> str:
    """The text with every line ending in a line feed only, and not a character moved.

    >>> one_line_end("a\\r\\nb\\rc")
    'a \\nb\\nc'
    """
    if "\r" not in text:
        return text
    return text.replace("\r\n", " \n").replace("\r", "\n")


def without_surrogates(text: str) -> str:
    r"""The text with each half of a broken pair replaced, as a JSON file can hold one: "\ud83d".

    >>> without_surrogates("Up 5%\ud83d") == "Up 5%\N{REPLACEMENT CHARACTER}"
    True
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)
    return text


def _refuse_binary(data: bytes, name: str) -> None:
    """A problem when the bytes are no text at all: a picture, a Word file, UTF-16."""
    for opening, what in _KNOWN_BINARY:
        if data.startswith(opening):
            raise Problem(name, f"is {what}, not text", "expected plain text, Markdown or JSON Lines")
    if data.startswith(_UTF_16):
        raise Problem(name, "is UTF-16", "expected UTF-8; save the file as UTF-8")
    zero = data.find(b"\x00", 0, _SAMPLE)
    if zero >= 0:
        raise Problem(name, f"is a binary file: a zero byte at byte {zero + 1}", "expected text")
