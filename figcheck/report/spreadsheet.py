"""CSV that a spreadsheet opens: UTF-8 with byte order mark, one row a line, no cell that can act.

A cell that begins with `=` is a formula to a spreadsheet, and an article can hold any text; such a cell gets
an apostrophe in front, by which spreadsheets know plain text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from figcheck.model import Report
from figcheck.report.shape import Shape
from figcheck.report.tables import TABLES

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"

_ACTING = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def harmless(cell: object) -> object:
    """The cell, so written that no spreadsheet takes it for a formula; numbers stay numbers.

    >>> harmless("=HYPERLINK(1)"), harmless("-3C overnight"), harmless(-3)
    ("'=HYPERLINK(1)", "'-3C overnight", -3)
    """
    if isinstance(cell, str) and cell.lstrip(" \n").startswith(_ACTING):
        return f"'{cell}"
    return cell


def lines(cells: Iterable[Iterable[object]]) -> str:
    """Rows as CSV text."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows([harmless(cell) for cell in row] for row in cells)
    return text.getvalue()


def _shape(name: str) -> Shape:
    """One of the tables as CSV."""
    table = TABLES[name]

    def pieces(report: Report) -> Iterator[str]:
        text = lines(row.values() for row in table.rows(report))
        if text:
            yield text

    return Shape(pieces, opening=MARK + lines([table.columns]), every=name != "findings")


FINDINGS = _shape("findings")
FIGURES = _shape("figures")
CHECKS = _shape("checks")
