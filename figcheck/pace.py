"""What a rule file may ask of rates over time: so much an hour, a day, a month.

Working days, weeks and years are shorter than those of the calendar, so that a rate by the day has other
excuses than one by the month.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from figcheck import units
from figcheck.interval import Interval
from figcheck.model import Claim
from figcheck.rated import DAYTIME, MONTH, NEAR, has_time, hours, is_for_time, is_near, parts_of, period, rated
from figcheck.rates import RateUnknown

WEEK = 7 * DAYTIME


def is_timed(claims: Sequence[Claim]) -> bool:
    """All are so much in a stretch of time: "£92 a day", "8,200 steps a day"."""
    return all(map(has_time, claims))


def for_time(claims: Sequence[Claim]) -> bool:
    """All are for a stretch of time before all: "£2,500 a day", but not "£350 a desk a month"."""
    return all(is_for_time(claim) for claim in claims)


def for_things(claims: Sequence[Claim]) -> bool:
    """None is for a stretch of time before all: "£35 a head", "$310 a ton", "£350 a month each"."""
    return not any(is_for_time(claim) for claim in claims)


def is_speed(claims: Sequence[Claim]) -> bool:
    """All are distances in an hour or less: "70mph", "186,000 miles a second"; 6mm of rain a day are no speed."""
    return all(_is_speed(claim) for claim in claims)


def is_no_speed(claims: Sequence[Claim]) -> bool:
    """None is a distance in a stretch of time."""
    return not any(map(_is_speed, claims))


def _is_speed(claim: Claim) -> bool:
    """Whether something may move at it: feet, miles or kilometres; rain falls by the inch."""
    if not is_for_time(claim) or period(claim) >= DAYTIME:
        return False
    over = parts_of(claim)[0]
    if units.dimension(over) != (("length", 1),):
        return False
    return units.convert(Interval.point(Decimal(1)), over, "foot", None)[0].low >= 1


def is_working_time(claims: Sequence[Claim]) -> bool:
    """The first is a time that the second, if it is pay by the hour, is earned in: hours, but not weeks or years."""
    if len(claims) < 2:
        return True
    time, rate = claims
    is_wage = rate.figure.kind == "money" and period(rate) < DAYTIME
    return not is_wage or hours(time.figure.quantity.unit) < DAYTIME


def longer_period(claims: Sequence[Claim]) -> bool:
    """The first is for a longer stretch of time than the second: so much a year, so much a month."""
    return len(claims) < 2 or period(claims[0]) > period(claims[1])


def by_the_minute(claims: Sequence[Claim]) -> bool:
    """All are for less than an hour."""
    return all(period(claim) < 1 for claim in claims)


def by_the_hour(claims: Sequence[Claim]) -> bool:
    """All are for an hour or less, of which a working day has eight."""
    return all(period(claim) < DAYTIME for claim in claims)


def by_the_day(claims: Sequence[Claim]) -> bool:
    """All are for a day, of which a working week has five."""
    return all(period(claim) == DAYTIME for claim in claims)


def by_no_day(claims: Sequence[Claim]) -> bool:
    """None is for a day."""
    return not any(period(claim) == DAYTIME for claim in claims)


def by_the_week(claims: Sequence[Claim]) -> bool:
    """All are for a week or two, of which a year has 52, or those that are worked."""
    return all(DAYTIME < period(claim) < MONTH for claim in claims)


def by_the_month(claims: Sequence[Claim]) -> bool:
    """All are for a month or more, of which a year has twelve and no other number."""
    return all(period(claim) >= MONTH for claim in claims)


def under_a_week(claims: Sequence[Claim]) -> bool:
    """All are for a day or less."""
    return all(period(claim) < WEEK for claim in claims)


def under_a_month(claims: Sequence[Claim]) -> bool:
    """All are for a week or two, or less."""
    return all(period(claim) < MONTH for claim in claims)


def in_its_time(claims: Sequence[Claim]) -> bool:
    """The first is counted in what the second is per: an 18-day inquiry at so much a day."""
    return len(claims) < 2 or _told_in(*claims)


def in_other_time(claims: Sequence[Claim]) -> bool:
    """The first is counted in something longer than the second is per: six weeks at so much a day."""
    return len(claims) < 2 or not _told_in(*claims)


def _told_in(time: Claim, rate: Claim) -> bool:
    return time.figure.quantity.unit == parts_of(rate)[1]


def per_printed(claims: Sequence[Claim]) -> bool:
    """All say what they are per in so many words: "£600 a week", not the watts of a wind farm."""
    return all(claim.per for claim in claims)


def near_payroll(claims: Sequence[Claim]) -> bool:
    """The first is about what the second, pay for a time, comes to for the third, a number of people or things."""
    if len(claims) < 3:
        return True
    total, rate, count = claims
    whole, each = rated(total).figure.quantity, rated(rate).figure.quantity
    try:
        product = Interval.point(each.magnitude * count.figure.quantity.magnitude)
        made = units.convert(product, each.unit, whole.unit, None)[0]
    except (units.UnlikeUnits, RateUnknown):
        return False
    return bool(made.low and whole.magnitude) and is_near(whole.magnitude * 2 / (made.low + made.high))


def near_rate(claims: Sequence[Claim]) -> bool:
    """The first is about the second, counted up or down to its period, or that with another scale word."""
    if len(claims) < 2:
        return True
    long, short = (claim.figure.quantity for claim in map(rated, claims))
    try:
        made = units.convert(Interval.point(short.magnitude), short.unit, long.unit, None)[0]
    except (units.UnlikeUnits, RateUnknown):
        return False
    product = (made.low + made.high) / 2
    return bool(product and long.magnitude) and is_near(long.magnitude / product, 2 * NEAR)


def near_a_year(claims: Sequence[Claim]) -> bool:
    """The first is about what the second, a rate, makes in a year, or that with another scale word."""
    if len(claims) < 2:
        return True
    total, rate = (claim.figure.quantity for claim in map(rated, claims))
    try:
        made = units.convert(Interval.point(rate.magnitude), rate.unit, units.divide(total.unit, "year"), None)[0]
    except (units.UnlikeUnits, RateUnknown):
        return False
    product = (made.low + made.high) / 2
    return bool(product and total.magnitude) and is_near(total.magnitude / product, 2 * NEAR)


PACE_CONDITIONS = (
    near_a_year,
    by_no_day, by_the_day, by_the_hour, by_the_minute, by_the_month, by_the_week, for_things, for_time, in_its_time,
    in_other_time, is_no_speed, is_speed, is_timed, is_working_time, longer_period, near_payroll, near_rate,
    per_printed, under_a_month, under_a_week,
)  # fmt: skip
"""What a rule file may ask of rates over time."""
