"""One JSON list of all findings, for programs that read a file whole."""

from __future__ import annotations

import json
from collections.abc import Iterator

from figcheck.model import Report
from figcheck.report import rows
from figcheck.report.shape import Shape


def _findings(report: Report) -> Iterator[str]:
    for finding in report.findings:
        text = json.dumps(rows.finding(report, finding), ensure_ascii=False, allow_nan=False, indent=2)
        yield "\n" + text


FINDINGS = Shape(_findings, opening="[", separator=",", closing="\n]\n")
