"""Sums and comparisons of amounts, units included.

Conversion happens inside: "£83 million ($100 million)" is compared by `holds`, and
no caller can forget that pounds are not dollars. A law sees 45 per cent as 0.45 and
2.5 percentage points as 0.025; a count has no unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from figcheck import units
from figcheck.interval import ZERO, Interval
from figcheck.model import Figure
from figcheck.record import record

if TYPE_CHECKING:
    from figcheck.rates import Window

CALENDAR = "date"
"""The unit of an interval of days on the calendar; the difference of two is in days."""

YEARLY, CLOCK = "day_of_year", "time_of_day"
"""The units of a date without a year, in days since New Year, and of a clock time, in minutes since midnight."""

MOMENTS = {CALENDAR: "day", YEARLY: "day", CLOCK: "minute"}
"""What two of them lie apart is told in."""

ANY_YEAR = Decimal(200 * 366)
"""A box wider than this is that of a date without a year."""

LONGEST_MONTH = 31

PARTS_OF_ONE = {"percent": Decimal("0.01"), "percentage point": Decimal("0.01"), "basis point": Decimal("0.0001")}

DUST = Decimal("1e-18")
"""What dividing leaves over, as a part of the number."""


@record
class Amount:
    """A set of possible numbers and what they are numbers of; no unit for counts and shares."""

    interval: Interval
    unit: str = ""


NOTHING = Amount(Interval(ZERO, ZERO))
"""Nothing at all: the empty sum, and the 0 of a law. It has whatever unit is wanted."""


def amount(figure: Figure, box: Interval) -> Amount:
    """One box of a figure, as laws see it: 45 per cent is 0.45, a date its days."""
    if figure.kind in ("date", "year", "time"):
        return _moment(figure, box)
    unit = figure.quantity.unit
    scale = PARTS_OF_ONE.get(unit)
    return Amount(box, _uncounted(unit)) if scale is None else Amount(box.scaled(scale))


def _moment(figure: Figure, box: Interval) -> Amount:
    """A date, a year or an hour: "14 March" is a day of every year, "in March" one of 31."""
    if figure.kind == "time":
        return Amount(box, CLOCK)
    quantity = figure.quantity
    if not quantity.magnitude or box.width < ANY_YEAR:
        return Amount(box, CALENDAR)
    is_day = any(part == "day" for part, _ in figure.parts)
    last = quantity.upper or quantity.magnitude + (0 if is_day else LONGEST_MONTH - 1)
    return Amount(Interval(quantity.magnitude, last), YEARLY)


@cache
def _uncounted(unit: str) -> str:
    """A unit without what is merely counted: "£5,400 a household" times 12,000 is pounds."""
    over, *under = unit.split("/")
    return "/".join([over, *(per for per in under if units.dimension(per) != ((per, 1),))])


def scale_of(unit: str) -> Decimal:
    """What one of a printed unit is worth in a law: a hundredth for percent, one for the rest.

    >>> scale_of("percent"), scale_of("mile")
    (Decimal('0.01'), Decimal('1'))
    """
    return PARTS_OF_ONE.get(unit, Decimal(1))


def convert(given: Amount, unit: str, rates: Window) -> Interval:
    """An amount in another unit; where a unit has several sizes ("gallon"), all that any of them gives.

    Nothing at all is nothing in every unit, so that a sum can start from it.
    """
    if given.unit == unit or given is NOTHING:
        return given.interval
    if given.unit.startswith("delta_") and unit in DEGREES:
        unit = f"delta_{unit}"  # a difference is only ever printed as so many degrees
    return hull(units.convert(given.interval, given.unit, unit, rates))


DEGREES = ("celsius", "fahrenheit")


def delta(given: Amount) -> Amount:
    """A reading of a thermometer taken as a difference: "1.5C of warming" is 2.7F, not 34.7F."""
    return Amount(given.interval, f"delta_{given.unit}") if given.unit in DEGREES else given


def uneven(given: Amount) -> Amount:
    """How far an amount is from a whole number: "45 per cent of 28 people" is 12.46 to 12.74 of them.

    >>> uneven(Amount(Interval(Decimal("12.46"), Decimal("12.74")))).interval.low
    Decimal('0.26')
    """
    low, high = given.interval.low, given.interval.high
    if not (low.is_finite() and high.is_finite()) or low // 1 != high // 1 or low % 1 == 0:
        return Amount(Interval(ZERO, Decimal(1)))
    return Amount(Interval(min(low % 1, 1 - high % 1), Decimal(1)))


def dimensions(given: Amount) -> Amount:
    """How many lengths, times and masses are multiplied in a unit: two in an area, one in a length.

    >>> dimensions(Amount(Interval.point(Decimal(5)), "square mile")).interval.low
    Decimal('2')
    """
    return Amount(Interval.point(Decimal(sum(abs(power) for _, power in units.dimension(given.unit)))))


def add(a: Amount, b: Amount, rates: Window) -> Amount:
    """The sum, in the unit of the first; days may be added to a date."""
    if a is NOTHING:
        return b
    if a.unit in MOMENTS and b.unit not in MOMENTS:
        return Amount(a.interval + convert(b, MOMENTS[a.unit], rates), a.unit)
    return Amount(a.interval + convert(b, a.unit, rates), a.unit)


def subtract(a: Amount, b: Amount, rates: Window) -> Amount:
    """The difference, in the unit of the first; between two dates, in days."""
    if a.unit in MOMENTS:
        if b.unit == a.unit:
            return Amount(a.interval - b.interval, MOMENTS[a.unit])
        return Amount(a.interval - convert(b, MOMENTS[a.unit], rates), a.unit)
    return Amount(a.interval - convert(b, a.unit, rates), a.unit or b.unit)


def multiply(a: Amount, b: Amount, rates: Window) -> Amount:
    """The product: £2,500 a day times three weeks is pounds, and the weeks are counted in days."""
    if not a.unit or not b.unit:
        return Amount(a.interval * b.interval, a.unit or b.unit)
    a, b = _fitted(a, b, rates), _fitted(b, a, rates)
    return Amount(a.interval * b.interval, units.multiply(a.unit, b.unit))


def divide(a: Amount, b: Amount, rates: Window) -> Amount:
    """The quotient: miles by kilometers is a plain number, miles by hours a speed."""
    if a.unit and b.unit and units.dimension(a.unit) == units.dimension(b.unit):
        return Amount(a.interval / convert(b, a.unit, rates))
    if not b.unit:
        return Amount(a.interval / b.interval, a.unit)
    return Amount(a.interval / b.interval, units.divide(a.unit, b.unit))


def _fitted(a: Amount, b: Amount, rates: Window) -> Amount:
    """The first factor, counted in what the other is per: weeks in days where that is pounds a day."""
    per = b.unit.rpartition("/")[2] if "/" in b.unit else ""
    if not per or per == a.unit or units.dimension(per) != units.dimension(a.unit):
        return a
    return Amount(convert(a, per, rates), per)


def hull(intervals: Sequence[Interval]) -> Interval:
    """The smallest interval around all of them."""
    first = intervals[0]
    for other in intervals[1:]:
        low, high = min(first.low, other.low), max(first.high, other.high)
        low_open = low not in first and low not in other
        high_open = high not in first and high not in other
        first = Interval(low, high, low_open, high_open)
    return first


def holds(left: Amount, sign: str, right: Amount, rates: Window, slack: Decimal = ZERO) -> bool:
    """Whether any point of the two sides satisfies the comparison.

    `slack` stretches the left side by that fraction of itself: what an exchange
    rate may lie outside its window before anyone is told. It is the same stretch
    whichever side stands first.
    """
    sides: Sequence[Interval] = (left.interval,)
    if left.unit != right.unit and left is not NOTHING and right is not NOTHING:
        slack = slack or DUST  # 300 a day on six days of seven is 1,800 a week, whatever a seventh is rounded to
        sides = units.convert(left.interval, left.unit, right.unit, rates)
    if slack:
        sides = [stretched(side, slack) for side in sides]
    return any(_compare(side, sign, right.interval) for side in sides)


def stretched(side: Interval, slack: Decimal) -> Interval:
    """An interval with both ends moved outward by a fraction of themselves."""
    more = 1 + slack
    low = side.low / more if side.low > 0 else side.low * more
    high = side.high * more if side.high > 0 else side.high / more
    return Interval(low, high, side.low_open, side.high_open)


def _compare(a: Interval, sign: str, b: Interval) -> bool:
    if sign == "==":
        return a.meets(b)
    if sign == "!=":
        return not (a.low == a.high == b.low == b.high)
    if sign in (">", ">="):
        a, b, sign = b, a, sign.replace(">", "<")
    reached = a.low == b.high and sign == "<=" and not a.low_open and not b.high_open
    return a.low < b.high or reached


def least(amounts: Sequence[Amount], rates: Window) -> Amount:
    """The smallest of several amounts, in the unit of the first."""
    boxes = _alike(amounts, rates)
    low, high = min(box.low for box in boxes), min(box.high for box in boxes)
    return Amount(Interval(low, high), amounts[0].unit)


def greatest(amounts: Sequence[Amount], rates: Window) -> Amount:
    """The largest of several amounts, in the unit of the first."""
    boxes = _alike(amounts, rates)
    low, high = max(box.low for box in boxes), max(box.high for box in boxes)
    return Amount(Interval(low, high), amounts[0].unit)


def _alike(amounts: Sequence[Amount], rates: Window) -> list[Interval]:
    return [convert(one, amounts[0].unit, rates) for one in amounts]
