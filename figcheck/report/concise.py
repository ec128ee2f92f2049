"""One line a finding: place, severity, rule, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.model import Report
from figcheck.report import places, remarks
from figcheck.report.paint import safe
from figcheck.report.shape import Shape


def _findings(report: Report) -> Iterator[str]:
    for finding in report.findings:
        where = places.address(report.document, places.begins(finding))
        yield safe(f"{where}: {finding.severity} {finding.rule} {remarks.message(finding)}") + "\n"


FINDINGS = Shape(_findings)
