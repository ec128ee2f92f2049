"""One JSON object a line: the contract for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator

from figcheck.model import Report
from figcheck.report import remarks, rows
from figcheck.report.shape import Shape

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def _findings(report: Report) -> Iterator[str]:
    for finding in report.findings:
        yield _encode(rows.finding(report, finding)) + "\n"


def _figures(report: Report) -> Iterator[str]:
    for claim in report.claims:
        yield _encode(rows.figure(report, claim)) + "\n"


def _checks(report: Report) -> Iterator[str]:
    for check, found in remarks.judged(report):
        yield _encode({**rows.check(report, check), "status": found.status if found else None}) + "\n"


FINDINGS = Shape(_findings)
FIGURES = Shape(_figures, every=True)
CHECKS = Shape(_checks, every=True)
