"""One currency's rates: the days they were published and what one euro was worth."""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from decimal import Decimal
from itertools import accumulate

from figcheck.record import record


@record
class Column:
    """Rates by day. A rate is a whole number, to be read with `places` decimal places.

    Days are ordinals (date.toordinal), sorted. Whole numbers keep the printed
    digits and are quick to compare.

    >>> column = Column.of([(738000, Decimal("1.0565")), (738003, Decimal("1.06"))])
    >>> column.at(738001, 31), column.at(738004, 31)
    (10565, None)
    """

    days: tuple[int, ...]
    numbers: tuple[int, ...]
    places: int

    @classmethod
    def of(cls, rates: Iterable[tuple[int, Decimal]]) -> Column:
        """A column from days and rates; of two rates for one day the later counts."""
        table = dict(rates)
        if not table:
            return cls((), (), 0)
        places = max(max(-_exponent(rate), 0) for rate in table.values())
        days = tuple(sorted(table))
        return cls(days, tuple(int(table[day].scaleb(places)) for day in days), places)

    def at(self, day: int, lapse: int) -> int | None:
        """The rate in force on a day: that day's, or the last known unless it is older than `lapse` days.

        Nothing before the first day nor after the last: a currency has no rate
        outside its own dates.
        """
        place = bisect_right(self.days, day) - 1
        if place < 0 or day > self.days[-1] or day - self.days[place] > lapse:
            return None
        return self.numbers[place]

    def between(self, first: int, last: int) -> tuple[int, ...]:
        """The days with a rate, from the first to the last of a window."""
        return self.days[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def rates(self) -> dict[int, Decimal]:
        """Every rate by its day."""
        return {day: Decimal(number).scaleb(-self.places) for day, number in zip(self.days, self.numbers, strict=True)}

    def packed(self) -> bytes:
        """The column as bytes: steps from day to day and from rate to rate, compressed."""
        count = len(self.days)
        days, numbers = _steps(self.days), _steps(self.numbers)
        return zlib.compress(struct.pack(f"<{count}i{count}i", *days, *numbers), 9)

    @classmethod
    def unpacked(cls, data: bytes, places: int) -> Column:
        """The column that `packed` made into bytes."""
        plain = zlib.decompress(data)
        count = len(plain) // 8
        steps = struct.unpack(f"<{2 * count}i", plain)
        return cls(tuple(accumulate(steps[:count])), tuple(accumulate(steps[count:])), places)


EMPTY = Column((), (), 0)


def merged(under: Column, over: Column) -> Column:
    """Two columns as one; where both know a day, the second is believed."""
    return Column.of((under.rates() | over.rates()).items())


def _steps(numbers: tuple[int, ...]) -> list[int]:
    """The first number, and how far each next one is from the one before it."""
    return [number - before for number, before in zip(numbers, (0, *numbers), strict=False)]


def _exponent(rate: Decimal) -> int:
    """The place of a number's last printed digit: -4 for 1.0565."""
    exponent = rate.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent
