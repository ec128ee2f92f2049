"""A plain table for the eye: columns lined up, article by article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck.model import Report
from figcheck.report import places, remarks, rows
from figcheck.report.paint import safe
from figcheck.report.shape import Shape


def aligned(cells: Sequence[Sequence[str]]) -> str:
    """Rows whose columns begin below each other; the last column is as long as it likes.

    >>> print(aligned([("figure", "unit"), ("26 miles", "mile")]), end="")
    figure    unit
    26 miles  mile
    """
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "".join(line.rstrip() + "\n" for line in lines)


def _findings(report: Report) -> Iterator[str]:
    if not report.findings:
        return
    table = [("place", "severity", "rule", "stated", "expected", "what is wrong")]
    for found in report.findings:
        place = places.address(report.document, places.begins(found))
        table.append((place, found.severity, found.rule, found.stated, found.expected, remarks.message(found)))
    yield aligned([[safe(cell) for cell in row] for row in table])


def _figures(report: Report) -> Iterator[str]:
    if not report.claims:
        return
    table = [("place", "figure", "kind", "value", "could be", "unit", "counts", "per", "hedge", "section")]
    for claim in report.claims:
        row = rows.figure(report, claim)
        table.append((
            places.address(report.document, claim.figure.span.start), row["text"], row["kind"], _value(row["value"]),
            f"{_end(row['low'])} to {_end(row['high'])}", row["unit"], row["counted"], row["per"], row["hedge"] or "",
            row["section"],
        ))  # fmt: skip
    yield aligned([[safe(cell) for cell in row] for row in table])


def _checks(report: Report) -> Iterator[str]:
    if not report.checks:
        return
    table = [("place", "outcome", "rule", "figures", "reason")]
    for check in report.checks:
        row = rows.check(report, check)
        table.append((row["place"], row["outcome"], row["rule"], row["figures"], row["reason"]))
    yield aligned([[safe(cell) for cell in row] for row in table])


def _value(value: object) -> str:
    """A value for the eye, thousands parted."""
    if isinstance(value, list):
        return " to ".join(_end(end) for end in value)
    return "" if value is None else _end(value)


def _end(end: object) -> str:
    """One end of an interval for the eye."""
    if end is None:
        return "..."
    if isinstance(end, float):
        return f"{end:,.6g}" if abs(end) < 1e6 else f"{end:,.0f}"
    return f"{end:,}" if isinstance(end, int) else str(end)


FINDINGS = Shape(_findings, separator="\n")
FIGURES = Shape(_figures, separator="\n", every=True)
CHECKS = Shape(_checks, separator="\n", every=True)
