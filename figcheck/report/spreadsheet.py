"""CSV that a spreadsheet opens: UTF-8 with byte order mark, one row a finding, no cell that can act.

A cell that begins with `=` is a formula to a spreadsheet, and an article can hold any text; such a cell gets
an apostrophe in front, by which spreadsheets know plain text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from figcheck.model import Report
from figcheck.report import editorial, rows
from figcheck.report.shape import Shape

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"

FIGURE_COLUMNS = (
    "document", "text", "start", "end", "value", "upper", "low", "high", "unit", "counted", "per", "hedge", "kind",
    "section", "sentence",
)  # fmt: skip

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


def flat_figure(row: rows.Row) -> rows.Row:
    """A figure's row with one value a cell: the high end of a range goes to `upper`."""
    value = row["value"]
    low, high = value if isinstance(value, list) else (value, None)
    cells = {**row, "value": low, "upper": high}
    return {name: "" if cells[name] is None else cells[name] for name in FIGURE_COLUMNS}


def _findings(report: Report) -> Iterator[str]:
    if report.findings:
        yield lines(editorial.row(report, finding).values() for finding in report.findings)


def _figures(report: Report) -> Iterator[str]:
    if report.claims:
        yield lines(flat_figure(rows.figure(report, claim)).values() for claim in report.claims)


FINDINGS = Shape(_findings, opening=MARK + lines([editorial.COLUMNS]))
FIGURES = Shape(_figures, opening=MARK + lines([FIGURE_COLUMNS]), every=True)
