"""Shows its work: `figcheck rule`, `figcheck explain` and `figcheck test`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from figcheck import language as languages
from figcheck import rules
from figcheck.interval import Interval
from figcheck.match import attempts
from figcheck.model import Check, Claim, Document, Report
from figcheck.pipeline import check, passages
from figcheck.problem import Problem, nearest
from figcheck.rates import Rates
from figcheck.rules import Example, Rule, Rulebook

EXPECTED_TO_FAIL = {"passes": False, "fails": True, "misses": True, "alarms": False}
KNOWN = ("misses", "alarms")


def rule(rulebook: Rulebook, name: str | None, rates: Rates) -> str:
    """All rules in a line each, or one of them in full: what it guards, its law, its examples evaluated live."""
    if name is None:
        width = max(len(one) for one in rulebook.rules)
        return "\n".join(f"{one.id:{width}}  {one.severity:7}  {one.why}" for one in rulebook.rules.values())
    wanted = [one for one in rulebook.rules.values() if name in (one.id, one.relation)]
    if not wanted:
        known = {*rulebook.rules, *(kind.id for kind in rulebook.kinds)}
        raise Problem("rule", f"unknown rule {name!r}", nearest(name, known))
    return "\n\n".join(_full(one, rulebook, rates) for one in wanted)


def _full(one: Rule, rulebook: Rulebook, rates: Rates) -> str:
    kind = next(kind for kind in rulebook.kinds if kind.id == one.relation)
    lines = [one.id, "=" * len(one.id), one.why, "", f"relation  {kind.id}: {kind.summary}", f"law       {one.require}",
             f"severity  {one.severity}"]  # fmt: skip
    lines += [f"derived   {', '.join(sorted(one.derived))}"] if one.derived else []
    sources = (("excused", one.excuse_sources), ("softened", one.reading_sources), ("slip", one.slip_sources))
    for title, pairs in sources:
        lines += [f"{title:9} {name}: {source}" for name, source in pairs]
    for example in rules.examples(rulebook):
        if example.rule == one.id:
            lines += ["", f"{example.type:7} {example.text}"]
            lines += [f"        {finding}" for finding in _messages(example, rulebook, rates)]
    return "\n".join(lines)


def _messages(example: Example, rulebook: Rulebook, rates: Rates) -> list[str]:
    report = _checked(example, rulebook, rates)
    found = [f"{finding.severity} {finding.rule}: {finding.message}" for finding in report.findings]
    count = len(report.checks)
    return found or [f"agrees: {count} relation{'s' * (count != 1)}"]


def _checked(example: Example, rulebook: Rulebook, rates: Rates) -> Report:
    published = date.fromisoformat(example.published) if example.published else None
    return check(Document("example", example.text, (), published), rulebook, rates)


def explain(document: Document, rulebook: Rulebook, rates: Rates) -> str:
    """How a text is read: its figures with their boxes, the relations found and each rule's verdict.

    Where a pattern fits the words and still no relation came of it, the
    condition that failed is told.
    """
    report = check(document, rulebook, rates)
    lines = ["figures"]
    lines += [f"  {_figure(claim)}" for claim in report.claims] or ["  none"]
    lines += ["", "relations"]
    lines += [line for judged in report.checks for line in _check(judged)] or ["  none"]
    refused = list(_refused(document, rulebook))
    if refused:
        lines += ["", "considered and left", *refused]
    return "\n".join(lines)


def _figure(claim: Claim) -> str:
    figure, quantity = claim.figure, claim.figure.quantity
    unit = f" {quantity.unit}" if quantity.unit else ""
    value = f"{quantity.magnitude:f}" + (f" to {quantity.upper:f}" if quantity.upper is not None else "")
    facts = [f"{figure.surface!r}: {figure.kind} {value}{unit}"]
    facts += [f"counts {claim.counted!r}"] if claim.counted else []
    facts += [f"per {claim.per!r}"] if claim.per else []
    facts += [f"hedged {figure.hedge!r}"] if figure.hedge else []
    facts += [", ".join(sorted(claim.scope))] if claim.scope else []
    boxes = f"tight {_box(quantity.tight)}, loose {_box(quantity.loose)}, widest {_box(quantity.widest)}"
    return "; ".join([*facts, boxes])


def _box(box: Interval) -> str:
    left, right = "(" if box.low_open else "[", ")" if box.high_open else "]"
    return f"{left}{box.low.normalize():f}, {box.high.normalize():f}{right}"


def _check(judged: Check) -> Iterator[str]:
    roles = ", ".join(f"{role} {claim.figure.surface!r}" for role, claim in judged.relation.roles)
    yield f"  {judged.relation.kind} ({judged.relation.basis}): {roles}"
    verdict = judged.verdict
    reason = f" ({verdict.reason})" if verdict.reason else ""
    strain = f", strain {verdict.strain:.2f}" if verdict.strain is not None else ""
    yield f"    {judged.rule}: {verdict.outcome}{reason}{strain}"
    if judged.finding:
        yield f"    {judged.finding.severity}: {judged.finding.message}"
        yield f"    working: {judged.finding.working}"
        yield from (f"    one of: {repair.role} {repair.old} -> {repair.new}" for repair in judged.finding.repairs)


def _refused(document: Document, rulebook: Rulebook) -> Iterator[str]:
    language = languages.load(document.language)
    seen: set[str] = set()
    for passage in passages(document, language):
        for attempt in attempts(passage, rulebook):
            roles = ", ".join(f"{role} {claim.figure.surface!r}" for role, claim in attempt.relation.roles)
            line = f"  {attempt.entry.kind.id}: {roles}: {attempt.refusal}"
            if attempt.refusal and line not in seen:
                seen.add(line)
                yield line


def run_examples(rulebook: Rulebook, rates: Rates) -> tuple[str, bool]:
    """Every example of every rule against its promise: the lines to print, and whether all promises hold."""
    lines, broken, count = [], 0, 0
    for example in rules.examples(rulebook):
        count += 1
        if (example.type in KNOWN) == is_kept(example, rulebook, rates):
            broken += 1
            lines.append(f"{example.rule}: {example.type}: {example.text}")
    lines.append(f"{count} examples, {broken} broken")
    return "\n".join(lines), not broken


def is_kept(example: Example, rulebook: Rulebook, rates: Rates) -> bool:
    """Whether a rule does with an example what it should: a finding of that rule, or no finding at all.

    Notes count only where the rule itself is good for no more.
    """
    report, own = _checked(example, rulebook, rates), rulebook.rules[example.rule].severity
    # of two rules that find one slip the report tells one, and each must have found it
    found = [check.finding for check in report.checks if check.finding]
    told = [f for f in found if f.severity != "note" or (f.rule == example.rule and own == "note")]
    if EXPECTED_TO_FAIL[example.type]:
        return any(finding.rule == example.rule for finding in told)
    return not told
