"""JSON Lines: one article a line, with `id`, `date`, `title` and `text`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

from figcheck.model import Document
from figcheck.problem import Problem
from figcheck.read import text
from figcheck.read.dates import iso_date

_GAP = "\n\n"
_SAMPLE = 8192
_NAMES = {dict: "an object", list: "a list", str: "a string", int: "a number", float: "a number", bool: "true or false"}


def read(stream: BinaryIO, name: str) -> Iterator[Document | Problem]:
    """The articles of one file, a line at a time, so that memory holds one of them.

    A line that cannot be read is a problem with its number, and the next line is read all the same.
    """
    anything = False
    for number, line in enumerate(stream, 1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        anything = True
        try:
            yield article(line, name, number)
        except Problem as problem:
            yield problem
    if not anything:
        yield Problem(name, "is empty", "expected one JSON object a line")


def article(line: bytes, name: str, number: int) -> Document:
    """One line as a document."""
    where = f"{name}:{number}"
    return document(_object(line, where), where, name)


def document(entry: Mapping[str, Any], where: str, source: str = "") -> Document:
    """An object with the keys of a line as a document, wherever the object comes from.

    Its text follows the title, and `offset` says where it begins.
    """
    title = text.without_surrogates(_string(entry, "title", where)).strip()
    body = text.without_surrogates(_body(entry, where))
    opening = f"{title}{_GAP}" if title else ""
    return Document(
        id=_identifier(entry, where),
        text=text.one_line_end(opening + body),
        blocks=(),
        published=_date(entry, where),
        offset=len(opening),
        source=source,
    )


def looks_like(data: bytes) -> bool:
    """Whether standard input opens with a JSON object, as no article does.

    >>> looks_like(b'{"id": "1", "text": "Up 5%"}'), looks_like(b"{sic} he said")
    (True, False)
    """
    opening = data[:_SAMPLE].removeprefix(b"\xef\xbb\xbf").lstrip()
    return opening.startswith(b"{") and opening[1:].lstrip().startswith((b'"', b"}"))


def _object(line: bytes, where: str) -> dict[str, Any]:
    """The object a line holds."""
    try:
        entry = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        what = f"broken UTF-8 at byte {error.start + 1} of the line, byte value {line[error.start]:#04x}"
        raise Problem(where, what, "expected UTF-8") from None
    except json.JSONDecodeError as error:
        raise Problem(where, f"not JSON: {error.msg} at character {error.pos + 1}", "expected an object") from None
    except (ValueError, RecursionError):
        raise Problem(where, "not JSON that can be read", "expected an object") from None
    if not isinstance(entry, dict):
        raise Problem(where, f"{_named(entry)}, not an object", "expected id, date, title and text")
    return entry


def _body(entry: Mapping[str, Any], where: str) -> str:
    """The article's own text, which may not be missing or blank."""
    if entry.get("text") is None:
        raise Problem(where, "lacks 'text'", f"has {', '.join(map(repr, entry)) or 'no keys'}")
    body = _string(entry, "text", where)
    if not body.strip():
        raise Problem(where, "'text' is empty", "expected an article")
    return body


def _string(entry: Mapping[str, Any], key: str, where: str) -> str:
    """A text of the object, empty where it is missing or null."""
    value = entry.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Problem(where, f"{key!r} is {_named(value)}", "expected a string")
    return value


def _identifier(entry: Mapping[str, Any], where: str) -> str:
    """The article's id; a whole number will do, and the place in the file stands in for none."""
    value = entry.get("id")
    if value is None:
        return where
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise Problem(where, f"'id' is {_named(value)}", "expected a string")
    return text.without_surrogates(str(value))


def _date(entry: Mapping[str, Any], where: str) -> date | None:
    """The day of publication, where there is one."""
    written = _string(entry, "date", where)
    return iso_date(written, where) if written else None


def _named(value: object) -> str:
    """What a JSON value is, in words."""
    return _NAMES.get(type(value), "null")
