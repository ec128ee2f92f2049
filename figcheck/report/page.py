"""One article as a page shows it: its paragraphs cut into plain stretches and marked figures, with the notes beside.

Nothing here is HTML. What a template gets is text, so that escaping it is the template's only duty.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from figcheck.model import Block, Claim, Document, Report, Span
from figcheck.record import record
from figcheck.report import places, summary
from figcheck.report.page_notes import Note, Rules, in_order_of_weight, notes
from figcheck.report.paint import safe

UNRELATED = "unrelated"
T = TypeVar("T")


@record
class Run:
    """A stretch of text: plain, or a figure with its state, how it was read, and the notes it belongs to."""

    text: str
    state: str = ""
    read_as: str = ""
    anchor: str = ""
    notes: tuple[Note, ...] = ()


@record
class Paragraph:
    """One block of the article and the notes that begin in it."""

    part: str
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]


@record
class Page:
    """One article, ready to be shown. `anchor` is its place among the articles of a run."""

    anchor: str
    document: Document
    headline: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    closing: str
    figures: str

    @property
    def findings(self) -> tuple[Note, ...]:
        """The notes that are findings."""
        return tuple(note for note in self.notes if note.severity)

    @property
    def has_headline(self) -> bool:
        """Whether a block of its own says what the article is about."""
        return any(paragraph.part == "headline" for paragraph in self.paragraphs)


def page(report: Report, known: Rules, number: int = 1) -> Page:
    """The view of one article, the `number`-th of its run."""
    anchor = f"article-{number}"
    prefix = f"n{number}-"
    found = notes(report, known, prefix)
    document = report.document
    blocks = list(_covering(document))
    return Page(
        anchor=anchor,
        document=document,
        headline=safe(places.headline(report)),
        paragraphs=tuple(_paragraphs(report, blocks, found, f"f{number}-")),
        notes=found,
        closing=summary.line(summary.tally(report)),
        figures=f"f{number}-",
    )


def _covering(document: Document) -> Iterator[Block]:
    """The blocks of the document in their order, and as body whatever text stands in none: nothing is left out."""
    end = 0
    for block in sorted(document.blocks, key=lambda block: block.span.start):
        yield from _loose(document, end, block.span.start)
        yield Block(Span(max(end, block.span.start), max(end, block.span.end)), block.part)
        end = max(end, block.span.end)
    yield from _loose(document, end, len(document.text))


def _loose(document: Document, start: int, end: int) -> Iterator[Block]:
    if document.text[start:end].strip():
        yield Block(Span(start, end), "body")


def _paragraphs(report: Report, blocks: list[Block], found: tuple[Note, ...], prefix: str) -> Iterator[Paragraph]:
    """Every block with its figures and notes, each looked for among its neighbours only."""
    by_figure: dict[int, list[Note]] = {}
    for note in found:
        for start in sorted({claim.figure.span.start for _, claim in note.roles}):
            by_figure.setdefault(start, []).append(note)
    claims = [c for c in report.claims if c.figure.kind != "label" or c.figure.span.start in by_figure]
    own = _dealt(blocks, claims, lambda claim: claim.figure.span.start)
    beside = _dealt(blocks, found, lambda note: note.begins)
    for place, block in enumerate(blocks):
        runs = _runs(report.document.text, block, own[place], by_figure, prefix)
        yield Paragraph(block.part, tuple(runs), tuple(beside[place]))


def _dealt(blocks: list[Block], things: Iterable[T], begins: Callable[[T], int]) -> list[list[T]]:
    """The things that begin in each block."""
    starts = [block.span.start for block in blocks]
    hands: list[list[T]] = [[] for _ in blocks]
    for thing in things:
        hands[bisect_right(starts, begins(thing)) - 1].append(thing)
    return hands


def _runs(text: str, block: Block, claims: list[Claim], by_figure: dict[int, list[Note]], prefix: str) -> Iterator[Run]:
    """The text of a block in order, figures and what stands between them."""
    end = block.span.start
    for claim in sorted(claims, key=lambda claim: claim.figure.span.start):
        span = claim.figure.span
        if span.start < end or span.end > block.span.end:
            continue
        if span.start > end:
            yield Run(shown(text[end : span.start]))
        own = in_order_of_weight(by_figure.get(span.start, ()))
        state = own[0].state if own else UNRELATED
        yield Run(shown(text[span.start : span.end]), state, read_as(claim), f"{prefix}{span.start}", tuple(own))
        end = span.end
    if end < block.span.end:
        yield Run(shown(text[end : block.span.end]))


def shown(text: str) -> str:
    """The text without characters that steer or turn it, its lines kept."""
    return "\n".join(safe(line) for line in text.split("\n"))


def read_as(claim: Claim) -> str:
    """How a figure was understood, in a few words: "money: 35,000,000 GBP"."""
    figure = claim.figure
    quantity = figure.quantity
    if figure.kind in ("date", "time", "score", "label", "year"):
        return figure.kind
    until = f" to {quantity.upper:,f}" if quantity.upper is not None else ""
    unit = "" if quantity.unit == figure.kind else f" {quantity.unit}"
    counted = f" {claim.counted}" if claim.counted and figure.kind == "count" else ""
    return f"{figure.kind}: {quantity.magnitude:,f}{until}{unit or counted}".rstrip()
