"""The row of a finding as an editor reads it in a spreadsheet."""

from __future__ import annotations

from figcheck.model import Finding, Repair, Report
from figcheck.report import places, rows, values

Cell = str | int | float

COLUMNS = (
    "file", "headline", "severity", "confidence", "rule", "what_is_wrong", "sentence", "figures", "stated", "expected",
    "difference", "difference_pct", "suggestion_1", "suggestion_2", "paragraph", "line", "column", "source_section",
    "quoted_by", "rate_source", "rate_date", "status", "reason", "accepted_by", "fingerprint", "link",
)  # fmt: skip


def row(report: Report, found: Finding) -> dict[str, Cell]:
    """One cell for each of COLUMNS; what is not known is empty."""
    document = report.document
    first = places.in_order(found.relation)[0][1]
    start = first.figure.span.start
    line, column = places.line_and_column(document, start)
    difference, percent = _difference(found)
    known: dict[str, Cell] = {
        "file": document.id,
        "headline": places.headline(report),
        "severity": found.severity,
        "confidence": rows.CONFIDENCE.get(found.relation.basis, "low"),
        "rule": found.rule,
        "what_is_wrong": found.message,
        "sentence": places.sentences(report, found.relation),
        "figures": rows.figures_in_words(found.relation),
        "stated": found.stated,
        "expected": found.expected,
        "difference": difference,
        "difference_pct": percent,
        "suggestion_1": _suggestion(found.repairs[0:1]),
        "suggestion_2": _suggestion(found.repairs[1:2]),
        "paragraph": places.paragraph(document, start),
        "line": line,
        "column": column,
        "source_section": places.section(report, first),
        **rows.standing(report, found),
        "fingerprint": found.fingerprint,
        "link": places.address(document, start),
    }
    return {name: known.get(name, "") for name in COLUMNS}


def _difference(found: Finding) -> tuple[Cell, Cell]:
    """How far the two sides of the law lie apart, and in percent of the side that was worked out."""
    left, right = found.verdict.left, found.verdict.right
    if left is None or right is None or not (left - right).is_finite():
        return "", ""
    difference = values.number(left - right)
    percent = values.number(round(100 * (left - right) / abs(right), 1)) if right else None
    return "" if difference is None else difference, "" if percent is None else percent


def _suggestion(repairs: tuple[Repair, ...]) -> str:
    """A repair in words: "whole 50,000 -> 60,000"."""
    return "".join(f"{repair.role} {repair.old} -> {repair.new}" for repair in repairs)
