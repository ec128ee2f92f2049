"""CSV: the columns editors were promised, and no cell that can act."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from figcheck.report import editorial, spreadsheet, table
from figcheck.report.spreadsheet import harmless
from figcheck.report.tables import CHECK_COLUMNS, FIGURE_COLUMNS
from tests.report import made

REPORTS = [
    made.report(title=made.TITLE),
    made.silent(),
    made.report(message='=HYPERLINK("x")', diagnosis="", severity="warning"),
    made.report(text='Of 50,000 hands,\n40,000 sail;\r15,000 "do not".', stated="-3C", expected="@home"),
]


def _csv(shape) -> str:
    return shape.opening + "".join(piece for report in REPORTS for piece in shape.pieces(report))


def test_the_columns_are_those_of_the_conventions():
    header, *rows = csv.reader(StringIO(_csv(spreadsheet.FINDINGS).removeprefix(spreadsheet.MARK)))
    assert " ".join(header) == (
        "file headline severity confidence rule what_is_wrong sentence figures stated expected "
        "difference difference_pct suggestion_1 suggestion_2 paragraph line column source_section "
        "quoted_by rate_source rate_date status reason accepted_by fingerprint link"
    )
    assert [len(row) for row in rows] == [len(header)] * 3


def test_a_spreadsheet_knows_the_file_for_utf_8():
    assert _csv(spreadsheet.FINDINGS).encode().startswith(b"\xef\xbb\xbf")


def test_pandas_reads_the_file_as_it_is(tmp_path):
    pandas = pytest.importorskip("pandas")
    file = tmp_path / "check.csv"
    file.write_text(_csv(spreadsheet.FINDINGS), encoding="utf-8", newline="")
    read = pandas.read_csv(file, keep_default_na=False)
    assert list(read.columns) == list(editorial.COLUMNS) and len(read) == 3
    assert all(read["line"] >= 1) and set(read["severity"]) <= {"error", "warning", "note"}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-3C", "@x", "\t=1", "\r=1", " =1", "\n=1", "＝1"])
def test_no_text_begins_like_a_formula(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "5-3", -3, -0.5, "a=b", "'=1"])
def test_harmless_cells_stay_as_they_are(cell):
    assert harmless(cell) == cell


def test_a_finding_is_one_line_even_where_its_sentence_is_not():
    assert len(_csv(spreadsheet.FINDINGS).splitlines()) == 1 + 3


def test_the_csv_is_what_the_frame_would_write():
    frame = table.findings_frame(REPORTS).map(harmless)
    assert spreadsheet.MARK + frame.to_csv(index=False, lineterminator="\n") == _csv(spreadsheet.FINDINGS)


def test_the_csv_of_figures_is_what_the_frame_would_write():
    frame = table.figures_frame(REPORTS).map(harmless)
    assert spreadsheet.MARK + frame.to_csv(index=False, lineterminator="\n") == _csv(spreadsheet.FIGURES)


def test_frames_keep_their_columns_where_nothing_was_found():
    assert tuple(table.findings_frame([made.silent()]).columns) == editorial.COLUMNS
    assert tuple(table.figures_frame([]).columns) == FIGURE_COLUMNS
    assert tuple(table.checks_frame([]).columns) == CHECK_COLUMNS


def test_the_frame_of_checks_holds_passes_and_silences_too():
    frame = table.checks_frame([made.report(), made.silent()])
    assert list(frame["outcome"]) == ["contradicts", "agrees", "not judged"]
    assert list(frame["reason"]) == ["", "", "no rate on record"]


def test_difference_is_a_number_and_its_percentage_is_of_what_was_worked_out():
    row = table.findings_frame([made.report()]).iloc[0]
    assert (row["difference"], row["difference_pct"]) == (-5000, -9.1)
