"""Which dates and hours may stand in one relation: hours with hours, and dates of no year within one year."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck.model import Claim

MOMENTS = ("date", "year", "time")
YEAR = {"year": 1, "month": 12, "week": 52, "day": 365}
"""How many of each make a year, which a date without one cannot span."""


def is_day(claims: Sequence[Claim]) -> bool:
    """All are days of a month, not months or weekdays alone."""
    return all({"day", "month"} <= dict(claim.figure.parts).keys() for claim in claims)


def same_clock(claims: Sequence[Claim]) -> bool:
    """Hours with hours and dates with dates; "left on 3 May, back at 4pm" says nothing of how long it took."""
    kinds = {claim.figure.kind == "time" for claim in claims if claim.figure.kind in MOMENTS}
    return len(kinds) < 2


def told_apart(claims: Sequence[Claim]) -> bool:
    """Dates without a year lie less than a year apart: "a two-year trial, from 3 March to 5 April" is of other years."""
    if not any(claim.figure.kind == "date" and "year" not in dict(claim.figure.parts) for claim in claims):
        return True
    lengths = [claim.figure.quantity for claim in claims if claim.figure.kind == "duration"]
    return all(length.magnitude < YEAR.get(length.unit, length.magnitude + 1) for length in lengths)
