"""Where something stands, as a reader counts: line, column, paragraph, sentence, section.

Reports count characters of the article's own text. The title of a JSON Lines document stands before that
text inside a `Document`, so places in the body lose its length, and places in the title count in the title.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from figcheck.model import Claim, Document, Finding, Relation, Report, Span

_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def within(document: Document, span: Span) -> tuple[int, int]:
    """Start and end as a report gives them."""
    base = _base(document, span.start)
    return span.start - base, span.end - base


def line_and_column(document: Document, start: int) -> tuple[int, int]:
    """Both count from one, as editors do."""
    base = _base(document, start)
    ends = _line_ends(document.text)
    line = bisect_left(ends, start)
    line_start = ends[line - 1] + 1 if line else 0
    return line - bisect_left(ends, base) + 1, start - max(line_start, base) + 1


def paragraph(document: Document, start: int) -> int:
    """The number of the paragraph; where no line is blank, every line is one."""
    base = _base(document, start)
    before = document.text[base:start].lstrip()
    if _BLANK_LINE.search(document.text, document.offset):
        return len(_BLANK_LINE.findall(before)) + 1
    return before.count("\n") + 1


def address(document: Document, start: int) -> str:
    """The place as one word, which editors and terminals open: `story.txt:33:76`."""
    line, column = line_and_column(document, start)
    title = "headline:" if start < document.offset else ""
    return f"{document.id}:{title}{line}:{column}"


def section(report: Report, claim: Claim) -> str:
    """The part of the article the figure stands in."""
    if claim.figure.span.start < report.document.offset:
        return "headline"
    return report.sentences[claim.sentence].block.part


def in_order(relation: Relation) -> tuple[tuple[str, Claim], ...]:
    """The figures of a relation with their roles, in the order of the text."""
    return tuple(sorted(relation.roles, key=lambda role: (role[1].figure.span.start, role[0])))


def begins(finding: Finding) -> int:
    """Where the first figure of a finding stands in the document."""
    return min(claim.figure.span.start for _, claim in finding.relation.roles)


def sentences(report: Report, relation: Relation) -> str:
    """The sentences that hold a relation's figures, as one line; three dots for those left out between them."""
    numbers = sorted({claim.sentence for _, claim in relation.roles})
    return " ".join(
        ("... " if place and number > numbers[place - 1] + 1 else "") + sentence(report, number)
        for place, number in enumerate(numbers)
    )


def sentence(report: Report, number: int) -> str:
    """One sentence of the article, as one line."""
    span = report.sentences[number].span
    return " ".join(report.document.text[span.start : span.end].split())


def headline(report: Report) -> str:
    """The article's title, or its first headline."""
    document = report.document
    if document.offset:
        return " ".join(document.text[: document.offset].split())
    for block in document.blocks:
        if block.part == "headline":
            return " ".join(document.text[block.span.start : block.span.end].split())
    return ""


@lru_cache(maxsize=1)
def _line_ends(text: str) -> tuple[int, ...]:
    """Where the lines of the article at hand end, so that many places in a long text cost one look through it."""
    return tuple(match.start() for match in re.finditer("\n", text))


def _base(document: Document, start: int) -> int:
    """What to subtract: the length of the title, for places behind it."""
    return document.offset if start >= document.offset else 0
