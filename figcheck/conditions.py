"""What must be true of figures before a relation between them is believed at all.

"50,000 fighters … 40,000 of whom" may be related; "120 staff … £60 of which" may
not. Each condition takes the claims of the roles that a rule file names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from figcheck import units
from figcheck.closeness import CLOSENESS_CONDITIONS
from figcheck.dimensions import DIMENSION_CONDITIONS
from figcheck.model import Claim
from figcheck.moments import (
    ascending,
    has_year,
    has_zone,
    in_order,
    is_centenary,
    is_day,
    likely_stretch,
    may_be_age,
    near_stretch,
    told_apart,
)
from figcheck.pace import PACE_CONDITIONS
from figcheck.products import PRODUCT_CONDITIONS

FARTHEST_TIMES, LIKELY = Decimal(15), Decimal("2.6")
NEARLY = Decimal("0.6")  # what two parts of a whole make at least, if one of them is wrong
PURE = ("percent", "share", "points", "multiple", "ordinal", "score")
TIME = ("duration", "age")
DEGREES = ("celsius", "fahrenheit", "kelvin")


def quality(claim: Claim) -> object:
    """What a figure is made of: its dimension, or its kind where it has none.

    Counts and shares have no dimension, yet 40 people and 40 % do not add up.
    """
    kind = claim.figure.kind
    if kind in ("percent", "share"):
        return "share"
    if kind in PURE or not claim.figure.quantity.unit:
        return kind
    return units.dimension(claim.figure.quantity.unit)


def same_unit(claims: Sequence[Claim]) -> bool:
    """All are made of the same: pounds with dollars, miles with feet, counts with counts."""
    return len({quality(claim) for claim in claims}) < 2


def unlike_unit(claims: Sequence[Claim]) -> bool:
    """All are printed in different units: a conversion, not a repetition."""
    printed = [claim.figure.quantity.unit for claim in claims]
    return len(set(printed)) == len(printed)


def same_rate(claims: Sequence[Claim]) -> bool:
    """All are money per the same thing, or only the first says per what: "£2,000 a month ($2,440)"."""
    first, *others = (claim.figure.quantity.unit.partition("/")[2] for claim in claims)
    return same_unit(claims) or (bool(first) and not any(others))


def measured(claims: Sequence[Claim]) -> bool:
    """All are measures, or one currency per measures: "$1.05 a litre ($3.98 a gallon)"; not pay per month."""
    money = [claim.figure.quantity.unit for claim in claims if claim.figure.kind == "money"]
    pers = [unit.partition("/")[2] for unit in money]
    return len({units.currency(unit) for unit in money}) < 2 and all(
        per and units.dimension(per) != (("time", 1),) for per in pers
    )


def unlike_currency(claims: Sequence[Claim]) -> bool:
    """All are printed in different currencies: pounds and dollars, not dollars and cents."""
    printed = [units.currency(claim.figure.quantity.unit) for claim in claims]
    return len(set(printed)) == len(printed)


def equal_unit(claims: Sequence[Claim]) -> bool:
    """All are printed in one and the same unit; pence and pounds are one: "from 80p to £1.20"."""
    return len({(_unit(claim), quality(claim)) for claim in claims}) < 2


def _unit(claim: Claim) -> str:
    unit = claim.figure.quantity.unit
    if claim.figure.kind != "money":
        return unit
    money, slash, per = unit.partition("/")
    return units.currency(money) + slash + per


def same_counted(claims: Sequence[Claim]) -> bool:
    """No two are said to count different things; silence about it is no difference."""
    return len({claim.counted for claim in claims if claim.counted}) < 2


def same_things(claims: Sequence[Claim]) -> bool:
    """No two counts are of different things; what money is for is a guess, and left aside."""
    return same_counted([claim for claim in claims if claim.figure.kind == "count"])


def of_one_thing(claims: Sequence[Claim]) -> bool:
    """No count and no share is told of different things: "crime is down 10 per cent. There were 4,500 burglaries"."""
    return len({claim.counted for claim in claims if claim.counted and claim.figure.kind in (*PURE, "count")}) < 2


def named_alike(claims: Sequence[Claim]) -> bool:
    """All are said to count the same thing, in so many words."""
    return len({claim.counted for claim in claims}) == 1 and bool(claims[0].counted)


def same_per(claims: Sequence[Claim]) -> bool:
    """All are per the same thing, or none is."""
    return len({claim.per for claim in claims}) < 2


def whole_numbers(claims: Sequence[Claim]) -> bool:
    """All are printed without decimals and without a scale word."""
    return all(claim.figure.grain <= 1 and claim.figure.quantity.magnitude % 1 == 0 for claim in claims)


def same_shape(claims: Sequence[Claim]) -> bool:
    """All are ranges, or none is: "between $2bn and $3bn (£1.55bn-£2.3bn)" pairs end with end."""
    return len({claim.figure.quantity.upper is None for claim in claims}) < 2


def counted_as(claims: Sequence[Claim]) -> bool:
    """The last counts what the others count, or they do not say: "12 tracks: nine by Hart, three by others"."""
    whole = claims[-1]
    return all(claim.counted in ("", whole.counted) or claim.counted in whole.modifiers for claim in claims[:-1])


def kinds_of(claims: Sequence[Claim]) -> bool:
    """The others count the last's things or sorts of them: "five children, three boys and two girls"."""
    whole = claims[-1]
    return all(counted_as((claim, whole)) or (claim.sort != "" and claim.sort == whole.sort) for claim in claims[:-1])


def says_what(claims: Sequence[Claim]) -> bool:
    """Each says what it counts: "4,000 sheep", not "9,000 in all"."""
    return all(claim.counted for claim in claims)


def sorted_out(claims: Sequence[Claim]) -> bool:
    """Each says what it counts, and the language knows what sort of thing that is: boys, not "six of them"."""
    return all(claim.sort for claim in claims)


def smaller(claims: Sequence[Claim]) -> bool:
    """No figure is printed larger than the last: a part or a rest is never more than its whole."""
    whole = claims[-1].figure.quantity
    return all(
        claim.figure.quantity.magnitude <= whole.magnitude
        for claim in claims[:-1]
        if claim.figure.quantity.unit == whole.unit
    )


def single(claims: Sequence[Claim]) -> bool:
    """None is a range."""
    return all(claim.figure.quantity.upper is None for claim in claims)


def is_range(claims: Sequence[Claim]) -> bool:
    """All are ranges: "between 11 and 14", not 11."""
    return all(claim.figure.quantity.upper is not None for claim in claims)


def unhedged(claims: Sequence[Claim]) -> bool:
    """None is loosened by a word: "45 per cent", not "about 45 per cent"."""
    return not any(claim.figure.hedge for claim in claims)


def near_times(claims: Sequence[Claim]) -> bool:
    """The first is about as many times the second as the last says, or ten times that: else it is another figure."""
    first, second, times = map(_value, claims)
    return bool(second and times) and FARTHEST_TIMES**-1 <= first / second / times <= FARTHEST_TIMES


def near_share(claims: Sequence[Claim]) -> bool:
    """The first is about the share of the second that the last says, or ten times that: else it is of another whole."""
    part, whole, share = (abs(claim.figure.quantity.magnitude) for claim in claims)
    return bool(whole and share) and FARTHEST_TIMES**-1 <= part / whole / share <= FARTHEST_TIMES


def near_whole(claims: Sequence[Claim]) -> bool:
    """The first, a part, and the second, the share of the other part, come near to the last, their whole."""
    part, share, whole = (_value(claim) for claim in claims)
    if claims[1].figure.kind not in ("percent", "share") or not 0 < part < whole:
        return False
    return NEARLY < part / whole + share < 2 - NEARLY


def likely_rise(claims: Sequence[Claim]) -> bool:
    """From the first to the second is a rise not too far from the last, or from what it would be but for a slip."""
    first, second, by = (_value(claim) for claim in claims)
    return 0 < first < second and _is_likely(second / first - 1, by)


def likely_fall(claims: Sequence[Claim]) -> bool:
    """From the first to the second is a fall not too far from the last."""
    first, second, by = (_value(claim) for claim in claims)
    return 0 < second < first and _is_likely(1 - second / first, by)


def likely_share(claims: Sequence[Claim]) -> bool:
    """The first is a share of the second not too far from the last."""
    part, whole, by = (_value(claim) for claim in claims)
    return 0 < part < whole and _is_likely(part / whole, by)


def _value(claim: Claim) -> Decimal:
    """The printed number, per cent and pence as hundredths."""
    quantity = claim.figure.quantity
    is_hundredth = quantity.unit == "percent" or (claim.figure.kind == "money" and _unit(claim) != quantity.unit)
    return abs(quantity.magnitude) / (100 if is_hundredth else 1)


def _is_likely(made: Decimal, said: Decimal) -> bool:
    if not made or not said:
        return False
    ratios = [said / made * power for power in (1, 10, 100, 1000, Decimal("0.1"), Decimal("0.01"), Decimal("0.001"))]
    return LIKELY**-1 <= ratios[0] <= LIKELY or any(abs(ratio - 1) < Decimal("0.04") for ratio in ratios[1:])


def at_once(claims: Sequence[Claim]) -> bool:
    """None is so much a year, a month or a head."""
    return not any(claim.per for claim in claims)


def in_percent(claims: Sequence[Claim]) -> bool:
    """All are per cent, or parts of a whole: "up 20 per cent", "by a third"."""
    return all(claim.figure.kind in ("percent", "share") for claim in claims)


def in_points(claims: Sequence[Claim]) -> bool:
    """All are percentage points, or hundredths of them."""
    return all(claim.figure.kind == "points" for claim in claims)


def counts(claims: Sequence[Claim]) -> bool:
    """All are plain counts: the 11 of "an 11-point lead", not the 11 of "11 percentage points"."""
    return all(claim.figure.kind == "count" for claim in claims)


def temperatures(claims: Sequence[Claim]) -> bool:
    """All are readings of a thermometer, or differences of such."""
    return all(claim.figure.quantity.unit.removeprefix("delta_") in DEGREES for claim in claims)


CONDITIONS: Mapping[str, Callable[[Sequence[Claim]], bool]] = {
    test.__name__: test
    for test in (
        same_unit, same_rate, measured, unlike_currency, unlike_unit, equal_unit, same_counted, same_things,
        named_alike, of_one_thing, same_per, whole_numbers, same_shape, single, is_range, unhedged, near_times,
        near_share, at_once,
        likely_rise, likely_fall, likely_share, in_percent, in_points, counts, temperatures, smaller, counted_as,
        kinds_of, says_what, sorted_out, *PRODUCT_CONDITIONS, *PACE_CONDITIONS, ascending, has_year, has_zone, in_order,
        is_centenary, is_day, likely_stretch, may_be_age, near_stretch, near_whole, told_apart,
        *DIMENSION_CONDITIONS, *CLOSENESS_CONDITIONS,
    )
}


# conditions in which the last role is the measure of the others, so that all must be filled
DIRECTED = frozenset((
    "likely_rise", "likely_fall", "likely_share", "near_times", "near_share", "smaller", "counted_as", "kinds_of",
    "likely_stretch", "near_gap", "near_stretch", "near_sum", "near_tally", "near_whole",
))


def broken(where: Sequence[tuple[str, tuple[str, ...]]], roles: Sequence[tuple[str, Claim]]) -> str:
    """The first of the conditions that does not hold, as it stands in the rule file; empty when all hold.

    Roles that nobody plays yet are left aside: "the remaining 10,000" may still find its whole.
    """
    filled: dict[str, list[Claim]] = {}
    for role, claim in roles:
        filled.setdefault(role, []).append(claim)
    for name, wanted in where:
        if name in DIRECTED and not all(role in filled for role in wanted):
            continue
        claims = [claim for role in wanted for claim in filled.get(role, ())]
        if len(claims) > (len(wanted) > 1) and not CONDITIONS[name](claims):
            return f"{name}({', '.join(wanted)}) does not hold"
    return ""
