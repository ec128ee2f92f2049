"""Parquet, opened by pandas."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest

from figcheck import report as formats
from figcheck.report import table, tables
from figcheck.report.shape import written
from tests.report import made

pytest.importorskip("pyarrow")
REPORTS = [made.report(title=made.TITLE), made.silent(), made.report(status="accepted", reason="checked \ud800")]
FRAMES = {"findings": table.findings_frame, "figures": table.figures_frame, "checks": table.checks_frame}


def _frame(name: str, *reports: Any) -> Any:
    import pandas

    return pandas.read_parquet(BytesIO(written(formats.form(name, "parquet"), reports)))


@pytest.mark.parametrize("name", FRAMES)
def test_pandas_reads_what_the_frames_of_the_python_door_hold(name):
    frame, other = _frame(name, *REPORTS), FRAMES[name](REPORTS)
    assert len(frame) == len(other) > 0
    for column in other.columns:
        told = [_plain(cell) for cell in frame[column]]
        assert told == [_plain(cell) for cell in other[column]], column


def _plain(cell: object) -> object:
    if cell is None or cell != cell or cell == "":
        return None
    return cell.replace("\\ud800", "\ud800") if isinstance(cell, str) else cell


@pytest.mark.parametrize("name", FRAMES)
def test_columns_have_their_types_where_there_is_no_row(name):
    frame = _frame(name)
    assert list(frame.columns)[: len(tables.TABLES[name].columns)] == list(tables.TABLES[name].columns)
    for column in tables.TABLES[name].numbers:
        assert frame[column].dtype == "float64"
    for column in tables.TABLES[name].whole:
        assert frame[column].dtype == "int64"


def test_a_date_has_its_days_in_columns_of_their_own():
    import figcheck

    judged = figcheck.check("The ferry sank on Friday 20 January 2023.").judged
    row = _frame("figures", judged).iloc[0]
    assert (row["day_first"], row["day_last"]) == ("2023-01-20", "2023-01-20")
    assert row["value"] != row["value"]
