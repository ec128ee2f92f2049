"""The numbers inside a figure: the weekday that a date names, the two sides of a score."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.days import days_in_month
from figcheck.model import Figure


def inside(figure: Figure) -> Iterator[tuple[str, int | Decimal]]:
    """What laws may ask of the inside of a figure, by the name of their function: of "3-1" the first side is 3.

    The number of "45 cents" is 45: a law that knows what its figures are measured in need not ask.
    """
    told = dict(figure.parts)
    yield "figures", _figures(figure)
    yield "number", figure.quantity.magnitude
    if "weekday" in told:
        yield "named_weekday", told["weekday"]
    if "day" in told and "month" in told:
        yield from (("named_day", told["day"]), ("days_in_month", days_in_month(told["month"], told.get("year"))))
    if "offset" in told:
        yield "greenwich", told["hour"] * 60 + told["minute"] - told["offset"]
    if figure.kind == "score":
        yield from (("first", told["first"]), ("second", told["second"]))
        yield "gap", abs(told["first"] - told["second"])
        yield "tally", sum(told.values())


def _figures(figure: Figure) -> int:
    """How many digits a number is told to: one in 6,000, four in 3,728, three in 2.50."""
    magnitude, grain = abs(figure.quantity.magnitude), figure.grain
    if figure.kind in ("date", "year", "time") or grain <= 0 or magnitude < grain:
        return 1
    if grain < figure.scale:
        return len(str(int(magnitude / grain)))
    return len(magnitude.normalize().as_tuple().digits)
