"""Which figures may be a rate, the number that it is for, and the total that they make.

"£35 a head … 600 … £31,000": counted nouns are units. A rate of pounds a head wants heads to
multiply, or a number that says nothing of what it counts, and makes pounds; "£2,500 a day" wants days
or weeks and makes pounds; "27 goals" and "18 matches" make goals a match.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from figcheck import units
from figcheck.interval import Interval
from figcheck.model import Claim
from figcheck.rated import ANYTHING, NEAR, has_time, is_for_time, is_near, parts_of, rated
from figcheck.rates import RateUnknown

RARE = Decimal("0.2")
SHARING = ("share", "percent")
CLOSE = Decimal("0.02")


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
    unit = count.figure.quantity.unit.partition("/")[0]  # the barrels of "1.5 million barrels a day"
    if count.figure.kind not in ("measure", "duration") or units.dimension(unit) != dimension:
        return False
    return unit == base or not _is_one(count, unit, base)


def _is_one(count: Claim, unit: str, base: str) -> bool:
    """Whether a measure is but what the rate is for, said in another unit: "$64 per barrel, or 159 litres"."""
    number = Interval.point(count.figure.quantity.magnitude)
    return any(abs(found.low - 1) <= CLOSE for found in units.convert(number, unit, base, None))


def made_of(claims: Sequence[Claim]) -> bool:
    """The first is a total of what the second, a rate, is of: pounds of "£2,500 a day", goals of "1.5 goals a game"."""
    if len(claims) < 2:
        return True
    total, rate = claims
    over = parts_of(rate)[0]
    if over.partition("/")[0]:
        return _but_time(units.dimension(rated(total).figure.quantity.unit)) == _but_time(units.dimension(over))
    if {total.figure.kind, rate.figure.kind} != {"count"} or total.figure.quantity.magnitude == 1:
        return False
    is_told = bool(rate.counted or total.counted) or is_for_time(rate)
    return is_told and (not rate.counted or total.counted in ("", rate.counted))


def _but_time(powers: units.Dimension) -> units.Dimension:
    """A dimension without the "a day" of "1.5 million barrels a day, $120 million a day"; what is left must fit."""
    return tuple(power for power in powers if power != ("time", -1))


def is_rate(claims: Sequence[Claim]) -> bool:
    """Each says what it is per, or is no mere count: the 2.5 of "2.5 per game", the £35 of "£35 for each guest"."""
    return all(claim.per or claim.figure.kind != "count" for claim in claims)


def alike_counted(claims: Sequence[Claim]) -> bool:
    """The counts among them count the same, or do not say: "200 calls a day, about 1,000 a week"."""
    return len({claim.counted for claim in claims if claim.counted and claim.figure.kind == "count"}) < 2


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
    times = abs(count.figure.quantity.magnitude)
    if count.figure.kind == "count" and times > 1 and stated * times < product:
        return False  # "£3m to her and £1m to each of two sons": £1m is no total of £3m each
    return bool(product and stated) and is_near(stated / product)


def near_threefold(claims: Sequence[Claim]) -> bool:
    """The first is about what the others make: so many people, so much an hour, so many hours."""
    if len(claims) < 4:
        return True
    total, many, pace, time = claims
    return _is_about(total, pace, time, many.figure.quantity.magnitude)


def near_worth(claims: Sequence[Claim]) -> bool:
    """The first is about what the others make: three a day for 30 days, at so much each."""
    if len(claims) < 4:
        return True
    total, pace, time, each = claims
    try:
        number = _times(pace, time, parts_of(pace)[0])
    except (units.UnlikeUnits, RateUnknown):
        return False
    return _is_worth(total, each, number)


def near_stack(claims: Sequence[Claim]) -> bool:
    """The first is about what the others make: so many rows of so many seats, at so much each."""
    if len(claims) < 4:
        return True
    total, rows, inner, each = claims
    return _is_worth(total, each, rows.figure.quantity.magnitude * inner.figure.quantity.magnitude)


def _is_worth(total: Claim, each: Claim, number: Decimal) -> bool:
    """Whether a total is about so many at so much each, or that with another scale word."""
    over, wanted = parts_of(each)[0], rated(total).figure.quantity.unit
    made = Interval.point(number * each.figure.quantity.magnitude)
    try:
        product = abs(units.convert(made, over, wanted, None)[0].low)
    except (units.UnlikeUnits, RateUnknown):
        return False
    stated = abs(total.figure.quantity.magnitude)
    return bool(product and stated) and is_near(stated / product)


def _is_about(total: Claim, rate: Claim, number: Claim, times: Decimal) -> bool:
    """Whether a total is about so many times a rate for a number, or that with another scale word."""
    try:
        product = _times(rate, number, rated(total).figure.quantity.unit) * abs(times)
    except (units.UnlikeUnits, RateUnknown):
        return False
    stated = abs(total.figure.quantity.magnitude)
    return bool(product and stated) and is_near(stated / product)


def over_number(claims: Sequence[Claim]) -> bool:
    """The third may be what the first comes to for each of the second: 1.5 of "27 goals in 18 matches"."""
    if len(claims) < 3:
        return True
    total, number, mean = claims
    if has_time(mean) or total.per or number.figure.kind != "count" or total.figure.kind != mean.figure.kind:
        return False
    if units.dimension(total.figure.quantity.unit) != units.dimension(parts_of(mean)[0]):
        return False
    is_told = total.figure.kind != "count" or bool(total.counted and number.counted)
    return is_told and mean.counted in ("", total.counted) and near_product((total, mean, number))


def is_whole(claims: Sequence[Claim]) -> bool:
    """None is a rate itself, or one thing alone: the 40 of "40 guards", not of "40 calls a day"."""
    return not any(claim.per or claim.figure.quantity.magnitude <= 1 for claim in claims)


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


def is_made_with(total: Claim, rate: Claim, count: Claim, other: Claim) -> bool:
    """Whether another amount fills the gap: "£200 for each of 11 players and £1,000 for the coach, £3,200 in all"."""
    unit = rated(total).figure.quantity.unit
    if other.figure.kind in SHARING:
        return _is_made_for_some(total, rate, count, other)
    try:
        product, more = _times(rate, count, unit), _in(rated(other), unit)
    except (units.UnlikeUnits, RateUnknown):
        return False
    stated = total.figure.quantity.magnitude
    return any(abs(stated - made) <= abs(stated) * CLOSE for made in (product + more, product - more))


def _is_made_for_some(total: Claim, rate: Claim, count: Claim, share: Claim) -> bool:
    """Whether only a share of the number pays: "half of the 240 seats were empty. The others cost £18, or £2,160"."""
    part = share.figure.quantity.magnitude / (100 if share.figure.kind == "percent" else 1)
    try:
        product = _times(rate, count, rated(total).figure.quantity.unit)
    except (units.UnlikeUnits, RateUnknown):
        return False
    stated = total.figure.quantity.magnitude
    return any(abs(stated - product * some) <= abs(stated) * CLOSE for some in (part, 1 - part))


def _times(rate: Claim, count: Claim, unit: str) -> Decimal:
    """About what a rate makes for a count, in a unit."""
    over, base = parts_of(rate)
    is_counted = base in ANYTHING or units.dimension(base) == ((base, 1),)
    made = units.multiply(over, units.divide(rated(count).figure.quantity.unit, "" if is_counted else base))
    product = Interval.point(rate.figure.quantity.magnitude * count.figure.quantity.magnitude)
    product = units.convert(product, made, unit, None)[0] if made != unit else product
    return abs((product.low + product.high) / 2)


PRODUCT_CONDITIONS = (
    alike_counted, counts_per, is_rare, is_rate, is_whole, made_of, near_incidence, near_product, near_stack,
    near_threefold, near_worth, over_number,
    same_size, unlike_counted,
)  # fmt: skip
"""What a rule file may ask of rates, counts and totals."""
