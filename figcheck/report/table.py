"""Frames for pandas, which is imported here and nowhere else, and only when a frame is asked for."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from figcheck.model import Report
from figcheck.problem import Problem, nearest
from figcheck.report.rows import Row
from figcheck.report.tables import TABLES

if TYPE_CHECKING:
    from pandas import DataFrame as DataFrame

UNREAD = "article-can-be-read"

def findings_frame(reports: Iterable[Report]) -> DataFrame:
    """One row a finding, with the columns of the CSV."""
    return _frame("findings", reports)


def figures_frame(reports: Iterable[Report]) -> DataFrame:
    """One row a figure, also of those in no relation."""
    return _frame("figures", reports)


def checks_frame(reports: Iterable[Report]) -> DataFrame:
    """One row a relation and rule: passes, findings, and what was not judged with the reason."""
    return _frame("checks", reports)


def cells(frame: DataFrame, columns: Mapping[str, Hashable]) -> Iterator[tuple[Hashable, dict[str, Any]]]:
    """The label of each row of a frame, and its cells in some columns under other names; None where one is missing."""
    if not hasattr(frame, "columns"):
        raise Problem("check_frame", f"was given {type(frame).__name__}", "expected a pandas DataFrame")
    names: list[Hashable] = list(frame.columns)
    for name in columns.values():
        if name not in names:
            raise Problem("check_frame", f"no column {name!r}", nearest(str(name), map(str, names)))
        if names.count(name) > 1:
            raise Problem("check_frame", f"more than one column {name!r}")
    kept = [frame[name].astype(object).where(frame[name].notna(), None) for name in columns.values()]
    for label, *values in zip(frame.index, *kept, strict=True):
        yield label, dict(zip(columns, values, strict=True))


def findings_of(frame: DataFrame, outcomes: Iterable[Report | Problem]) -> DataFrame:
    """The findings in the articles of a frame, one outcome a row, under the labels of its rows.

    A row that could not be checked is a row here as well: what was not read is not clean.
    """
    from pandas import DataFrame

    table = TABLES["findings"]
    places: list[int] = []
    rows: list[Row] = []
    for place, outcome in enumerate(outcomes):
        told = [_unread(outcome)] if isinstance(outcome, Problem) else list(table.rows(outcome))
        places += [place] * len(told)
        rows += told
    found = DataFrame(rows, index=frame.index.take(places), columns=list(table.columns), dtype=object)
    return found.astype(dict.fromkeys(sorted(table.whole), "int64"))


def _unread(problem: Problem) -> Row:
    """The row of an article that could not be checked."""
    hint = f" ({problem.hint})" if problem.hint else ""
    told = {"severity": "error", "rule": UNREAD, "what_is_wrong": problem.what + hint, "status": "new"}
    table = TABLES["findings"]
    return {name: 0 if name in table.whole else "" for name in table.columns} | {"file": problem.where} | told


def _frame(name: str, reports: Iterable[Report]) -> DataFrame:
    """The rows as a frame; numbers keep the form they have in the CSV, 10000 and not 10000.0."""
    from pandas import DataFrame

    table = TABLES[name]
    cells = [row for report in reports for row in table.rows(report)]
    frame = DataFrame(cells, columns=list(table.columns), dtype=object)
    return frame.astype(dict.fromkeys(sorted(table.whole), "int64"))
