"""Which figures may be a rate, the number that it is for, and the total that they make.

"£35 a head … 600 … £31,000": counted nouns are units. A rate of pounds a head wants heads to
multiply, or a number that says nothing of what it counts, and makes pounds; "£2,500 a day" wants days
or weeks and makes pounds; "27 goals" and "18 matches" make goals a match.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from figcheck import units
from figcheck.interval import Interval
from figcheck.model import Claim
from figcheck.rates import RateUnknown

ANYTHING = ("", "each", "person")
"""What a rate may be for when any count will do: "£35 a head for 600", "£1.4m apiece"."""

HOUR, DAYTIME, MONTH = "hour", Decimal(24), Decimal(24 * 28)
ONCE_OR_THRICE = frozenset((("time", -1), ("time", -3)))
"""Speeds have time below the line once, powers three times."""

NEAR = Decimal(4)
"""How far a stated product may lie from the true one and still be meant as it, a slip of the scale word aside.

Of figures that fit by unit and noun but have nothing to do with each other, most are further apart.
"""

RARE = Decimal("0.2")

SCALES = ((1, Decimal("1.02")), (3, Decimal("1.25")), (6, Decimal("1.25")), (9, Decimal("1.25")))
"""Powers of ten that get lost, and how near the rest must come: a million for a billion is the common one."""


def parts_of(rate: Claim) -> tuple[str, str]:
    """What a rate is of, and what it is for: pounds and "day" of "£2,500 a day", pounds and "" of "£2,500".

    Of "£12,000 per pupil per year" it is pounds a year, and pupils.
    """
    over, *bases = rate.figure.quantity.unit.split("/")
    told = rate.per.split("/") if rate.per else []
    bases = told if len(told) > len(bases) else bases
    if bases:
        return "/".join((over, *bases[1:])), bases[0]
    return (f"{over} {HOUR}", HOUR) if _is_hourly(over) else (over, "")  # 25 knots are so many knot-hours an hour


def is_per(claim: Claim) -> bool:
    """Whether a figure is a rate on the face of it: "£35 a head", "200 calls a day", "25 knots"."""
    return bool(claim.per) or _is_hourly(claim.figure.quantity.unit)


@cache
def _is_hourly(unit: str) -> bool:
    """Whether a unit has time in it unsaid: knots, and the watts that make watt-hours."""
    return bool(unit) and "/" not in unit and not ONCE_OR_THRICE.isdisjoint(units.dimension(unit))


def rated(claim: Claim) -> Claim:
    """The same claim with what it is per in its unit: the 200 of "200 calls a day" are "/day".

    Counted nouns are left out, as laws do: "£21,000 per inmate per year" is pounds a year.
    """
    quantity = claim.figure.quantity
    bases = [base for base in claim.per.split("/") if base and units.dimension(base) != ((base, 1),)]
    if not bases or "/" in quantity.unit:
        return claim
    unit = "/".join((quantity.unit, *bases))
    return replace(claim, figure=replace(claim.figure, quantity=replace(quantity, unit=unit)))


def as_rates(roles: Sequence[tuple[str, Claim]], rates: Collection[str]) -> tuple[tuple[str, Claim], ...]:
    """Claims in their roles, those of the roles named with what they are per."""
    return tuple((role, rated(claim) if role in rates else claim) for role, claim in roles)


def is_timed(claims: Sequence[Claim]) -> bool:
    """All are so much in a stretch of time: "£92 a day", "8,200 steps a day"."""
    return all(map(_is_timed, claims))


def is_untimed(claims: Sequence[Claim]) -> bool:
    """None is so much in a stretch of time: "£35 a head", "$310 a ton", "£1.4m apiece"."""
    return not any(_is_timed(claim) for claim in claims)


def is_speed(claims: Sequence[Claim]) -> bool:
    """All are distances in an hour or less: "70mph", "186,000 miles a second"; 6mm of rain a day are no speed."""
    return all(_is_speed(claim) for claim in claims)


def is_no_speed(claims: Sequence[Claim]) -> bool:
    """None is a distance in a stretch of time."""
    return not any(map(_is_speed, claims))


def _is_speed(claim: Claim) -> bool:
    measures = units.dimension(claim.figure.quantity.unit)
    return ("length", 1) in measures and _is_timed(claim) and _period(claim) < DAYTIME


def is_working_time(claims: Sequence[Claim]) -> bool:
    """The first is a time that the second, if it is pay by the hour, is earned in: hours, but not weeks or years."""
    if len(claims) < 2:
        return True
    time, rate = claims
    is_wage = rate.figure.kind == "money" and _period(rate) < DAYTIME
    return not is_wage or _hours(time.figure.quantity.unit) < DAYTIME


def _is_timed(claim: Claim) -> bool:
    return not ONCE_OR_THRICE.isdisjoint(units.dimension(rated(claim).figure.quantity.unit))


def counts_per(claims: Sequence[Claim]) -> bool:
    """The first counts what the second, a rate, is for: 18 days of "£2,500 a day", 40,000 tons of "$310 a ton"."""
    if len(claims) < 2:
        return True
    count, rate = claims
    if count.figure.kind == "count" and count.figure.quantity.magnitude == 1:
        return False
    base = parts_of(rate)[1]
    dimension = units.dimension(base)
    if base in ANYTHING or dimension == ((base, 1),):
        return count.figure.kind == "count" and (base in ANYTHING or count.counted in ("", base))
    return count.figure.kind in ("measure", "duration") and units.dimension(count.figure.quantity.unit) == dimension


def made_of(claims: Sequence[Claim]) -> bool:
    """The first is a total of what the second, a rate, is of: pounds of "£2,500 a day", goals of "1.5 goals a game"."""
    if len(claims) < 2:
        return True
    total, rate = claims
    over = parts_of(rate)[0]
    if over.partition("/")[0]:
        return units.dimension(rated(total).figure.quantity.unit) == units.dimension(over)
    if {total.figure.kind, rate.figure.kind} != {"count"} or total.per or total.figure.quantity.magnitude == 1:
        return False
    return bool(rate.counted or total.counted) and (not rate.counted or total.counted in ("", rate.counted))


def is_rate(claims: Sequence[Claim]) -> bool:
    """Each says what it is per, or is no mere count: the 2.5 of "2.5 per game", the £35 of "£35 for each guest"."""
    return all(claim.per or claim.figure.kind != "count" for claim in claims)


def unlike_counted(claims: Sequence[Claim]) -> bool:
    """No two of the counts among them count the same or are the same number: goals and matches, homes and landlords."""
    counts = [claim for claim in claims if claim.figure.kind == "count"]
    told = [(claim.counted, claim.figure.quantity.magnitude) for claim in counts]
    return all(len(set(column)) == len(column) for column in zip(*told, strict=True))


def near_product(claims: Sequence[Claim]) -> bool:
    """The first is about what the others multiply to, or that with another scale word: else it is another total."""
    if len(claims) < 3:
        return True
    total, rate, count = claims
    try:
        product = _times(rate, count, rated(total).figure.quantity.unit)
    except (units.UnlikeUnits, RateUnknown):
        return False
    stated = abs(total.figure.quantity.magnitude)
    return bool(product and stated) and is_near(stated / product)


def longer_period(claims: Sequence[Claim]) -> bool:
    """The first is for a longer stretch of time than the second: so much a year, so much a month."""
    return len(claims) < 2 or _period(claims[0]) > _period(claims[1])


def by_the_hour(claims: Sequence[Claim]) -> bool:
    """All are for an hour or less, of which a working day has eight."""
    return all(_period(claim) < DAYTIME for claim in claims)


def by_the_day(claims: Sequence[Claim]) -> bool:
    """All are for a day, of which a working week has five."""
    return all(_period(claim) == DAYTIME for claim in claims)


def by_no_day(claims: Sequence[Claim]) -> bool:
    """None is for a day."""
    return not any(_period(claim) == DAYTIME for claim in claims)


def by_the_week(claims: Sequence[Claim]) -> bool:
    """All are for a week or two, of which a year has 52, or those that are worked."""
    return all(DAYTIME < _period(claim) < MONTH for claim in claims)


def by_the_month(claims: Sequence[Claim]) -> bool:
    """All are for a month or more, of which a year has twelve and no other number."""
    return all(_period(claim) >= MONTH for claim in claims)


def in_its_time(claims: Sequence[Claim]) -> bool:
    """The first is counted in what the second is per: an 18-day inquiry at so much a day."""
    return len(claims) < 2 or _told_in(*claims)


def in_other_time(claims: Sequence[Claim]) -> bool:
    """The first is counted in something longer than the second is per: six weeks at so much a day."""
    return len(claims) < 2 or not _told_in(*claims)


def _told_in(time: Claim, rate: Claim) -> bool:
    return time.figure.quantity.unit == parts_of(rate)[1]


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


def _period(claim: Claim) -> Decimal:
    """About how many hours the time has that a rate is for: 24 for a day; none where it is for no time."""
    base = rated(claim).figure.quantity.unit.rpartition("/")[2]
    if units.dimension(base) != (("time", 1),):
        return Decimal(1) if _is_hourly(base) else Decimal(0)
    return _hours(base)


def _hours(unit: str) -> Decimal:
    found = units.convert(Interval.point(Decimal(1)), unit, HOUR, None)[0]
    return (found.low + found.high) / 2


def over_number(claims: Sequence[Claim]) -> bool:
    """The third may be what the first comes to for each of the second: 1.5 of "27 goals in 18 matches"."""
    if len(claims) < 3:
        return True
    total, number, mean = claims
    if _is_timed(mean) or total.per or number.figure.kind != "count" or total.figure.kind != mean.figure.kind:
        return False
    if units.dimension(total.figure.quantity.unit) != units.dimension(parts_of(mean)[0]):
        return False
    is_told = total.figure.kind != "count" or bool(total.counted and number.counted)
    return is_told and mean.counted in ("", total.counted) and near_product((total, mean, number))


def is_rare(claims: Sequence[Claim]) -> bool:
    """None is a share of a fifth or more: "17.4 per 100,000" is a rate, "two thirds" is not."""
    return all(claim.figure.kind != "share" or claim.figure.quantity.magnitude < RARE for claim in claims)


def near_incidence(claims: Sequence[Claim]) -> bool:
    """The first over the second is about the third over the fourth: deaths, residents, and 15 per 100,000."""
    if len(claims) < 3:
        return True
    events, population, rate, *base = (claim.figure.quantity.magnitude for claim in claims)
    over = base[0] if base else Decimal(1)
    if not (events and population and rate and over) or events >= population or rate >= over:
        return False
    return is_near((events / population) / (rate / over))


def same_size(claims: Sequence[Claim]) -> bool:
    """No figure is more than four times the first: two prices of a share, not a price and a total."""
    unit = claims[0].figure.quantity.unit
    try:
        sizes = [_in(claim, unit) for claim in claims]
    except (units.UnlikeUnits, RateUnknown):
        return False
    return all(sizes) and all(1 / NEAR <= size / sizes[0] <= NEAR for size in sizes)


def _in(claim: Claim, unit: str) -> Decimal:
    """The printed number of a figure in another unit, about."""
    number = Interval.point(claim.figure.quantity.magnitude)
    found = units.convert(number, claim.figure.quantity.unit, unit, None)[0]
    return (found.low + found.high) / 2


def is_near(ratio: Decimal, near: Decimal = NEAR) -> bool:
    """Whether one figure is about another, or a power of ten away from it.

    >>> is_near(Decimal("1.5")), is_near(Decimal("1020")), is_near(Decimal("37"))
    (True, True, False)
    """
    if 1 / near <= ratio <= near:
        return True
    tens = ((ratio * Decimal(10) ** sign, close) for power, close in SCALES for sign in (power, -power))
    return any(1 / close <= ten <= close for ten, close in tens)


def _times(rate: Claim, count: Claim, unit: str) -> Decimal:
    """About what a rate makes for a count, in a unit."""
    quantity = count.figure.quantity
    made = rate.figure.quantity
    number = Interval.point(quantity.magnitude)
    base = parts_of(rate)[1]
    if quantity.unit:
        number = units.convert(number, quantity.unit, base, None)[0]
    made_unit = parts_of(rate)[0]
    product = number * Interval.point(made.magnitude)
    product = units.convert(product, made_unit, unit, None)[0] if made_unit != unit else product
    return abs((product.low + product.high) / 2)


PRODUCT_CONDITIONS = (
    by_no_day, by_the_day, by_the_hour, by_the_month, by_the_week, counts_per, in_its_time, in_other_time, is_no_speed,
    is_rare, is_rate, is_speed, is_timed, is_untimed, is_working_time, longer_period, made_of, near_incidence,
    near_product, near_rate, over_number, same_size, unlike_counted,
)  # fmt: skip
"""What a rule file may ask of rates, counts and totals."""
