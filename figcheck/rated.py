"""What a rate is of and what it is for: pounds and days of "£2,500 a day", pounds and heads of "£35 a head".

A claim knows what it is per; laws want that in its unit. This says when a figure is a rate, and how long the time is
that a rate is for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import cache

from figcheck import units
from figcheck.interval import Interval
from figcheck.model import Claim
from figcheck.record import replace

ANYTHING = ("", "each", "person")
"""What a rate may be for when any count will do: "£35 a head for 600", "£1.4m apiece"."""

HOUR, DAYTIME, MONTH = "hour", Decimal(24), Decimal(24 * 28)
ONCE_OR_THRICE = frozenset((("time", -1), ("time", -3)))
"""Speeds have time below the line once, powers three times."""

NEAR = Decimal(4)
"""How far a stated product may lie from the true one and still be meant as it, a slip of the scale word aside.

Of figures that fit by unit and noun but have nothing to do with each other, most are further apart.
"""

SCALES = (
    (1, Decimal("1.02")), (2, Decimal("1.01")), (3, Decimal("1.25")), (6, Decimal("1.25")), (9, Decimal("1.25")),
)  # fmt: skip
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


def has_time(claim: Claim) -> bool:
    """Whether a rate is for time at all, be it after heads: "£92 a day", "£21,000 per inmate per year"."""
    return not ONCE_OR_THRICE.isdisjoint(units.dimension(rated(claim).figure.quantity.unit))


def is_for_time(claim: Claim) -> bool:
    """Whether a rate is for a stretch of time before all: "£2,500 a day"."""
    base = parts_of(claim)[1]
    return bool(base) and units.dimension(base) == (("time", 1),)


def period(claim: Claim) -> Decimal:
    """About how many hours the time has that a rate is for: 24 for a day; none where it is for no time."""
    base = rated(claim).figure.quantity.unit.rpartition("/")[2]
    if units.dimension(base) != (("time", 1),):
        return Decimal(1) if _is_hourly(base) else Decimal(0)
    return hours(base)


def hours(unit: str) -> Decimal:
    """About how many hours a stretch of time has.

    >>> hours("day")
    Decimal('24')
    """
    found = units.convert(Interval.point(Decimal(1)), unit, HOUR, None)[0]
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
