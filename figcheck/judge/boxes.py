"""What a single figure could stand for, judged by itself: from the bare number to all that its zeros may hide."""

from __future__ import annotations

from decimal import Decimal

from figcheck.interval import Interval
from figcheck.model import Figure

ON_CALENDAR = ("date", "year")
ROUNDED_KINDS = ("percent", "points")
"""Rounded nearly always, even where nothing shows it: 45, 30 and the remaining 24 per cent are 99 honestly."""


def printed(role: str, figure: Figure) -> Interval:
    """The bare number, a range from end to end; of a date the days that it names."""
    quantity = figure.quantity
    if figure.kind in ON_CALENDAR:
        return quantity.tight
    return Interval(quantity.magnitude, quantity.magnitude if quantity.upper is None else quantity.upper)


def tight(figure: Figure) -> Interval:
    """Half a unit of the last digit either way; people are counted in ones, so a count to the unit is exact."""
    if figure.kind == "count" and is_plain(figure) and not figure.hedge:
        return printed("", figure)
    return figure.quantity.tight


def within(box: Interval, figure: Figure, cap: Decimal) -> Interval:
    """A box cut down to a share of the figure to either side; a range keeps its ends."""
    if figure.quantity.upper is not None or figure.hedge:
        return box
    magnitude = figure.quantity.magnitude
    half = abs(magnitude) * cap
    return Interval(max(box.low, magnitude - half), min(box.high, magnitude + half))


def certain(figure: Figure) -> Interval:
    """The printed number, with the rounding that is plain to see ("1.7m", "45%") and no other."""
    box = printed("", figure)
    if (is_plain(figure) and figure.kind not in ROUNDED_KINDS) or figure.kind in ("share", "multiple", *ON_CALENDAR):
        return box
    half = figure.grain / 2
    return Interval(box.low - half, box.high + half)


def is_plain(figure: Figure) -> bool:
    """Whether the figure is written out to the unit, with neither decimals nor a scale word."""
    return figure.scale == 1 and figure.grain == 1


def is_one_sided(figure: Figure) -> bool:
    """Whether the hedge names a side ("nearly 250"): then the writer has compared, and can be held to it."""
    box, magnitude = figure.quantity.tight, figure.quantity.magnitude
    return bool(figure.hedge) and figure.quantity.upper is None and not box.low < magnitude < box.high


def nearly(figure: Figure) -> Interval:
    """A figure as rounded as its own zeros show, however much that is: 45,000 may be 44,600 and is not 44,000."""
    if figure.quantity.upper is not None or figure.kind in ON_CALENDAR or not figure.quantity.magnitude:
        return figure.quantity.tight
    half = max(last_place(figure.quantity.magnitude), figure.grain) / 2
    return Interval(figure.quantity.magnitude - half, figure.quantity.magnitude + half)


def last_place(value: Decimal) -> Decimal:
    """The place of the last digit that is not zero."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def is_one_figure(figure: Figure) -> bool:
    """Whether a number has one digit and then zeros only: 50, 300,000, 2m."""
    return len(figure.quantity.magnitude.normalize().as_tuple().digits) == 1


def plainly(value: Decimal, grain: Decimal, cap: Decimal) -> Interval:
    """A number without any hedge: its trailing zeros may be rounding, up to the cap.

    >>> plainly(Decimal(100), Decimal(1), Decimal("0.05"))
    Interval(low=Decimal('95.00'), high=Decimal('105.00'), low_open=False, high_open=False)
    """
    half = max(min(last_place(value) / 2, abs(value) * cap), grain / 2)
    return Interval(value - half, value + half)
