"""Finds, for each single figure, the number that would mend the relation; never says which figure is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any

from figcheck import arithmetic, solve
from figcheck.arithmetic import Amount, scale_of
from figcheck.interval import Interval
from figcheck.judge.boxes import ON_CALENDAR, is_plain, printed
from figcheck.judge.calendar import other_days, other_time, other_weekdays, other_years
from figcheck.judge.case import Case, changed, halves
from figcheck.judge.style import AS_PRINTED, finer, in_digits, ranged, rounded, shown, written
from figcheck.model import Figure, Quantity, Relation, Repair
from figcheck.rates import RateUnknown
from figcheck.record import replace
from figcheck.units import UnlikeUnits

YEARS = "year"
YEARS_FROM = 3
"""Another year is offered only where no other day of the month will do."""


def needed(case: Case, role: str, index: int, amounts: Mapping[str, tuple[Amount, ...]]) -> Interval | None:
    """What one figure would have to be, in its own printed unit but as laws see it, given all the others.

    None where the law cannot be turned round for it, or not with these figures.
    """
    try:
        amount = solve.solve(case.law, role, index, amounts, case.rates)
        unit = amounts[role][index].unit
        if amount is None:
            return None
        if amount.unit == YEARS and not unit:  # "now 35" says years without the word
            return amount.interval
        return arithmetic.convert(amount, unit, case.rates)
    except (UnlikeUnits, RateUnknown, solve.Unfit, ArithmeticError):
        return None


def repairs(case: Case, words: Mapping[str, Any]) -> tuple[Repair, ...]:
    """One repair for each figure that alone could mend the relation, each tried out before it is offered."""
    amounts = case.values(printed)
    found = []
    for role, index, figure in places(case):
        if figure.kind in ON_CALENDAR or figure.kind == "time":
            others = (new for new in _redated(case, role, index, words) if new != figure.surface)
            found += [Repair(role, figure.span, figure.surface, new) for new in others]
            continue
        if case.is_within or not _is_number(figure):
            continue
        box = needed(case, role, index, amounts)
        if box is None or not (box.low.is_finite() and box.high.is_finite()):
            continue
        new = _mended(case, role, index, figure, _likeliest(box, figure), words)
        if new and new != figure.surface:
            found.append(Repair(role, figure.span, figure.surface, new))
    return tuple(found)


def _is_number(figure: Figure) -> bool:
    """Whether another number could be printed in its place: not in "a torch", nor in "May", "2-1" or "3 to 4"."""
    is_bare = figure.digits.start < figure.digits.end and not figure.parts and figure.quantity.upper is None
    return is_bare and figure.kind not in AS_PRINTED


def _redated(case: Case, role: str, index: int, words: Mapping[str, Any]) -> Iterator[str]:
    """The nearest other dates or hours that alone would mend the relation: another weekday, day or year."""
    figure = case.relation.claims(role)[index].figure
    if figure.kind == "time":
        box = needed(case, role, index, case.values(printed))
        families = [other_time(figure, box.low, words)] if box is not None and box.low == box.high else []
    else:
        families = [other_weekdays(figure, words), other_days(figure, -1, words), other_days(figure, 1, words)]
        families += [other_years(figure, -1), other_years(figure, 1)]
    found: list[str] = []
    for number, family in enumerate(families):
        if number < YEARS_FROM or not found:
            fitting = (new for new, other in family if agrees(case, changed(case.relation, role, index, other)))
            found += islice(fitting, 1)
    yield from found


def places(case: Case) -> Iterator[tuple[str, int, Figure]]:
    """Every figure that the law speaks of, with its role and its number within the role."""
    for role in case.law.roles:
        for index, claim in enumerate(case.relation.claims(role)):
            yield role, index, claim.figure


def _mended(case: Case, role: str, index: int, figure: Figure, value: Decimal, words: Mapping[str, Any]) -> str:
    """The figure as it would have to be printed; empty where no grain of its style makes the law agree."""
    number = value / scale_of(figure.quantity.unit)
    if (number <= 0) != (figure.quantity.magnitude <= 0):
        return ""
    for grain in finer(figure):
        new = rounded(number, grain)
        if new and agrees(case, changed(case.relation, role, index, _reprinted(figure, new, grain))):
            return written(figure, value, grain, words)
    return ""


def agrees(case: Case, relation: Relation) -> bool:
    """Whether another relation would pass the same rule."""
    other = replace(case, relation=relation)
    return other.fits(other.law, printed) or any(
        tier.outcome == "agrees" and other.fits(other.law, tier.box, tier.slack) for tier in other.tiers()
    )


def _reprinted(figure: Figure, number: Decimal, grain: Decimal) -> Figure:
    """The figure with another number in it, taken at its word: no hedge, no trailing zeros."""
    half = Decimal(0) if figure.kind == "count" and is_plain(figure) else grain / 2
    box = Interval(number - half, number + half)
    return replace(figure, quantity=Quantity(number, figure.quantity.unit, box, box, box), grain=grain, hedge="")


def _middle(case: Case, role: str, index: int) -> Decimal | None:
    box = needed(case, role, index, case.values(printed))
    return None if box is None or not (box.low.is_finite() and box.high.is_finite()) else (box.low + box.high) / 2


def computed(case: Case, role: str, index: int, words: Mapping[str, Any]) -> str:
    """What one figure should be, in its own style; empty where that cannot be said."""
    amounts = case.values(printed)
    figure = case.relation.claims(role)[index].figure
    ends = [_middle(replace(case, relation=half), role, index) for half in halves(case)]
    if ends and None not in ends:
        return ranged(figure, [end for end in ends if end is not None])
    box = needed(case, role, index, amounts)
    if box is None or not (box.low.is_finite() and box.high.is_finite()) or figure.kind in AS_PRINTED:
        return ""
    return shown(figure, _likeliest(box, figure), words, unlike=in_digits(figure, words))


def _likeliest(box: Interval, figure: Figure) -> Decimal:
    """The middle of what would do, or the whole number near it: from 1978 to 1990 are 12 years, not 11.99."""
    middle = (box.low + box.high) / 2
    whole = rounded(middle, figure.grain) if figure.grain > 0 else middle
    return whole if whole in box else middle
