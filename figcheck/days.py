"""Sums of days and hours: weekdays, completed years, and how long it is from one to the other.

"From 21 November to 18 January" names no year and still lasts 58 days; "due at 11.50pm,
left at 12.20am" is half an hour late. A date without a year is counted round the year,
a clock time round the day.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from figcheck.arithmetic import CALENDAR, CLOCK, YEARLY, Amount
from figcheck.interval import ZERO, Interval
from figcheck.units import UnlikeUnits

DAYS_IN_YEAR, MINUTES_IN_DAY = Decimal(366), Decimal(24 * 60)
ONE = Decimal(1)
LEAP_YEAR = 4

YEAR = Decimal("365.2425")
LONG, ODD_DAYS = Decimal(60), Decimal(2)
"""From so many days on a stretch is told in years, give or take a few days for months of unequal length."""


def weekday(day: Amount) -> Amount:
    """The day of the week of a date, Monday is 1; any, where the date is not known to the day."""
    low, high = day.interval.low, day.interval.high
    if low != high or day.unit == YEARLY:
        return Amount(Interval(ONE, Decimal(7)))
    return Amount(Interval.point((low - 1) % 7 + 1))


def days_in_month(month: int, year: int | None) -> int:
    """How many days a month has; February has 29 where no year is told.

    >>> days_in_month(2, 2023), days_in_month(2, None)
    (28, 29)
    """
    year = year or LEAP_YEAR
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def years_between(first: Amount, second: Amount) -> Amount:
    """The completed years from one date to another, as ages are counted."""
    low = _completed(first.interval.high, second.interval.low)
    high = _completed(first.interval.low, second.interval.high)
    return Amount(Interval(Decimal(min(low, high)), Decimal(high)), "year")


def ageing(first: Amount, second: Amount) -> Amount:
    """By how much an age goes up from one date to another: a birthday more or less, since nobody says when it is."""
    box = years_between(first, second).interval
    return Amount(Interval(box.low, box.high + ONE), "year")


def whole_years(age: Amount) -> Amount:
    """An age as it is printed: "aged 34" and a bare "now 34" are 34 years until the next birthday."""
    if age.unit not in ("year", ""):
        raise UnlikeUnits(age.unit, "year")
    low, high = (end.to_integral_value(rounding="ROUND_FLOOR") for end in (age.interval.low, age.interval.high))
    last = high - 1 if high > low and age.interval.high_open and high == age.interval.high else high
    return Amount(Interval(low, last), "year")


def calendar_year(day: Amount) -> Amount:
    """The number of the year that a date falls in: anniversaries are told by it alone."""
    low, high = _day(day.interval.low).year, _day(day.interval.high).year
    return Amount(Interval(Decimal(low), Decimal(high)))


def elapsed(first: Amount, last: Amount) -> Amount:
    """How long it is from one date or hour to a later one; with no year, or no day, the first time round.

    From Monday to Wednesday it is two days, or three with both counted.

    >>> elapsed(Amount(Interval.point(Decimal(1430)), CLOCK), Amount(Interval.point(Decimal(20)), CLOCK)).interval.low
    Decimal('30')
    """
    if first.unit == last.unit == CLOCK:
        return Amount(_round(first.interval, last.interval, MINUTES_IN_DAY), "minute")
    if YEARLY in (first.unit, last.unit):
        begin, end = _in_year(first), _in_year(last)
        return _told(_round(begin, end, DAYS_IN_YEAR) + Interval(-ONE, ONE))  # 29 February may be there or not
    if first.unit != CALENDAR or last.unit != CALENDAR:
        raise UnlikeUnits(first.unit, last.unit)
    return _told(last.interval - first.interval + Interval(ZERO, ONE))


def _told(days: Interval) -> Amount:
    """A stretch of days; a long one in years, which are exactly twelve months where days are not."""
    if days.low < LONG:
        return Amount(days, "day")
    return Amount((days + Interval(-ODD_DAYS, ODD_DAYS)).scaled(1 / YEAR), "year")


def zones_apart(first: Amount, second: Amount) -> Amount:
    """How many minutes two clock times lie apart once both are told by Greenwich; nobody says of which day they are."""
    gap = abs(first.interval.low - second.interval.low) % MINUTES_IN_DAY
    return Amount(Interval.point(min(gap, MINUTES_IN_DAY - gap)))


def lasting(period: Amount) -> Amount:
    """How long a printed stretch of time lasts, the first and the last year or day of it in part or in full."""
    if period.unit == CLOCK:
        return Amount(Interval.point(period.interval.width), "minute")
    low, high = period.interval.low, period.interval.high + ONE
    first, last = _day(period.interval.low), _day(period.interval.high)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = Decimal(last.year - first.year)
        return Amount(Interval(years - ONE, years + ONE), "year")
    return Amount(Interval(high - low - ONE, high - low), "day")


def _round(begin: Interval, end: Interval, whole: Decimal) -> Interval:
    """The way from one place on a circle to another, forward."""
    gap = end - begin
    turns = ((gap.low + gap.high) / 2 // whole) if gap.low + gap.high >= 0 else -ONE
    return gap - Interval.point(turns * whole)


def _in_year(day: Amount) -> Interval:
    """The days of a date counted from New Year of a leap year."""
    if day.unit == YEARLY:
        return day.interval
    if day.unit != CALENDAR or day.interval.width >= DAYS_IN_YEAR - 2:
        raise UnlikeUnits(day.unit, YEARLY)
    low, high = (_day(end) for end in (day.interval.low, day.interval.high))
    new_year = date(LEAP_YEAR, 1, 1).toordinal() - 1
    begin, end = (date(LEAP_YEAR, each.month, each.day).toordinal() - new_year for each in (low, high))
    return Interval(Decimal(begin), Decimal(end if end >= begin else end + 366))


def _completed(first: Decimal, second: Decimal) -> int:
    born, now = _day(first), _day(second)
    return now.year - born.year - ((now.month, now.day) < (born.month, born.day))


def _day(ordinal: Decimal) -> date:
    """A day of the calendar; "before 1990" has no first day, so the calendar's own first is taken."""
    last = date.max.toordinal()
    return date.fromordinal(int(min(max(ordinal, Decimal(1)), Decimal(last))))
