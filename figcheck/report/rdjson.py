"""reviewdog's Diagnostic Format, with every repair as a suggestion; what was accepted is not brought up again.

Columns count bytes of UTF-8 there, from one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from figcheck.model import Document, Finding, Report, Span
from figcheck.report import places, remarks
from figcheck.report.paint import safe
from figcheck.report.shape import Shape

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def _findings(report: Report) -> Iterator[str]:
    for found in report.findings:
        if found.status == "new":
            yield "\n" + json.dumps(_diagnostic(report, found), ensure_ascii=False, indent=2)


def _diagnostic(report: Report, found: Finding) -> dict[str, Any]:
    document = report.document
    spans = [(role, claim.figure.span, claim.figure.surface) for role, claim in places.in_order(found.relation)]
    told: dict[str, Any] = {
        "message": "\n".join(safe(line) for line in remarks.lines(found)),
        "location": _location(document, spans[0][1]),
        "severity": SEVERITIES[found.severity],
        "code": {"value": found.rule},
    }
    told["suggestions"] = [
        {"range": _range(document, repair.span), "text": repair.new}
        for repair in found.repairs
        if repair.span.start >= document.offset
    ]
    told["relatedLocations"] = [
        {"message": f"{role} {surface}", "location": _location(document, span)} for role, span, surface in spans[1:]
    ]
    return told


def _location(document: Document, span: Span) -> dict[str, Any]:
    """The file and, unless it is a title beside the text, the range."""
    place = {"range": _range(document, span)} if span.start >= document.offset else {}
    return {"path": remarks.path(document), **place}


def _range(document: Document, span: Span) -> dict[str, Any]:
    return {"start": _position(document, span.start), "end": _position(document, span.end)}


def _position(document: Document, at: int) -> dict[str, int]:
    line, column = places.line_and_column(document, at)
    before = document.text[at - column + 1 : at]
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}


FINDINGS = Shape(
    _findings, opening='{"source": {"name": "figcheck"}, "diagnostics": [', separator=",", closing="\n]}\n"
)
