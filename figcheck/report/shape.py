"""What every output format is: how it opens, what one article adds, how it closes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from figcheck.model import Report
from figcheck.record import record

SEVERITIES = ("error", "warning", "note")


@record
class Shape:
    """One output format. `pieces` is asked once an article, so a report is written while the run goes on.

    `separator` stands between two pieces, `opening` and `closing` around all of them.
    """

    pieces: Callable[[Report], Iterator[str]]
    opening: str = ""
    separator: str = ""
    closing: str = ""


def shown(report: Report, least: str) -> Report:
    """The same report with the findings of the severity named or worse."""
    wanted = SEVERITIES[: SEVERITIES.index(least) + 1]
    findings = tuple(finding for finding in report.findings if finding.severity in wanted)
    if len(findings) == len(report.findings):
        return report
    return Report(report.document, report.sentences, report.claims, report.checks, findings, report.coverage)
