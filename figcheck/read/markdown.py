"""Markdown: the article without its markup, every character where it was.

Front matter, code, link addresses and the marks of emphasis are overwritten with blanks rather than cut
out, so "**50,000** fighters" is read as a count of fighters and every place in a report is a place in the
file. Of the front matter the title stays, as the headline it is, and the date is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from typing import BinaryIO

from figcheck.model import Document
from figcheck.problem import Problem
from figcheck.read import text
from figcheck.read.dates import iso_date

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_DATE_KEYS = ("date", "published")
_TITLE_KEYS = ("title", "headline")


def read(stream: BinaryIO, name: str) -> Iterator[Document | Problem]:
    """One file, one article, dated by its front matter."""
    try:
        characters = text.decode(stream.read(), name)
        kept, published = _front_matter(characters, name)
        body = without_markup(characters[len(kept):])
        if not body.strip():
            raise Problem(name, "has front matter only", "expected an article")
        yield Document(id=name, text=kept + body, blocks=(), published=published, source=name)
    except Problem as problem:
        yield problem


def without_markup(characters: str) -> str:
    """The text with its markup blanked out.

    >>> without_markup("## Up **5%**, [he said](https://a.example/2023)")
    '   Up   5%  ,  he said                         '
    """
    for pattern, kept in _markup():
        characters = pattern.sub(partial(_blanked, kept), characters)
    return characters


@cache
def _markup() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each piece of markup, and the group of it that a reader of the page would see."""
    shapes = (
        (r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)", ""),
        (r"<!--(?!\s*figcheck:).*?-->", ""),  # those to figcheck itself are taken by `inline`
        (r"(?P<ticks>`+)[^`\n]+(?P=ticks)", ""),
        (r"!?\[(?P<shown>[^\[\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n]*\])", "shown"),
        (r"^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$", ""),
        (r"</?[A-Za-z][^<>\n]*>", ""),
        (r"^[ ]{0,3}(?:#{1,6}(?=[ \t])|(?:>[ ]?)+)", ""),
        (r"(?<!\w)(?P<open>\*{1,3}|_{1,3})(?=\S)", ""),
        (r"(?<=\S)(?:\*{1,3}|_{1,3})(?!\w)", ""),
    )
    return tuple((re.compile(shape, re.MULTILINE | re.DOTALL), kept) for shape, kept in shapes)


def _blanked(kept: str, match: re.Match[str]) -> str:
    """As many blanks as characters; line ends and the group that is kept stay."""
    whole = match.group()
    blanks = "".join("\n" if character == "\n" else " " for character in whole)
    if not kept:
        return blanks
    start, end = (place - match.start() for place in match.span(kept))
    return blanks[:start] + whole[start:end] + blanks[end:]


def _front_matter(characters: str, name: str) -> tuple[str, date | None]:
    """What stands before the article, blanked but for its title, and the date it gives."""
    lines = characters.splitlines(keepends=True)
    closing = _FENCES.get(lines[0].strip(), ())
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() in closing), 0)
    if not end:
        return "", None
    published = None
    kept = [_spaces(lines[0])]
    for number, line in enumerate(lines[1 : end + 1], 2):
        key, start, value = _entry(line)
        kept.append(_spaces(line))
        if key in _DATE_KEYS and value and published is None:
            published = iso_date(value, f"{name}:{number}")
        if key in _TITLE_KEYS:
            kept[-1] = " " * start + value + _spaces(line[start + len(value) :])
    return "".join(kept), published


def _entry(line: str) -> tuple[str, int, str]:
    """Key, place of the value, and value of a line such as `title: "Prison recruits"`."""
    match = re.match(r"""(\w+)[ \t]*[:=][ \t]*(["']?)(.*?)\2[ \t]*$""", line)
    if not match:
        return "", 0, ""
    return match[1].lower(), match.start(3), match[3]


def _spaces(line: str) -> str:
    """A line of blanks as long as the one given."""
    return re.sub(r"[^\n]", " ", line)
