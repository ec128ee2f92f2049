"""Parquet, for data teams: the tables of the CSV with typed columns.

A column has one type here, so the value of a date ("2023-01-20" in the CSV) stands in `day_first` and `day_last`, and
what is no number is null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from figcheck.model import Report
from figcheck.report.rows import Row
from figcheck.report.shape import Gathered
from figcheck.report.tables import TABLES, Table

if TYPE_CHECKING:
    from pyarrow import Schema

DAYS = {"day_first": "low", "day_last": "high"}


def _typed(table: Table, row: Row) -> Row:
    """The row with numbers or nothing in the columns of numbers, and the days of a date in theirs."""
    typed = {name: _number(cell) if name in table.numbers else _plain(cell) for name, cell in row.items()}
    return typed | {name: _day(row[end]) for name, end in DAYS.items() if end in row}


def _number(cell: object) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None


def _plain(cell: object) -> object:
    """Text that can be written as UTF-8."""
    return cell.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(cell, str) else cell


def _day(cell: object) -> str | None:
    return cell if isinstance(cell, str) and cell else None


def _schema(table: Table) -> Schema:
    """The types of the columns."""
    import pyarrow

    def kind(name: str) -> Any:
        if name in table.whole:
            return pyarrow.int64()
        return pyarrow.float64() if name in table.numbers else pyarrow.string()

    days = [name for name, end in DAYS.items() if end in table.columns]
    return pyarrow.schema([(name, kind(name)) for name in table.columns] + [(name, pyarrow.string()) for name in days])


def _gathered(name: str) -> Gathered:
    """One of the tables."""
    table = TABLES[name]

    def taken(report: Report) -> Iterator[Row]:
        return (_typed(table, row) for row in table.rows(report))

    return Gathered(taken, _writer(table), every=name != "findings", binary=True)


def _writer(table: Table) -> Callable[[Sequence[Row], Sequence[str]], bytes]:
    def made(kept: Sequence[Row], folders: Sequence[str] = ()) -> bytes:
        import pyarrow
        from pyarrow import parquet

        sink = pyarrow.BufferOutputStream()
        parquet.write_table(pyarrow.Table.from_pylist(list(kept), schema=_schema(table)), sink)
        return bytes(sink.getvalue())

    return made


FINDINGS = _gathered("findings")
FIGURES = _gathered("figures")
CHECKS = _gathered("checks")
