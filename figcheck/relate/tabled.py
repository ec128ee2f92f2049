"""The columns of a table whose last row is their total.

A column is held to its total only where every row has a figure in it. One whose total lies
among its own figures is an average or a share, and rows such as "of which" are no part of a sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import language as languages
from figcheck.model import Block, Claim, Document, Relation
from figcheck.rules import RelationKind

SEPARATORS = ("|", "\t")
FEWEST, MOST = 2, 60  # rows; a longer table is no part of a story
KINDS = ("count", "money", "measure", "percent")

Row = tuple[str, dict[int, Claim]]


def tabled(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation for each column of a table with a row of totals at its foot or head."""
    words = languages.load(document.language).sections["tables"]
    tables = [block for block in document.blocks if block.part == "table"]
    if not tables or any(notice in document.text.lower() for notice in words["notices"]):
        return []
    found: list[Relation] = []
    for block in tables:
        for whole, parts in _sums(_rows(document.text, block, claims), words["totals"], words["partial"]):
            roles = (("whole", whole), *(("parts", part) for part in parts))
            found.append(Relation(kind.id, roles, "structural", (whole.figure.span,)))
    return found


def _rows(text: str, block: Block, claims: Sequence[Claim]) -> list[Row]:
    """Each line of a table: its label, and the figures by their column."""
    rows: list[Row] = []
    own = [claim for claim in claims if block.span.start <= claim.figure.span.start < block.span.end]
    at = block.span.start
    for line in text[block.span.start : block.span.end].split("\n"):
        inside = [claim for claim in own if at <= claim.figure.span.start < at + len(line)]
        cells: dict[int, list[Claim]] = {}
        for claim in inside:
            cells.setdefault(_column(text[at : claim.figure.span.start]), []).append(claim)
        label = next((cell.strip().lower() for cell in _cells(line) if cell.strip()), "")
        rows.append((label, {column: held[0] for column, held in cells.items() if len(held) == 1}))
        at += len(line) + 1
    return rows


def _cells(line: str) -> list[str]:
    for separator in SEPARATORS:
        line = line.replace(separator, SEPARATORS[0])
    return line.split(SEPARATORS[0])


def _column(before: str) -> int:
    """The number of the column that begins behind some text of a line."""
    return sum(before.count(separator) for separator in SEPARATORS)


def _sums(rows: Sequence[Row], totals: Sequence[str], partial: Sequence[str]) -> Iterator[tuple[Claim, list[Claim]]]:
    """The total of each column and the figures above it, where the table has one row of totals, its last."""
    full = [(label, cells) for label, cells in rows if cells]
    labels = [label.strip("*_ :") for label, _ in full]
    if not FEWEST < len(full) <= MOST or labels[-1] not in totals or any(label in totals for label in labels[:-1]):
        return
    if any(label.startswith(tuple(partial)) for label in labels):
        return
    for column, whole in full[-1][1].items():
        parts = [cells[column] for _, cells in full[:-1] if column in cells]
        if len(parts) == len(full) - 1 and column and _may_add_up(whole, parts):
            yield whole, parts


def _may_add_up(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a column is of one sort, and its total no average of it."""
    sorts = {(claim.figure.kind, claim.figure.quantity.unit) for claim in (whole, *parts)}
    if len(sorts) > 1 or whole.figure.kind not in KINDS:
        return False
    sizes = [claim.figure.quantity.magnitude for claim in parts]
    return whole.figure.quantity.magnitude > max(sizes) and min(sizes) >= 0
