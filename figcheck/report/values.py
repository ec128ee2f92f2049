"""Exact decimals and dates as other programs take them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from figcheck.interval import Interval
from figcheck.model import Figure

Value = int | float | str | None

_DAY_KINDS = ("date",)


def number(value: Decimal | None) -> int | float | None:
    """A number without noise: whole where it is whole, nothing where it has no end.

    >>> number(Decimal("83000000")), number(Decimal("1.20")), number(Decimal("Infinity"))
    (83000000, 1.2, None)
    """
    if value is None or not value.is_finite():
        return None
    whole = int(value)
    return whole if whole == value else float(value)


def stated(figure: Figure) -> Value | list[Value]:
    """What is printed: a number, two for a range, a day for a date."""
    quantity = figure.quantity
    if figure.kind in _DAY_KINDS:
        return _day(quantity.magnitude) if quantity.widest.low == quantity.widest.high else None
    if quantity.upper is not None:
        return [number(quantity.magnitude), number(quantity.upper)]
    return number(quantity.magnitude)


def ends(figure: Figure) -> tuple[Value, Value]:
    """The lowest and the highest it could stand for; nothing where an end is open for ever."""
    box: Interval = figure.quantity.widest
    if figure.kind in _DAY_KINDS:
        return _day(box.low), _day(box.high)
    return number(box.low), number(box.high)


def _day(ordinal: Decimal) -> str | None:
    """The day with that number, as machines write it; nothing for the first and last there can be: any day.

    >>> _day(Decimal(738540))
    '2023-01-20'
    """
    if not 1 < ordinal < date.max.toordinal():
        return None
    return date.fromordinal(int(ordinal)).isoformat()
