"""One row a finding, one a figure, one a check: what every format is fed with.

The keys of `finding` and `figure` are a contract that scripts rely on; new ones may be added.
"""

from __future__ import annotations

from typing import Any

from figcheck.model import Check, Claim, Finding, Relation, Repair, Report
from figcheck.report import places, values
from figcheck.report.speaker import speaker

Row = dict[str, Any]

CONFIDENCE = {"stated": "high", "structural": "high", "inferred": "medium"}


NO_QUANTITY = "label"
"""What scripts are told of a score: "3-2" counts nothing, like the number in a name."""

EACH = "each"


def finding(report: Report, found: Finding) -> Row:
    """All that a script wants to know of one finding."""
    relation = found.relation
    return {
        "document": report.document.id,
        "rule": found.rule,
        "relation": relation.kind,
        "severity": found.severity,
        "message": found.message,
        "working": found.working,
        "repairs": [_repair(report, repair) for repair in found.repairs],
        "diagnosis": found.diagnosis,
        "strain": values.number(found.verdict.strain),
        "sentence": places.sentences(report, relation),
        "figures": [{"role": role, **_printed(report, claim)} for role, claim in places.in_order(relation)],
        "fingerprint": found.fingerprint,
        "stated": found.stated,
        "expected": found.expected,
        "confidence": CONFIDENCE.get(relation.basis, "low"),
        **standing(report, found),
    }


def standing(report: Report, found: Finding) -> Row:
    """What stands behind a finding and what became of it: who says it, by whose rates it is wrong, who accepted it."""
    return {
        "quoted_by": speaker(report, found),
        "rate_source": found.rate_source,
        "rate_date": found.rate_date,
        "status": found.status,
        "reason": found.reason,
        "accepted_by": found.accepted_by,
    }


def figure(report: Report, claim: Claim) -> Row:
    """One figure as read: what is printed, what it could stand for, and what it counts."""
    return {
        "document": report.document.id,
        **_printed(report, claim),
        "unit": _unit(claim),
        "counted": claim.counted,
        "per": claim.per,
        "hedge": _hedge(claim),
        "kind": NO_QUANTITY if claim.figure.kind == "score" else claim.figure.kind,
        "sentence": places.sentence(report, claim.sentence),
    }


def check(report: Report, judged: Check) -> Row:
    """One relation held against one rule, whatever came of it."""
    relation, verdict = judged.relation, judged.verdict
    first = min(claim.figure.span.start for _, claim in relation.roles)
    return {
        "document": report.document.id,
        "relation": relation.kind,
        "rule": judged.rule,
        "outcome": verdict.outcome,
        "severity": judged.finding.severity if judged.finding else "",
        "figures": figures_in_words(relation),
        "left": values.number(verdict.left),
        "right": values.number(verdict.right),
        "strain": values.number(verdict.strain),
        "reason": verdict.reason,
        "basis": relation.basis,
        "pattern": relation.pattern,
        "place": places.address(report.document, first),
        "sentence": places.sentences(report, relation),
    }


def figures_in_words(relation: Relation) -> str:
    """Roles and figures for people: "whole 50,000; part 40,000; rest 15,000"."""
    return "; ".join(f"{role} {claim.figure.surface}" for role, claim in places.in_order(relation))


def _unit(claim: Claim) -> str:
    """The unit, for money with what each of it is paid for: "$1.40 a share" is USD/share."""
    unit = claim.figure.quantity.unit
    is_paid_for = claim.figure.kind == "money" and claim.per not in ("", EACH) and "/" not in unit
    return f"{unit}/{claim.per}" if is_paid_for else unit


def _hedge(claim: Claim) -> str | None:
    """What loosens the figure; "exactly" does not."""
    return None if claim.figure.hedge in ("", "exactly") else claim.figure.hedge


def _printed(report: Report, claim: Claim) -> Row:
    """What any format says of a figure."""
    written = claim.figure
    start, end = places.within(report.document, written.span)
    low, high = values.ends(written)
    return {
        "text": written.surface,
        "start": start,
        "end": end,
        "value": values.stated(written),
        "low": low,
        "high": high,
        "unit": written.quantity.unit,
        "section": places.section(report, claim),
    }


def _repair(report: Report, repair: Repair) -> Row:
    """One change that alone would mend the relation."""
    start, end = places.within(report.document, repair.span)
    return {"role": repair.role, "start": start, "end": end, "old": repair.old, "new": repair.new}
