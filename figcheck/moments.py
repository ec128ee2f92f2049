"""Which dates and hours may stand in one relation: hours with hours, and dates of no year within one year."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from figcheck.model import Claim

MOMENTS = ("date", "year", "time")
OLDEST, JUBILEE = 120, 25
DAYS_IN_YEAR = 366
MOST_TIMES = Decimal("1.5")
MISCOUNTED = (1, 10, 20, 100)
FARTHEST, FAR, NEARLY = Decimal("2.6"), Decimal(4), Decimal("1.2")
ONE = Decimal(1)

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


def likely_stretch(claims: Sequence[Claim]) -> bool:
    """The last is about as long as from the first to the second, or too long by ten, twenty or a hundred.

    "Joined in 1985 and retired in 2009 after 40 years" tells of other years as well,
    and what is shorter may be a part: "after four years as its head".
    """
    gap = _gap(claims)
    if gap is None:
        return False
    low, high = gap
    told = claims[-1].figure.quantity.magnitude
    is_off = any(low <= told - by <= high for by in MISCOUNTED) and told < high * FARTHEST
    return is_off or low - 1 <= told < max(high + 1, high * MOST_TIMES)


def near_stretch(claims: Sequence[Claim]) -> bool:
    """The last is no more than four times, and no less than a quarter, of the time from the first to the second."""
    gap = _gap(claims)
    if gap is None:
        return True
    told = claims[-1].figure.quantity.magnitude
    tries = ((told, FAR), (told * 10, NEARLY), (told / 10, NEARLY))
    return any(gap[0] <= one * room and one <= max(gap[1] * room, ONE) for one, room in tries)


def _gap(claims: Sequence[Claim]) -> tuple[Decimal, Decimal] | None:
    """The least and the most that lies between two moments, in the unit of a length; None if that cannot be told."""
    first, last, length = claims
    one = MINUTES.get(length.figure.quantity.unit, 0)
    gap = _minutes(first, last) if one else None
    return gap and (gap[0] / one, gap[1] / one)


def _minutes(first: Claim, last: Claim) -> tuple[Decimal, Decimal] | None:
    """The least and the most minutes from one moment to the other; None where they go backwards or cannot be told."""
    if first.figure.kind == "time" or last.figure.kind == "time":
        if first.figure.kind != last.figure.kind:
            return None
        gap = _round(first, last, MINUTES["day"])
        return gap, gap
    if has_year([first, last]):
        begin, end = first.figure.quantity.tight, last.figure.quantity.tight
        low, high = end.low - begin.high, end.high - begin.low
    elif has_year([first]) or has_year([last]):
        return None
    else:
        low = high = _round(first, last, DAYS_IN_YEAR)
    return (max(low, Decimal(0)) * MINUTES["day"], high * MINUTES["day"]) if high > 0 else None


def _round(first: Claim, last: Claim, whole: int) -> Decimal:
    """The way from one place on a circle to another, forward."""
    gap = last.figure.quantity.magnitude - first.figure.quantity.magnitude
    return gap if gap >= 0 else gap + whole


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
    """All are anniversaries that words alone say: "centenary", "bicentennial", "golden wedding"."""
    figures = [claim.figure for claim in claims]
    return all(one.quantity.magnitude >= JUBILEE and one.surface.replace(" ", "").isalpha() for one in figures)


def has_year(claims: Sequence[Claim]) -> bool:
    """All are years, or dates with one."""
    return all("year" in dict(claim.figure.parts) for claim in claims)


def has_zone(claims: Sequence[Claim]) -> bool:
    """All are hours of a known zone: "8pm GMT", not "8pm local time"."""
    return all("offset" in dict(claim.figure.parts) for claim in claims)
