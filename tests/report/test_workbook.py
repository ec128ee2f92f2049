"""The workbook, opened by two readers that had no part in writing it."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest

from figcheck import report as formats
from figcheck.report import tables, workbook
from figcheck.report.shape import written
from tests.report import made

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")
calamine = pytest.importorskip("python_calamine")

HOSTILE = '=HYPERLINK("http://x", "50,000") \x07'
REPORTS = [
    made.report(title=made.TITLE), made.silent(), made.report(message=HOSTILE, stated="-3C", expected="{=1+1}"),
    made.report(status="accepted", reason="@risk", accepted_by="+A"),
]  # fmt: skip


def _bytes(*reports: Any) -> bytes:
    content = written(formats.findings_shape("xlsx"), reports)
    assert isinstance(content, bytes)
    return content


def _book(*reports: Any) -> Any:
    return openpyxl.load_workbook(BytesIO(_bytes(*reports)))


def test_there_are_three_sheets_each_with_a_head_in_sight_and_filters():
    book = _book(*REPORTS)
    assert book.sheetnames == ["findings", "figures", "checks"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert tuple(cell.value for cell in sheet[1]) == tables.TABLES[sheet.title].columns


def test_an_editor_chooses_a_status_and_a_reason_from_lists():
    sheet = _book(*REPORTS)["findings"]
    columns = [cell.value for cell in sheet[1]]
    lists = {str(one.sqref): one for one in sheet.data_validations.dataValidation}
    for name, choices, is_strict in (("status", workbook.STATUSES, True), ("reason", workbook.REASONS, False)):
        letter = openpyxl.utils.get_column_letter(columns.index(name) + 1)
        chosen = lists[f"{letter}2:{letter}4"]
        assert chosen.formula1.strip('"') == ",".join(choices)
        assert bool(chosen.showErrorMessage) is is_strict


def test_no_cell_is_a_formula_or_a_link():
    content = _bytes(*REPORTS)
    for sheet in openpyxl.load_workbook(BytesIO(content)):
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    with ZipFile(BytesIO(content)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")]
    assert sheets and not any(b"<f>" in sheet or b"hyperlink" in sheet for sheet in sheets)


def test_the_sheets_hold_what_the_csv_holds():
    book = calamine.CalamineWorkbook.from_filelike(BytesIO(_bytes(*REPORTS)))
    for name in tables.TABLES:
        text = str(written(formats.form(name, "csv"), REPORTS)).removeprefix("\ufeff")
        rows = [[cell.removeprefix("'") for cell in row] for row in csv.reader(StringIO(text))]
        cells = [[_told(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]
        assert cells == [[cell.replace("\x07", "\ufffd") for cell in row] for row in rows]


def _told(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def test_numbers_are_numbers():
    sheet = _book(made.report())["findings"]
    cells = dict(zip((cell.value for cell in sheet[1]), sheet[2], strict=True))
    assert (cells["difference"].value, cells["line"].value) == (-5000, 1)
    assert cells["fingerprint"].data_type == "s"


def test_a_cell_that_is_too_long_says_where_the_rest_is():
    long = "x" * 40_000
    sheet = _book(made.report(message=long))["findings"]
    told = sheet.cell(2, 1 + [cell.value for cell in sheet[1]].index("what_is_wrong")).value
    assert len(told) < 32_768 and told.endswith("(the rest is in the CSV)")


def test_rows_that_one_sheet_cannot_hold_go_on_in_the_next(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    book = _book(*[made.report()] * 5)
    assert [name for name in book.sheetnames if name.startswith("findings")] == ["findings", "findings 2", "findings 3"]
    assert sum(book[name].max_row - 1 for name in book.sheetnames if name.startswith("findings")) == 5


def test_a_workbook_written_row_by_row_holds_the_same(monkeypatch):
    whole = [[cell.value for cell in row] for sheet in _book(*REPORTS) for row in sheet]
    monkeypatch.setattr(workbook, "FEW_ROWS", 2)
    assert [[cell.value for cell in row] for sheet in _book(*REPORTS) for row in sheet] == whole


def test_an_empty_run_has_its_sheets_and_the_same_run_the_same_bytes():
    assert [sheet.max_row for sheet in _book()] == [1, 1, 1]
    assert _bytes(*REPORTS) == _bytes(*REPORTS)
