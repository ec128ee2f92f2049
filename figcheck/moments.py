"""Which dates and hours may stand in one relation: hours with hours, and dates of no year within one year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from figcheck.model import Claim

MOMENTS = ("date", "year", "time")
OLDEST = 120

MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10_080, "month": 43_200, "year": 525_600}


def is_day(claims: Sequence[Claim]) -> bool:
    """All are days of a month, not months or weekdays alone."""
    return all({"day", "month"} <= dict(claim.figure.parts).keys() for claim in claims)


def told_apart(claims: Sequence[Claim]) -> bool:
    """Dates without a year lie less than a year apart, and hours less than a day.

    "A two-year trial, from 3 March to 5 April" was of other years, and "left at 9am,
    back 30 hours later" is of two days.
    """
    least = [_turn(claim) for claim in claims if claim.figure.kind in MOMENTS]
    lengths = [claim.figure.quantity for claim in claims if claim.figure.kind == "duration"]
    return all(length.magnitude * MINUTES.get(length.unit, 0) < turn for length in lengths for turn in least if turn)


def _turn(claim: Claim) -> int:
    """After how many minutes the printed date or hour comes round again; 0 for never."""
    if claim.figure.kind == "time":
        return MINUTES["day"]
    return 0 if "year" in dict(claim.figure.parts) else MINUTES["year"]


def in_order(claims: Sequence[Claim]) -> bool:
    """They stand in the text in the order of the roles."""
    starts = [claim.figure.span.start for claim in claims]
    return starts == sorted(starts)


def may_be_age(claims: Sequence[Claim]) -> bool:
    """All are ages, or bare whole numbers: "now 35" may be one, "35 staff" and "up to 55.9" are none."""
    return all(claim.figure.kind == "age" or _is_bare(claim) for claim in claims)


def _is_bare(claim: Claim) -> bool:
    figure = claim.figure
    is_whole = figure.grain == 1 == figure.scale and figure.quantity.magnitude <= OLDEST
    return is_whole and not claim.counted and not claim.per


def ascending(claims: Sequence[Claim]) -> bool:
    """Each begins no later than the next ends, as far as their years are told."""
    boxes = [claim.figure.quantity.tight for claim in claims if has_year([claim])]
    return all(first.low <= last.high for first, last in pairwise(boxes))


def is_centenary(claims: Sequence[Claim]) -> bool:
    """All are anniversaries that one word says: "centenary", "bicentennial"."""
    return all(claim.figure.quantity.magnitude >= 100 and claim.figure.surface.isalpha() for claim in claims)


def has_year(claims: Sequence[Claim]) -> bool:
    """All are years, or dates with one."""
    return all("year" in dict(claim.figure.parts) for claim in claims)


def has_zone(claims: Sequence[Claim]) -> bool:
    """All are hours of a known zone: "8pm GMT", not "8pm local time"."""
    return all("offset" in dict(claim.figure.parts) for claim in claims)
