"""A workbook for an editor: sheets of findings, figures and checks, with lists to choose a status and a reason from.

The sheet of findings has the columns of the CSV, and `figcheck accept --from FILE.xlsx` reads it back. Every text is
written as text, so an article that holds "=HYPERLINK(…)" is shown and never acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from figcheck.model import Report
from figcheck.report.paint import safe
from figcheck.report.shape import Gathered
from figcheck.report.tables import TABLES, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

STATUSES = ("new", "accepted", "baseline")
REASONS = (
    "right as it stands: checked with the source",
    "said so by the one who is quoted",
    "rounded figures",
    "figures of different things",
    "figures of different days",
    "misread by figcheck",
)
"""Reasons to choose from; any other text may be written too."""

WIDTHS = {
    "file": 28, "document": 28, "headline": 32, "what_is_wrong": 50, "sentence": 60, "figures": 38, "rule": 26,
    "suggestion_1": 26, "suggestion_2": 26, "quoted_by": 18, "rate_source": 24, "rate_date": 22, "reason": 34,
    "accepted_by": 16, "fingerprint": 18, "link": 32, "place": 32, "pattern": 34, "roles": 24, "text": 16,
}  # fmt: skip
WIDTH = 12
MOST_ROWS = 1_048_575  # below the header; what is more goes on in another sheet
FEW_ROWS = 100_000  # more are written row by row, so that memory need not hold them twice
MOST_SIGNS = 32_767  # in a cell
CUT = " … (the rest is in the CSV)"
NO_DAY = datetime(2000, 1, 1)  # when a workbook was made is no part of a report

Entry = tuple[str, tuple[Any, ...]]
"""The name of a sheet, and one row of it."""


def _taken(report: Report) -> Iterator[Entry]:
    for name, table in TABLES.items():
        for row in table.rows(report):
            yield name, tuple(row.values())


def _made(kept: Sequence[Entry], folders: Sequence[str] = ()) -> bytes:
    from io import BytesIO

    from xlsxwriter import Workbook

    written = BytesIO()
    book = Workbook(written, {"constant_memory": True} if len(kept) > FEW_ROWS else {"in_memory": True})
    book.set_properties({"title": "figcheck", "created": NO_DAY})
    styles = {
        "head": book.add_format({"bold": True, "bottom": 1, "bg_color": "#EEEEEE", "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "number": book.add_format({"valign": "top"}),
    }
    for name, table in TABLES.items():
        rows = [row for sheet, row in kept if sheet == name]
        for number in range(max(1, -(-len(rows) // MOST_ROWS))):
            part = rows[number * MOST_ROWS : (number + 1) * MOST_ROWS]
            _sheet(book, name if not number else f"{name} {number + 1}", table, part, styles)
    book.close()
    return written.getvalue()


def _sheet(book: Workbook, name: str, table: Table, rows: Sequence[Sequence[Any]], styles: Mapping[str, Any]) -> None:
    """One sheet: its head stays in sight and can be filtered by."""
    sheet = book.add_worksheet(name)
    for column, title in enumerate(table.columns):
        sheet.set_column(column, column, WIDTHS.get(title, WIDTH))
        sheet.write_string(0, column, title, styles["head"])
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            _cell(sheet, number, column, cell, styles)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(table.columns) - 1)
    if "status" in table.columns:
        _choices(sheet, table.columns, max(len(rows), 1))


def _cell(sheet: Worksheet, row: int, column: int, cell: object, styles: Mapping[str, Any]) -> None:
    """A number as a number, anything else as text that is never a formula, a link or a date."""
    if isinstance(cell, int | float):
        sheet.write_number(row, column, cell, styles["number"])
    elif cell != "":
        text = safe(str(cell)).encode("utf-8", "backslashreplace").decode("utf-8")
        fits = len(text.encode("utf-16-le")) // 2 <= MOST_SIGNS
        sheet.write_string(row, column, text if fits else text[: (MOST_SIGNS - len(CUT)) // 2] + CUT, styles["text"])


def _choices(sheet: Worksheet, columns: Sequence[str], last: int) -> None:
    """What an editor may choose from; a reason may be anything."""
    status, reason = columns.index("status"), columns.index("reason")
    sheet.data_validation(1, status, last, status, {
        "validate": "list", "source": list(STATUSES), "error_title": "status",
        "error_message": "new, accepted or baseline",
    })  # fmt: skip
    sheet.data_validation(1, reason, last, reason, {"validate": "list", "source": list(REASONS), "show_error": False})


FINDINGS = Gathered(_taken, _made, every=True, binary=True)
