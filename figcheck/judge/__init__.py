"""One relation and one rule to a verdict, and to a finding where a human should look.

Three verdicts: the figures agree, they are arguable (rounding or a hedge might
explain them), or they contradict each other. What cannot be evaluated, for want of
a rate, a date or like units, is not judged and says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Context as Digits
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from figcheck import arithmetic, solve
from figcheck.arithmetic import Amount
from figcheck.expression import Law
from figcheck.interval import Interval
from figcheck.judge import charity
from figcheck.judge.boxes import printed
from figcheck.judge.case import RATE_WRONG, Box, Case, Tier, halves
from figcheck.judge.finding import finding
from figcheck.model import Check, Relation, Verdict
from figcheck.rates import RateUnknown
from figcheck.record import record, replace
from figcheck.units import UnlikeUnits

if TYPE_CHECKING:
    from figcheck.language import Language
    from figcheck.rates import Rates, Window
    from figcheck.rules import Rule

OUTCOMES = ("agrees", "arguable", "contradicts")
UNFIT_SCOPES = ("corrected", "negated", "hypothetical")
SHOWN = Digits(prec=12)
MOST_STRAIN = Decimal(999)
"""What strain is called where nothing at all could be rounded."""


@record
class Context:
    """What a judgement may depend on besides the figures: the day, the rates and the words."""

    published: date | None
    rates: Rates
    language: Language


def judge(relation: Relation, rule: Rule, context: Context) -> Check:
    """One relation held against one rule. A pure function of its arguments.

    Of the readings that the words of money allow, one that agrees was meant; and
    one that cannot be judged, for want of a rate, leaves the matter open.
    """
    check = _held(relation, rule, context, context.rates.window(context.published))
    if check.verdict.outcome in ("agrees", "not judged") or not (relation.days or relation.namesakes):
        return check
    for other, window in charity.readings(relation, context.published, context.rates):
        again = _held(other, rule, context, window)
        if again.verdict.outcome == "agrees":
            return Check(rule.id, relation, again.verdict)
        if again.verdict.outcome == "not judged":
            check = again
    return replace(check, relation=relation)


def _held(relation: Relation, rule: Rule, context: Context, window: Window) -> Check:
    case = Case(relation, rule, window, context.published)
    scope = _unfit(case)
    if scope:
        return _not_judged(relation, rule, str(context.language.working["reasons"][scope]))
    try:
        return _judged(case, context.language.working)
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
    ($100m)" must still convert, and a date is on its weekday whoever would have come
    on it. Elsewhere two worlds may be mixed: "had 50 voted".
    """
    scopes = [claim.scope for _, claim in case.relation.roles]
    if not any(scopes):
        return ""
    restated = len(scopes) == 1 or (case.converts and all(scope == scopes[0] for scope in scopes))
    for scope in UNFIT_SCOPES[:1] if restated else UNFIT_SCOPES:
        if any(scope in each for each in scopes):
            return scope
    return ""


def _judged(case: Case, words: Mapping[str, Any]) -> Check:
    """The verdict, and the finding where it is worth a human's time.

    Of two ranges ("30 to 55 km/h (19 to 34 mph)") each end is held against its
    like, and the worse result stands: the ranges as a whole would nearly always meet.
    """
    cases = [replace(case, relation=half) for half in halves(case)] or [case]
    verdict, steps = max((_verdict(each) for each in cases), key=_gravity)
    if verdict.outcome == "agrees":
        return Check(case.rule.id, case.relation, verdict)
    return Check(case.rule.id, case.relation, verdict, finding(case, verdict, steps, words))


def _gravity(judged: tuple[Verdict, int]) -> tuple[int, int]:
    return OUTCOMES.index(judged[0].outcome), -judged[1]


def _verdict(case: Case) -> tuple[Verdict, int]:
    """How the law comes out, and how many steps below the severity of its rule that is."""
    left, right = _sides(case, printed)
    shown = _middle(left), _middle(right.interval)
    if arithmetic.holds(Amount(left, right.unit), case.law.sign, right, case.rates):
        return Verdict("agrees", *shown), 0
    fitting = (tier for tier in case.tiers() if case.fits(case.law, tier.box, tier.slack))
    tier = next(fitting, Tier(case.generous, "contradicts", 0))
    if tier.outcome == "agrees":
        return Verdict("agrees", *shown), 0
    excuse = _fitting(case, case.rule.excuses)
    if excuse:
        return Verdict("agrees", *shown, reason=excuse), 0
    reading = _fitting(case, case.rule.readings)
    return Verdict(tier.outcome, *shown, _strain(case), reading), tier.steps


def _sides(case: Case, box: Box) -> tuple[Interval, Amount]:
    """Both sides of the law with these boxes, the left one in the unit of the right."""
    values = case.values(box)
    left = solve.evaluate(case.law.left, values, case.rates)
    right = solve.evaluate(case.law.right, values, case.rates)
    return arithmetic.convert(left, right.unit, case.rates), right


def _middle(box: Interval) -> Decimal:
    """The middle of an interval, or its one finite end."""
    if box.low.is_infinite() or box.high.is_infinite():
        return box.low if box.high.is_infinite() else box.high
    return SHOWN.plus((box.low + box.high) / 2)


def _fitting(case: Case, laws: Iterable[tuple[str, Law]]) -> str:
    """The name of the first reading under which the figures agree."""
    filled = {role for role, _ in case.relation.roles}
    for name, law in laws:
        if filled >= set(law.roles) and (case.fits(law, printed) or case.fits(law, case.stated)):
            return name
    return ""


def _strain(case: Case) -> Decimal:
    """The stated difference over the most that rounding, hedges and rates could explain."""
    left, right = _sides(case, printed)
    miss = _middle(left - right.interval)
    left, right = _sides(case, case.stated if case.exchanges else case.generous)
    widest = (arithmetic.stretched(left, RATE_WRONG) if case.exchanges else left) - right.interval
    room = miss - widest.low if miss > 0 else widest.high - miss
    if room.is_infinite():
        return Decimal(0)
    return MOST_STRAIN if room <= 0 else min(abs(miss) / room, MOST_STRAIN).quantize(Decimal("0.01"))
