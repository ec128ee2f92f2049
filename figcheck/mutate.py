"""Perturbs every figure of every passing example: a law that nothing can break guards nothing.

"Nine of the 12 lifeboats": nine becomes 22, and some rule must object. A figure is
moved beyond its widest box, up and down, and written in its own style. What still
passes is a survivor: either a bound that has room on that side, or a hole.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from figcheck import language as languages
from figcheck import rules
from figcheck.arithmetic import scale_of
from figcheck.judge.style import written
from figcheck.model import Claim, Document, Relation, Report
from figcheck.pipeline import check
from figcheck.rates import Rates
from figcheck.rules import Example, Rulebook

BEYOND = (Decimal("1.7"), Decimal("0.45"))
"""How far beyond its widest box a figure is moved: more than any rounding, less than a power of ten."""

FIXED_KINDS = ("year", "date", "time", "ordinal", "score", "label")
"""What is not moved by a factor."""


def mutate(rulebook: Rulebook, rates: Rates) -> str:
    """The figures of passing examples that may be changed without any finding, and how many may not."""
    lines, caught, roomy = [], 0, 0
    for example in rules.examples(rulebook):
        if example.type != "passes":
            continue
        for role, old, text in _mutants(example, rulebook, rates):
            report = _checked(text, example, rulebook, rates)
            if any(finding.severity != "note" for finding in report.findings):
                caught += 1
            elif rulebook.rules[example.rule].law.sign != "==":
                roomy += 1  # a part may be any size up to its whole
            else:
                lines.append(f"{example.rule}: {role} {old} survives in: {text}")
    total = caught + len(lines)
    rate = f"{100 * caught / total:.1f} %" if total else "nothing to change"
    told = f"{total} changed figures, {caught} caught ({rate}), {len(lines)} survive; {roomy} more stay within a bound"
    return "\n".join([*lines, told])


def _mutants(example: Example, rulebook: Rulebook, rates: Rates) -> Iterator[tuple[str, str, str]]:
    """Each figure of the relations that the example's own rule holds to agree, moved both ways."""
    for relation in _agreeing(_checked(example.text, example, rulebook, rates), example.rule):
        for role, claim in relation.roles:
            if claim.figure.kind not in FIXED_KINDS and claim.figure.quantity.upper is None:
                for text in _moved(claim, example.text):
                    yield role, claim.figure.surface, text


def _agreeing(report: Report, rule: str) -> Iterator[Relation]:
    for judged in report.checks:
        if judged.rule == rule and judged.verdict.outcome == "agrees":
            yield judged.relation


def _moved(claim: Claim, text: str) -> Iterator[str]:
    figure = claim.figure
    words = languages.load().working
    for factor in BEYOND:
        edge = figure.quantity.widest.high if factor > 1 else figure.quantity.widest.low
        value = (edge if edge.is_finite() else figure.quantity.magnitude) * factor
        new = written(figure, value * scale_of(figure.quantity.unit), figure.grain, words)
        if new != figure.surface:
            yield text[: figure.span.start] + new + text[figure.span.end :]


def _checked(text: str, example: Example, rulebook: Rulebook, rates: Rates) -> Report:
    published = date.fromisoformat(example.published) if example.published else None
    return check(Document("example", text, (), published), rulebook, rates)
