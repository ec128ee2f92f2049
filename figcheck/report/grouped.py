"""By article: its name once, and below it a line a finding."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.model import Finding, Report
from figcheck.report import places, remarks
from figcheck.report.aligned import aligned
from figcheck.report.paint import safe
from figcheck.report.shape import Shape


def _findings(report: Report) -> Iterator[str]:
    if not report.findings:
        return
    name = report.document.id
    table = [(_place(report, found), found.severity, found.rule, remarks.message(found)) for found in report.findings]
    lines = aligned([[safe(cell) for cell in row] for row in table]).splitlines()
    yield f"{safe(name)}\n" + "".join(f"  {line}\n" for line in lines)


def _place(report: Report, found: Finding) -> str:
    """The place without the name of the article."""
    return places.address(report.document, places.begins(found)).removeprefix(f"{report.document.id}:")


FINDINGS = Shape(_findings, separator="\n")
