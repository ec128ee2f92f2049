"""Frames for pandas, which is imported here and nowhere else, and only when a frame is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from figcheck.model import Report
from figcheck.report.tables import TABLES

if TYPE_CHECKING:
    from pandas import DataFrame as DataFrame


def findings_frame(reports: Iterable[Report]) -> DataFrame:
    """One row a finding, with the columns of the CSV."""
    return _frame("findings", reports)


def figures_frame(reports: Iterable[Report]) -> DataFrame:
    """One row a figure, also of those in no relation."""
    return _frame("figures", reports)


def checks_frame(reports: Iterable[Report]) -> DataFrame:
    """One row a relation and rule: passes, findings, and what was not judged with the reason."""
    return _frame("checks", reports)


def _frame(name: str, reports: Iterable[Report]) -> DataFrame:
    """The rows as a frame; numbers keep the form they have in the CSV, 10000 and not 10000.0."""
    from pandas import DataFrame

    table = TABLES[name]
    cells = [row for report in reports for row in table.rows(report)]
    frame = DataFrame(cells, columns=list(table.columns), dtype=object)
    return frame.astype(dict.fromkeys(sorted(table.whole), "int64"))
