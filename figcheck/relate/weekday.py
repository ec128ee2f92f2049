"""Dates that name their weekday, each with the years in which it may lie.

"On Friday, January 20" is of the year that brings it nearest to the day of publication;
with months to either side it may be of the year before or after as well, and where the
paragraph speaks of 2017, or of six years ago, of that year too. If the weekday is right
in any of them, that one was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from figcheck.interval import Interval
from figcheck.model import Block, Claim, Document, Figure, Quantity, Relation
from figcheck.record import replace
from figcheck.rules import RelationKind

ROLE = "when"
NEAR = 60
"""So many days from publication and no other year comes to mind: "on Tuesday 23 December" in an article of the 19th."""

FAR = 366
FIRST_YEAR = 1753
"""Before it, English dates are of another calendar."""

UNRELATED, CORRECTED = ("boilerplate",), "corrected"
"""What is not looked at: credits and adverts, and a paragraph that takes one of its own dates back."""


def weekday(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation for each date with a weekday; where its year is a guess, one for each year as rivals."""
    found: list[Relation] = []
    for claim in claims:
        told = dict(claim.figure.parts)
        if claim.figure.kind == "date" and "weekday" in told and "month" in told and "day" in told:
            block = _block(document, claim)
            near = [other for other in claims if block.span.start <= other.figure.span.start < block.span.end]
            if block.part not in UNRELATED and not any(CORRECTED in other.scope for other in near):
                found += _relations(claim, told, _years(document, claims, claim, near), kind)
    return found


def _relations(claim: Claim, told: dict[str, int], years: Sequence[int], kind: RelationKind) -> Iterator[Relation]:
    stated = "year" in told
    group = f"{kind.id}@{claim.figure.span.start}"
    for place, year in enumerate(years):
        day = _day(year, told)
        if day and year >= FIRST_YEAR:
            one = replace(claim, figure=_set(claim.figure, day))
            basis = "stated" if stated or len(years) == 1 else "inferred"
            yield Relation(kind.id, ((ROLE, one),), basis, (claim.figure.span,), group=group, chief=place == 0)


def _years(
    document: Document, claims: Sequence[Claim], claim: Claim, near: Sequence[Claim]
) -> list[int]:
    """The years that may be meant, the likeliest first."""
    told = dict(claim.figure.parts)
    if "year" in told:
        return [told["year"]]
    published = document.published
    if published is None:
        return []
    days = [(year, _day(year, told)) for year in (published.year, published.year - 1, published.year + 1)]
    gaps = sorted((abs((day - published).days), year) for year, day in days if day)
    if not gaps or gaps[0][0] > NEAR:
        near = claims
    years = [year for gap, year in gaps if gap == gaps[0][0] or (gap < FAR and gaps[0][0] > NEAR)]
    return list(dict.fromkeys([*years, *_told_years(near, published)]))


def _told_years(claims: Sequence[Claim], published: date) -> Iterator[int]:
    """The years that figures speak of: "in 2017", "six years ago"."""
    for claim in claims:
        figure = claim.figure
        year = dict(figure.parts).get("year", 0)
        if figure.kind in ("date", "year") and year:
            yield from range(year, dict(figure.parts).get("end", year) + 1 if figure.kind == "year" else year + 1)
        elif figure.kind == "duration" and figure.quantity.unit == "year":
            yield published.year - int(figure.quantity.magnitude)


def _day(year: int, told: dict[str, int]) -> date | None:
    try:
        return date(year, told["month"], told["day"])
    except (ValueError, OverflowError):  # 30 February, or "four billion years ago"
        return None


def _set(figure: Figure, day: date) -> Figure:
    """The figure with its year settled; of a stretch of days the first is the one with the weekday."""
    number = Decimal(day.toordinal())
    box = Interval.point(number)
    return replace(figure, quantity=Quantity(number, figure.quantity.unit, box, box, box))


def _block(document: Document, claim: Claim) -> Block:
    at = claim.figure.span.start
    return next(block for block in document.blocks if block.span.start <= at < block.span.end)
