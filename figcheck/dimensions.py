"""What a rule file may ask of two measures that are not of one make, but would be but for a slip.

"A 12 sq km park (4.6 miles)" lost a square, "winds of 40 mph (64 km)" lost the hour. That the
numbers fit once it is put back tells such a bracket from one that says something else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from figcheck import units
from figcheck.interval import Interval
from figcheck.model import Claim
from figcheck.rated import is_near
from figcheck.rates import RateUnknown

AGAIN = Decimal("2.2")
"""How far a measure said again may be from the first: "60 metres wide, about 15 feet deep" is further off."""

NEAR, ROUNDED = Decimal("0.04"), Decimal("0.08")
TIMES = ("second", "minute", "hour", "day")
LENGTH, TIME, POWER = "length", "time", (("length", 2), ("mass", 1), ("time", -3))
SIDES = ("square", "cubic")


def side_lost(claims: Sequence[Claim]) -> bool:
    """One is a length, the other an area or a volume, and the numbers fit once the length is squared or cubed."""
    long, wide = sorted(claims, key=_reach)
    if _dimension(long) != ((LENGTH, 1),) or _dimension(wide) not in (((LENGTH, 2),), ((LENGTH, 3),)):
        return False
    unit = long.figure.quantity.unit
    whole = f"{SIDES[_reach(wide) - 2]} {unit}"
    return _fit(wide, whole, long) or _is_linear(wide, unit, long)


def time_lost(claims: Sequence[Claim]) -> bool:
    """One is so much an hour, the other not, and the numbers fit once it is: "40 mph (64 km)", "50 MW (50,000 kWh)".

    Only where the hour is within the unit: "40 litres a minute (10.6 gallons)" says it once for both.
    """
    rate, plain = sorted(claims, key=lambda claim: dict(_dimension(claim)).get(TIME, 0))
    powers = dict(_dimension(plain))
    powers[TIME] = powers.get(TIME, 0) - 1
    if {name: power for name, power in powers.items() if power} != dict(_dimension(rate)) or not _is_compact(rate):
        return False
    return any(_fit(rate, f"{plain.figure.quantity.unit}/{time}", plain) for time in TIMES)


def lengths(claims: Sequence[Claim]) -> bool:
    """All are lengths: the sides of a hall, not its area."""
    return all(_dimension(claim) == ((LENGTH, 1),) for claim in claims)


def areas(claims: Sequence[Claim]) -> bool:
    """All are areas."""
    return all(_dimension(claim) == ((LENGTH, 2),) for claim in claims)


def volumes(claims: Sequence[Claim]) -> bool:
    """All are volumes."""
    return all(_dimension(claim) == ((LENGTH, 3),) for claim in claims)


def said_again(claims: Sequence[Claim]) -> bool:
    """The second is about the first in another unit, or that with a slip of ten: else it measures something else."""
    if len(claims) < 2:
        return True
    given, same = (claim.figure.quantity for claim in claims)
    try:
        found = units.convert(Interval.point(abs(given.magnitude)), given.unit, same.unit, None)
    except (units.UnlikeUnits, RateUnknown):
        return False
    return bool(same.magnitude) and any(each.low and is_near(abs(same.magnitude / each.low), AGAIN) for each in found)


def power_over_time(claims: Sequence[Claim]) -> bool:
    """All are so many watts per hour or year: watts are already so much a second."""
    wanted = {**dict(POWER), TIME: dict(POWER)[TIME] - 1}
    return all(dict(_dimension(claim)) == wanted for claim in claims)


def energies(claims: Sequence[Claim]) -> bool:
    """All are so many joules, calories or watt-hours."""
    return all(dict(_dimension(claim)) == {**dict(POWER), TIME: dict(POWER)[TIME] + 1} for claim in claims)


def powers(claims: Sequence[Claim]) -> bool:
    """All are so many watts, and not for any time or thing besides."""
    return all(_dimension(claim) == POWER and not claim.per for claim in claims)


def near_array(claims: Sequence[Claim]) -> bool:
    """The first is about the second as often as the third says, or that with a slip of ten: 90MW of 30 at 3MW."""
    if len(claims) < 3:
        return True
    total, each, count = (claim.figure.quantity for claim in claims)
    try:
        made = units.convert(Interval.point(abs(each.magnitude * count.magnitude)), each.unit, total.unit, None)
    except (units.UnlikeUnits, RateUnknown):
        return False
    return any(found.low and is_near(abs(total.magnitude) / found.low) for found in made)


def _dimension(claim: Claim) -> units.Dimension:
    return units.dimension(claim.figure.quantity.unit) if claim.figure.kind == "measure" else ()


def _reach(claim: Claim) -> int:
    """How many lengths are multiplied: two in an area."""
    return dict(_dimension(claim)).get(LENGTH, 0)


def _is_compact(claim: Claim) -> bool:
    """Whether the unit is one word: mph, km/h, MW."""
    digits, surface = claim.figure.digits, claim.figure
    return " " not in surface.surface[digits.end - surface.span.start :].strip()


def _fit(given: Claim, unit: str, same: Claim) -> bool:
    """Whether a figure taken in a unit has the number of another."""
    number = Interval.point(given.figure.quantity.magnitude)
    return any(_near(each.low, same) for each in units.convert(number, given.figure.quantity.unit, unit, None))


def _is_linear(wide: Claim, unit: str, long: Claim) -> bool:
    """Whether the number was converted as if the area were a length: "5 square miles (8km)"."""
    term = wide.figure.quantity.unit.split(" ")[-1]
    if units.dimension(term) != ((LENGTH, 1),):
        return False
    number = Interval.point(wide.figure.quantity.magnitude)
    return term != unit and any(_near(each.low, long) for each in units.convert(number, term, unit, None))


def _near(number: Decimal, claim: Claim) -> bool:
    quantity, grain = claim.figure.quantity, claim.figure.grain
    return abs(number - quantity.magnitude) <= max(abs(number) * NEAR, min(grain / 2, abs(number) * ROUNDED))


DIMENSION_CONDITIONS: Sequence[Callable[[Sequence[Claim]], bool]] = (
    areas, energies, lengths, near_array, power_over_time, powers, said_again, side_lost, time_lost, volumes,
)  # fmt: skip
