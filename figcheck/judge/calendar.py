"""Writes another date or hour in the style of the one that is printed: another weekday, day, year or minute.

"Tuesday 23 December" is mended by "Friday 23 December" as well as by "Tuesday 20 December";
nobody but the reporter knows which of the two was meant, so both are offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from figcheck.arithmetic import ANY_YEAR
from figcheck.days import days_in_month
from figcheck.interval import Interval
from figcheck.judge.style import suffix
from figcheck.model import Figure, Quantity
from figcheck.record import replace

SHORT = 3
"""Letters of a weekday's name by which it is known: "Tues.", "Tue"."""

FURTHEST = 120
"""Years to either side that a year may have been mistaken for another."""

MINUTES_IN_DAY, HALF_DAY = 24 * 60, 12 * 60

Variant = tuple[str, Figure]


def other_weekdays(figure: Figure, words: Mapping[str, Any]) -> Iterator[Variant]:
    """The same day under every other weekday: "Friday 23 December"."""
    told = dict(figure.parts)
    names = words["calendar"]["weekdays"]
    if "weekday" not in told:
        return
    tokens = figure.surface.replace(",", " ").split()
    printed = next((word for word in tokens if _names(word, names[told["weekday"] - 1])), "")
    for number, name in enumerate(names, 1):
        if printed and number != told["weekday"]:
            written = name if len(printed) > SHORT + 2 else name[:SHORT] + "." * printed.endswith(".")
            yield figure.surface.replace(printed, written, 1), _with(figure, "weekday", number)


def other_days(figure: Figure, way: int, words: Mapping[str, Any]) -> Iterator[Variant]:
    """The other days of the month on one side, nearest first: "Tuesday 20 December" and "Tuesday 27 December"."""
    told = dict(figure.parts)
    if "day" not in told or "month" not in told or "end" in told:
        return
    start, end = figure.digits.start - figure.span.start, figure.digits.end - figure.span.start
    before, after = figure.surface[:start], figure.surface[end:]
    old = suffix(told["day"], words)
    last = days_in_month(told["month"], told.get("year"))
    day = told["day"] + way
    while 1 <= day <= 31 and figure.surface[start:end] == str(told["day"]):
        tail = suffix(day, words) + after[len(old) :] if after.startswith(old) else after
        if day <= last:
            yield f"{before}{day}{tail}", _with(_moved(figure, day - told["day"]), "day", day)
        day += way


def other_years(figure: Figure, way: int) -> Iterator[Variant]:
    """The years on one side, nearest first."""
    told = dict(figure.parts)
    if "year" not in told or "end" in told:
        return
    for number in range(told["year"] + way, told["year"] + way * (FURTHEST + 1), way):
        box = _box({**told, "year": number})
        if box:
            yield figure.surface.replace(str(told["year"]), str(number), 1), _with(_boxed(figure, box), "year", number)


def other_time(figure: Figure, minutes: Decimal, words: Mapping[str, Any]) -> Iterator[Variant]:
    """One other hour of the same half of the day: "7.45pm" for "7.05pm"."""
    told = dict(figure.parts)
    start, end = figure.digits.start - figure.span.start, figure.digits.end - figure.span.start
    digits = figure.surface[start:end]
    number = int(minutes) % MINUTES_IN_DAY
    shift = told["hour"] - int("".join(sign for sign in digits[:2] if sign.isdigit()) or 0)
    tail = figure.surface[end:].replace(".", "").strip().lower()
    is_halved = tail[:2] in words["calendar"]["halves"]
    if is_halved and number // HALF_DAY != (told["hour"] * 60) // HALF_DAY:
        return  # "12.30pm" is as likely a slip for "11.30am" as none
    hour = (number // 60 - shift) % 12 or 12 if is_halved else number // 60 - shift
    if figure.quantity.upper is not None or not digits[:1].isdigit() or not 0 <= hour <= 24:
        return
    sign = next((sign for sign in digits if not sign.isdigit()), "")
    if not sign and number % 60:
        return
    leading = "0" if digits.startswith("0") and hour < 10 else ""
    written = f"{leading}{hour}{sign}{number % 60:02d}" if sign else f"{leading}{hour}"
    box = Interval.point(Decimal(number))
    yield figure.surface[:start] + written + figure.surface[end:], _boxed(figure, box)


def _names(word: str, name: str) -> bool:
    low = word.strip(".").lower()
    return len(low) >= SHORT and name.lower().startswith(low[:SHORT]) and low.isalpha()


def _with(figure: Figure, part: str, number: int) -> Figure:
    return replace(figure, parts=tuple((name, number if name == part else old) for name, old in figure.parts))


def _moved(figure: Figure, days: int) -> Figure:
    """The same figure so many days later; a day that does not exist ("June 31") has no place to be moved from."""
    quantity = figure.quantity
    if not quantity.magnitude:
        return figure
    by = Interval.point(Decimal(days))
    box = quantity.tight if quantity.tight.width > ANY_YEAR else quantity.tight + by
    return replace(figure, quantity=Quantity(quantity.magnitude + days, quantity.unit, box, box, box))


def _boxed(figure: Figure, box: Interval) -> Figure:
    return replace(figure, quantity=Quantity(box.low, figure.quantity.unit, box, box, box))


def _box(told: Mapping[str, int]) -> Interval | None:
    """The days that a date or year with these parts covers."""
    year, month = told["year"], told.get("month", 0)
    if not 1 <= year <= date.max.year:
        return None
    if told.get("day", 0) > days_in_month(month or 1, year):
        return None
    first = date(year, month or 1, told.get("day", 1))
    last = date(year, month or 12, told.get("day", days_in_month(month or 12, year)))
    return Interval(Decimal(first.toordinal()), Decimal(last.toordinal()))
