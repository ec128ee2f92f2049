"""The three tables of a run: its findings, its figures, and every relation that was judged, one row each.

CSV, workbooks, Parquet files and frames all hold these, so that they cannot say different things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from figcheck import units
from figcheck.model import Claim, Report, Span
from figcheck.record import record
from figcheck.report import editorial, remarks, rows

FIGURE_COLUMNS = (
    "document", "text", "start", "end", "value", "upper", "low", "high", "unit", "currency", "dimension", "counted",
    "per", "hedge", "kind", "roles", "section", "sentence",
)  # fmt: skip

CHECK_COLUMNS = (
    "document", "relation", "rule", "outcome", "severity", "status", "figures", "left", "right", "strain", "reason",
    "basis", "pattern", "place", "sentence",
)  # fmt: skip


@record
class Table:
    """Columns, and the rows that an article adds; what is not known is empty.

    `whole` names the columns of whole numbers, `numbers` those of any numbers (among which a date may stand).
    """

    columns: tuple[str, ...]
    rows: Callable[[Report], Iterator[rows.Row]]
    whole: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


def _findings(report: Report) -> Iterator[rows.Row]:
    return (editorial.row(report, found) for found in report.findings)


def _figures(report: Report) -> Iterator[rows.Row]:
    """One value a cell: the high end of a range goes to `upper`."""
    played = _roles(report)
    for claim in report.claims:
        row = rows.figure(report, claim)
        low, high = row["value"] if isinstance(row["value"], list) else (row["value"], None)
        money = claim.figure.kind == "money"
        cells = {
            **row,
            "value": low,
            "upper": high,
            "currency": units.currency(claim.figure.quantity.unit) if money else "",
            "dimension": _dimension(claim),
            "roles": "; ".join(played.get(claim.figure.span, ())),
        }
        yield {name: "" if cells[name] is None else cells[name] for name in FIGURE_COLUMNS}


def _checks(report: Report) -> Iterator[rows.Row]:
    for check, found in remarks.judged(report):
        row = {**rows.check(report, check), "status": found.status if found else ""}
        yield {name: "" if row[name] is None else row[name] for name in CHECK_COLUMNS}


def _roles(report: Report) -> Mapping[Span, list[str]]:
    """What each figure is in the relations that were judged: "partition whole"."""
    found: dict[Span, list[str]] = {}
    for check in report.checks:
        for role, claim in check.relation.roles:
            told = found.setdefault(claim.figure.span, [])
            told += [f"{check.relation.kind} {role}"] if f"{check.relation.kind} {role}" not in told else []
    return found


def _dimension(claim: Claim) -> str:
    """What a figure measures: "length/time"; nothing for counts and shares."""
    unit = claim.figure.quantity.unit
    if not unit or claim.figure.kind not in ("money", "measure", "duration", "age"):
        return ""
    powers = units.dimension(unit)
    over = " ".join(_powered(name, power) for name, power in powers if power > 0)
    under = " ".join(_powered(name, -power) for name, power in powers if power < 0)
    return f"{over or 1}/{under}" if under else over


def _powered(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"


TABLES = {
    "findings": Table(
        editorial.COLUMNS, _findings,
        whole=frozenset({"paragraph", "line", "column"}), numbers=frozenset({"difference", "difference_pct"}),
    ),
    "figures": Table(
        FIGURE_COLUMNS, _figures,
        whole=frozenset({"start", "end"}), numbers=frozenset({"value", "upper", "low", "high"}),
    ),
    "checks": Table(CHECK_COLUMNS, _checks, numbers=frozenset({"left", "right", "strain"})),
}  # fmt: skip
