"""The parts of an article: which paragraph is headline, story, caption, table, and which is none of it.

"READ NEXT" and "You can unsubscribe at any time" are set off, not deleted: a
report can still point there, but their figures are never held against the story's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from figcheck.language import Language
from figcheck.model import Block, Span
from figcheck.record import record

HEADLINE_LENGTH = 180  # characters; longer first lines without a stop are unfinished prose
WRAPPED_WIDTH = 100  # a text file wrapped by hand has no longer line
CREDIT_LENGTH = 90


@record(eq=False)
class _Marks:
    """What the language says about parts, ready for `str.startswith` and `in`."""

    openings: tuple[str, ...]
    captions: tuple[str, ...]
    phrases: tuple[str, ...]
    credits: frozenset[str]
    agencies: tuple[str, ...]


def blocks(text: str, offset: int, language: Language) -> tuple[Block, ...]:
    """The paragraphs of a text, each with its part; `offset` is where the article's own text begins after its title.

    Without a title, a short first line with no full stop is taken for the headline.
    """
    marks = _marks(language)
    found: list[Block] = []
    for span in _paragraphs(text, 0, offset):
        found.append(Block(span, "headline"))
    for span in _paragraphs(text, offset, len(text)):
        found.append(Block(span, _part(text, span, found, marks)))
    if len(found) == 1 and not offset:  # one line is a story, not a headline over nothing
        return tuple(Block(block.span, "body" if block.part == "headline" else block.part) for block in found)
    return tuple(found)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """Stretches between blank lines, and the single lines of those that are not wrapped by hand or tables."""
    for stretch in _stretch().finditer(text, start, end):
        lines = [line for line in _line().finditer(text, stretch.start(), stretch.end()) if not line[0].isspace()]
        if len(lines) == 1 or _is_wrapped(lines) or _is_table(stretch[0]) or stretch[0].lstrip()[:1] == "|":
            yield _trimmed(text, stretch.start(), stretch.end())
        else:
            for line in lines:
                yield _trimmed(text, line.start(), line.end())


@cache
def _stretch() -> re.Pattern[str]:
    return re.compile(r"[^\s][^\n]*(?:\n[^\S\n]*[^\s][^\n]*)*")


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"[^\n]+")


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _is_wrapped(lines: list[re.Match[str]]) -> bool:
    """Whether line ends are only the width of the page: all lines but the last are long, none is too long."""
    lengths = [len(line[0]) for line in lines]
    return max(lengths) <= WRAPPED_WIDTH and min(lengths[:-1]) > max(lengths) * 0.6 and max(lengths) > 40


def _is_table(text: str) -> bool:
    """Whether the lines hold columns: tabs or upright strokes in two lines at least."""
    lines = text.splitlines()
    return len(lines) > 1 and sum("\t" in line or line.count("|") > 1 for line in lines) > 1


def _part(text: str, span: Span, before: list[Block], marks: _Marks) -> str:
    """The part that one paragraph plays, given those before it."""
    paragraph = text[span.start : span.end]
    if _is_table(paragraph):
        return "table"
    low = paragraph.replace("’", "'").lower()
    if low.startswith(marks.captions):
        return "caption"
    if _is_boilerplate(low, marks) or _continues(text, span, before):
        return "boilerplate"
    if low.rstrip(" .)").endswith(marks.agencies):
        return "caption"
    if _is_unfinished(paragraph):
        if not before:
            return "headline"
        if len(before) == 1 and before[0].part == "headline" and span.end < len(text.rstrip()):
            return "standfirst"
    return "body"


def _is_boilerplate(low: str, marks: _Marks) -> bool:
    """Whether a paragraph opens like a pointer elsewhere, asks for an address, or only signs a picture."""
    start = low.lstrip("*#>•–-=( ")
    if start.startswith(marks.openings) and _ends_opening(start, marks):
        return True
    if len(low) < CREDIT_LENGTH and start.partition(":")[0] in marks.credits:
        return True
    return any(phrase in low for phrase in marks.phrases)


def _ends_opening(start: str, marks: _Marks) -> bool:
    """Whether the opening stands as words of their own: "Related:" or "Related news", not "Relatedness"."""
    found = max((opening for opening in marks.openings if start.startswith(opening)), key=len)
    rest = start[len(found) :]
    if " " in found or not found[-1].isalnum():
        return not rest[:1].isalnum()
    return not rest or rest[0] in ":=[("  # "Related: …" points elsewhere, "Related charges were dropped" is a story


def _continues(text: str, span: Span, before: list[Block]) -> bool:
    """Whether a line hangs under a "READ NEXT" line, with no blank line between."""
    if not before or before[-1].part != "boilerplate":
        return False
    gap = text[before[-1].span.end : span.start]
    return gap.count("\n") == 1 and _is_unfinished(text[span.start : span.end])


def _is_unfinished(paragraph: str) -> bool:
    """Whether a paragraph is one short line that does not end as a sentence does."""
    ending = paragraph.rstrip("\"'”’) ")[-1:]
    return len(paragraph) <= HEADLINE_LENGTH and "\n" not in paragraph and ending not in ".!…:;,"


@cache
def _marks(language: Language) -> _Marks:
    told = language.sections
    boilerplate = told.get("boilerplate", {})
    return _Marks(
        openings=tuple(boilerplate.get("openings", ())),
        captions=tuple(told.get("captions", {}).get("openings", ())),
        phrases=tuple(boilerplate.get("phrases", ())),
        credits=frozenset(boilerplate.get("credits", ())),
        agencies=tuple(boilerplate.get("agencies", ())),
    )
