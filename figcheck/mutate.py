"""Perturbs every figure of every passing example: a law that nothing can break guards nothing.

"Nine of the 12 lifeboats": nine becomes 22, and some rule must object. A figure is
moved beyond its widest box, up and down, and written in its own style. What still
passes is a survivor, and each is told with what became of it: a bound that has room on that
side, a note that a gate does not hear, another reading that agrees, or no relation at all,
because what is so far off is taken for something else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from figcheck import language as languages
from figcheck import rules
from figcheck.arithmetic import scale_of
from figcheck.judge.style import written
from figcheck.model import Claim, Document, Figure, Relation, Report
from figcheck.pipeline import check
from figcheck.rates import Rates
from figcheck.rules import Example, Rule, Rulebook

BEYOND = (Decimal("1.7"), Decimal("0.45"))
"""How far beyond its widest box a figure is moved: more than any rounding, less than a power of ten."""

OLDEST = 110
"""Years that a person may be; beyond them a number beside a name is no age."""

FIXED_KINDS = ("year", "date", "time", "ordinal", "score", "label")
"""What is not moved by a factor."""


def mutate(rulebook: Rulebook, rates: Rates) -> str:
    """The figures of passing examples that may be changed without any finding, and how many may not."""
    lines: list[str] = []
    caught, roomy, causes = 0, 0, Counter[str]()
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
                cause = _cause(report, example.rule)
                causes[cause] += 1
                lines.append(f"{example.rule}: {role} {old} survives in: {text}  [{cause}]")
    total = caught + len(lines)
    rate = f"{100 * caught / total:.1f} %" if total else "nothing to change"
    told = f"{total} changed figures, {caught} caught ({rate}), {len(lines)} survive; {roomy} more stay within a bound"
    reasons = (f"{number:6} {cause}" for cause, number in sorted(causes.items(), key=lambda pair: (-pair[1], pair[0])))
    return "\n".join([*lines, told, *reasons])


def _cause(report: Report, rule: str) -> str:
    """Why a changed figure raises no finding that a gate would hear."""
    if report.findings:
        return "told, as a note only"
    own = [judged.verdict for judged in report.checks if judged.rule == rule]
    if any(verdict.outcome == "agrees" and verdict.reason for verdict in own):
        return "agrees by an excuse of the rule"
    if any(verdict.outcome == "agrees" for verdict in own):
        return "other figures of the sentence agree"
    if any(judged.verdict.outcome == "agrees" for judged in report.checks):
        return "another rule finds that figures agree"
    if report.checks:
        return "not judged, or a rival reading is as good"
    return "no relation seen: so far off that it may be another thing"


def _mutants(example: Example, rulebook: Rulebook, rates: Rates) -> Iterator[tuple[str, str, str]]:
    """Each figure of the relations that the example's own rule holds to agree, moved both ways."""
    for relation in _agreeing(_checked(example.text, example, rulebook, rates), example.rule):
        for role, claim in relation.roles:
            if _is_moved(claim.figure) and not _is_only_counted(role, rulebook.rules[example.rule]):
                for text in _moved(claim, example.text):
                    yield role, claim.figure.surface, text


def _is_moved(figure: Figure) -> bool:
    """Whether it is a single number with digits or words of its own, unlike "a knife" in a list of things."""
    if figure.kind in FIXED_KINDS or figure.quantity.upper is not None or figure.digits.start == figure.digits.end:
        return False
    return figure.kind != "duration" or figure.scale == 1 == figure.grain


def _is_only_counted(role: str, rule: Rule) -> bool:
    """Whether a law asks how many there are and not how large: three brothers may be of any age."""
    source = rule.law.text
    return f"count({role})" in source and source.count(role) == source.count(f"count({role})")


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
        if new != figure.surface and _is_possible(figure, value):
            yield text[: figure.span.start] + new + text[figure.span.end :]


def _is_possible(figure: Figure, value: Decimal) -> bool:
    """Whether a writer could print that: not a hundred and thirty years of age, nor nought an hour."""
    return value >= figure.grain and (figure.kind != "age" or value <= OLDEST)


def _checked(text: str, example: Example, rulebook: Rulebook, rates: Rates) -> Report:
    published = date.fromisoformat(example.published) if example.published else None
    return check(Document("example", text, (), published), rulebook, rates)
