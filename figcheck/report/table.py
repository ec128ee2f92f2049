"""Frames for pandas, which is imported here and nowhere else, and only when a frame is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from figcheck.model import Report
from figcheck.report import editorial, rows
from figcheck.report.spreadsheet import FIGURE_COLUMNS, flat_figure

if TYPE_CHECKING:
    from pandas import DataFrame as DataFrame

CHECK_COLUMNS = (
    "document", "relation", "rule", "outcome", "severity", "figures", "left", "right", "strain", "reason", "basis",
    "pattern", "place", "sentence",
)  # fmt: skip


def findings_frame(reports: Iterable[Report]) -> DataFrame:
    """One row a finding, with the columns of the CSV."""
    return _frame(
        editorial.COLUMNS,
        [editorial.row(report, finding) for report in reports for finding in report.findings],
        whole=("paragraph", "line", "column"),
    )


def figures_frame(reports: Iterable[Report]) -> DataFrame:
    """One row a figure, also of those in no relation."""
    return _frame(
        FIGURE_COLUMNS,
        [flat_figure(rows.figure(report, claim)) for report in reports for claim in report.claims],
        whole=("start", "end"),
    )


def checks_frame(reports: Iterable[Report]) -> DataFrame:
    """One row a relation and rule: passes, findings, and what was not judged with the reason."""
    return _frame(CHECK_COLUMNS, [rows.check(report, check) for report in reports for check in report.checks])


def _frame(columns: Sequence[str], cells: list[rows.Row], whole: Sequence[str] = ()) -> DataFrame:
    """The rows as a frame; numbers keep the form they have in the CSV, 10000 and not 10000.0."""
    from pandas import DataFrame

    frame = DataFrame(cells, columns=list(columns), dtype=object)
    return frame.astype(dict.fromkeys(whole, "int64"))
