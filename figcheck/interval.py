"""A set of possible numbers, with exact sums on its ends.

"About 50,000 fighters" is not the number 50,000 but every number that an honest
reporter would have written that way. An `Interval` holds such a set; sums and
products of intervals hold every sum and product of their members, so a law that
no member satisfies is a law that the printed figures cannot obey.
"""

from __future__ import annotations

from decimal import Decimal

from figcheck.record import record

INFINITY = Decimal("Infinity")
ZERO = Decimal(0)


@record
class Interval:
    """Every number from `low` to `high`; an open end is left out.

    >>> Interval(Decimal(45), Decimal(55)) + Interval.point(Decimal(5))
    Interval(low=Decimal('50'), high=Decimal('60'), low_open=False, high_open=False)
    """

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, number: Decimal) -> Interval:
        """The interval that holds one number only."""
        return cls(number, number)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        corners = [
            (_product(a, b), a_open or b_open)
            for a, a_open in ((self.low, self.low_open), (self.high, self.high_open))
            for b, b_open in ((other.low, other.low_open), (other.high, other.high_open))
        ]
        return _hull(corners)

    def __truediv__(self, other: Interval) -> Interval:
        """Every quotient; an interval around zero divides into all numbers."""
        if other.low <= 0 <= other.high:
            if other.low == 0 and other.high > 0:
                return self * Interval(1 / other.high, INFINITY, other.high_open, True)
            if other.high == 0 and other.low < 0:
                return self * Interval(-INFINITY, 1 / other.low, True, other.low_open)
            return Interval(-INFINITY, INFINITY)
        return self * Interval(1 / other.high, 1 / other.low, other.high_open, other.low_open)

    def __contains__(self, number: Decimal) -> bool:
        above = number > self.low or (number == self.low and not self.low_open)
        below = number < self.high or (number == self.high and not self.high_open)
        return above and below

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common.

        >>> Interval.point(Decimal(5)).meets(Interval(Decimal(5), INFINITY, low_open=True))
        False
        """
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and low in self and low in other)

    def scaled(self, factor: Decimal) -> Interval:
        """Every member times one number."""
        if factor >= 0:
            return Interval(self.low * factor, self.high * factor, self.low_open, self.high_open)
        return Interval(self.high * factor, self.low * factor, self.high_open, self.low_open)

    @property
    def width(self) -> Decimal:
        """High end minus low end."""
        return self.high - self.low


def _product(a: Decimal, b: Decimal) -> Decimal:
    """A product in which zero times infinity is zero."""
    return ZERO if a == 0 or b == 0 else a * b


def _hull(corners: list[tuple[Decimal, bool]]) -> Interval:
    """The smallest interval around the corners; an end is closed when any corner there is."""
    low = min(value for value, _ in corners)
    high = max(value for value, _ in corners)
    low_open = all(is_open for value, is_open in corners if value == low)
    high_open = all(is_open for value, is_open in corners if value == high)
    return Interval(low, high, low_open, high_open)
