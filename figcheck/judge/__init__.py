"""One relation and one rule to a verdict, and to a finding where a human should look.

Three verdicts: the figures agree, they are arguable (rounding or a hedge might
explain them), or they contradict each other. What cannot be evaluated, for want of
a rate, a date or like units, is not judged and says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Context as Digits
from decimal import Decimal
from typing import TYPE_CHECKING

from figcheck import arithmetic, solve
from figcheck.expression import Law
from figcheck.interval import Interval
from figcheck.judge.case import Box, Case, Tier, printed
from figcheck.judge.finding import finding
from figcheck.model import Check, Finding, Relation, Verdict
from figcheck.rates import RateUnknown
from figcheck.units import UnlikeUnits

if TYPE_CHECKING:
    from figcheck.language import Language
    from figcheck.rates import Rates
    from figcheck.rules import Rule

UNFIT_SCOPES = ("corrected", "negated", "hypothetical")
SHOWN = Digits(prec=12)
MOST_STRAIN = Decimal(999)
"""What strain is called where nothing at all could be rounded."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a judgement may depend on besides the figures: the day, the rates and the words."""

    published: date | None
    rates: Rates
    language: Language


def judge(relation: Relation, rule: Rule, context: Context) -> Check:
    """One relation held against one rule. A pure function of its arguments."""
    case = Case(relation, rule, context.rates.window(context.published), context.published)
    scope = _unfit(case)
    if scope:
        return _not_judged(relation, rule, str(context.language.working["reasons"][scope]))
    try:
        return _judged(case, context)
    except (UnlikeUnits, RateUnknown) as trouble:
        return _not_judged(relation, rule, trouble.reason)
    except solve.Unfit as trouble:
        return _not_judged(relation, rule, str(trouble))
    except ArithmeticError:
        return _not_judged(relation, rule, str(context.language.working["reasons"]["impossible"]))


def _not_judged(relation: Relation, rule: Rule, reason: str) -> Check:
    return Check(rule.id, relation, Verdict("not judged", reason=reason))


def _unfit(case: Case) -> str:
    """The scope that forbids a verdict, if any.

    A bracket restates its figure whatever the sentence says of it: "would cost £83m
    ($100m)" must still convert. Elsewhere two worlds may be mixed: "had 50 voted".
    """
    scopes = [claim.scope for _, claim in case.relation.roles]
    if not any(scopes):
        return ""
    restated = case.converts and all(scope == scopes[0] for scope in scopes)
    for scope in UNFIT_SCOPES[:1] if restated else UNFIT_SCOPES:
        if any(scope in each for each in scopes):
            return scope
    return ""


def _judged(case: Case, context: Context) -> Check:
    left, right = _sides(case)
    if case.fits(case.law, printed):
        return _check(case, Verdict("agrees", left, right))
    fitting = (tier for tier in case.tiers() if case.fits(case.law, tier.box, tier.slack))
    tier = next(fitting, Tier(case.generous, "contradicts", 0))
    if tier.outcome == "agrees":
        return _check(case, Verdict("agrees", left, right))
    excuse = _fitting(case, case.rule.excuses)
    if excuse:
        return _check(case, Verdict("agrees", left, right, reason=excuse))
    reading = _fitting(case, case.rule.readings)
    verdict = Verdict(tier.outcome, left, right, _strain(case), reading)
    return _check(case, verdict, finding(case, verdict, tier.steps, context.language.working))


def _check(case: Case, verdict: Verdict, found: Finding | None = None) -> Check:
    return Check(case.rule.id, case.relation, verdict, found)


def _sides(case: Case) -> tuple[Decimal, Decimal]:
    """Both sides of the law as printed, in the unit of the right one."""
    values = case.values(printed)
    left = solve.evaluate(case.law.left, values, case.rates)
    right = solve.evaluate(case.law.right, values, case.rates)
    box = arithmetic.convert(left, right.unit, case.rates)
    return _middle(box.low, box.high), _middle(right.interval.low, right.interval.high)


def _middle(low: Decimal, high: Decimal) -> Decimal:
    if low.is_infinite() or high.is_infinite():
        return low if high.is_infinite() else high
    return SHOWN.plus((low + high) / 2)


def _fitting(case: Case, laws: Iterable[tuple[str, Law]]) -> str:
    """The name of the first reading under which the figures agree."""
    filled = {role for role, _ in case.relation.roles}
    for name, law in laws:
        if filled >= set(law.roles) and (case.fits(law, printed) or case.fits(law, case.stated)):
            return name
    return ""


def _strain(case: Case) -> Decimal:
    """The stated difference over the most that rounding, hedges and rates could explain."""
    stated = _difference(case, printed)
    stated_miss = _middle(stated.low, stated.high)
    widest = _difference(case, case.generous)
    room = stated_miss - widest.low if stated_miss > 0 else widest.high - stated_miss
    if room.is_infinite():
        return Decimal(0)
    return MOST_STRAIN if room <= 0 else min(abs(stated_miss) / room, MOST_STRAIN).quantize(Decimal("0.01"))


def _difference(case: Case, box: Box) -> Interval:
    """Left side less right side, in the unit of the right."""
    values = case.values(box)
    left = solve.evaluate(case.law.left, values, case.rates)
    right = solve.evaluate(case.law.right, values, case.rates)
    return arithmetic.convert(left, right.unit, case.rates) - right.interval
