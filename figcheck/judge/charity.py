"""The other days and the other money under which amounts in two currencies may agree after all.

"In 2007 they paid £1.1m ($2.2m)" is judged by the rates of 2007 as well as by
yesterday's; "5,000 rupees ($17)" in an article on Sri Lanka not by India's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from figcheck.model import Claim, Relation
from figcheck.rates import AFTER, BEFORE, BEGINNING
from figcheck.record import replace

if TYPE_CHECKING:
    from figcheck.rates import Rates, Window

LAST = date.max.toordinal() - AFTER


def readings(relation: Relation, published: date | None, rates: Rates) -> Iterator[tuple[Relation, Window]]:
    """Every reading but the plain one: the relation as it may be meant, and the rates to judge it by."""
    today = rates.window(published)
    days = relation.days if published else ()  # with no date, every rate on record is tried already
    windows = [today, *(_window(first, last, rates) for first, last in days)]
    for number, swap in enumerate((None, *relation.namesakes)):
        other = _swapped(relation, *swap) if swap else relation
        yield from ((other, window) for window in windows[not number :])


def _window(first: int, last: int, rates: Rates) -> Window:
    """The rates of a stretch of days; all on record stand for those before any were."""
    if first < BEGINNING.toordinal():
        return rates.window(None)
    return rates.range(date.fromordinal(first - BEFORE), date.fromordinal(min(last, LAST) + AFTER))


def _swapped(relation: Relation, code: str, other: str) -> Relation:
    """The relation with one currency taken for its namesake."""
    return replace(relation, roles=tuple((role, _meant(claim, code, other)) for role, claim in relation.roles))


def _meant(claim: Claim, code: str, other: str) -> Claim:
    quantity = claim.figure.quantity
    over, stroke, under = quantity.unit.partition("/")
    if over != code:
        return claim
    return replace(claim, figure=replace(claim.figure, quantity=replace(quantity, unit=other + stroke + under)))
