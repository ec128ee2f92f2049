"""What a printed number could stand for: its grain, and three boxes around it.

A reporter who writes "50,000 fighters" may mean 48,700; one who writes "47,300"
does not mean 45,000. The doubt lies in the trailing zeros alone, so everything
here is worked out from the number as printed.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from figcheck.interval import INFINITY, ZERO, Interval

Boxes = tuple[Interval, Interval, Interval]

ONE = Decimal(1)
TWO = Decimal(2)
HALF = Decimal("0.5")
TENTH = Decimal("0.1")
WARNING_CAP = Decimal("0.05")
ERROR_CAP = Decimal("0.125")
# Grains that people round to, within one decade, coarsest first.
LATTICE = (Decimal(1), Decimal("0.5"), Decimal("0.25"), Decimal("0.2"))
# What people round to instead where ten is not the base: "18 months", "90 minutes".
NATURAL = {
    "month": (12, 6, 3),
    "minute": (60, 30, 15, 5),
    "second": (60, 30, 15, 5),
    "hour": (24, 12, 6),
    "day": (28, 14, 7),
    "inch": (12, 6),
    "ounce": (16, 8, 4),
}
SMALL = Decimal(100)
EXACT = "exactly"


def grain_of(digits: str) -> Decimal:
    """The place of the last digit of a bare number.

    >>> grain_of("1.20"), grain_of("50,000")
    (Decimal('0.01'), Decimal('1'))
    """
    _, point, decimals = digits.partition(".")
    return ONE.scaleb(-len(decimals)) if point else ONE


def place(value: Decimal, grain: Decimal) -> Decimal:
    """The place of the last digit that is not a zero, never below the grain.

    >>> place(Decimal(47300), Decimal(1)), place(Decimal(250), Decimal(1))
    (Decimal('1E+2'), Decimal('1E+1'))
    """
    if not value:
        return grain
    found = ONE.scaleb(int(value.normalize().as_tuple().exponent))
    return found if found > grain else grain


def coarsest(value: Decimal, grain: Decimal, cap: Decimal, unit: str = "") -> Decimal:
    """The largest grain that the printed zeros allow while half of it stays within `cap` of the value.

    "100" may be rounded to 25 at the error cap, "20 km" only to 5: [15, 25] would let "9 miles (20 km)" through.

    >>> coarsest(Decimal(100), Decimal(1), ERROR_CAP), coarsest(Decimal(20), Decimal(1), ERROR_CAP)
    (Decimal('25'), Decimal('5'))
    """
    limit = abs(value) * cap * 2
    if limit <= grain:
        return grain
    best = _on_lattice(place(value, grain), limit, grain)
    for step in NATURAL.get(unit, ()):
        if best < step <= limit and not value % step:
            return Decimal(step)
    return best


def _on_lattice(top: Decimal, limit: Decimal, grain: Decimal) -> Decimal:
    """The first lattice grain at or below both `top` and `limit`; the grain itself when none is coarser."""
    while top > grain:
        for step in LATTICE:
            if top * step <= limit:
                return max(top * step, grain)
        top = top.scaleb(-1)
    return grain


@lru_cache(maxsize=8192)
def boxes(value: Decimal, grain: Decimal, kind: str, unit: str, hedge: str) -> Boxes:
    """The tight, the loose and the widest box of one printed value: each lies within the next.

    >>> tight, loose, widest = boxes(Decimal(50000), Decimal(1), "count", "", "about")
    >>> widest.low, widest.high
    (Decimal('45000'), Decimal('55000'))
    """
    if value < 0:
        tight, loose, widest = boxes(-value, grain, kind, unit, hedge)
        return -tight, -loose, -widest
    if hedge in _BOUNDS:
        return _bounded(value, min(TENTH, value / 4) if kind == "share" else grain, unit, hedge)
    if kind == "share":
        return _relative(value, Decimal("0.02"), Decimal("0.02"), Decimal("0.05"))
    if kind == "multiple":
        return _multiple(value, grain)
    if hedge == "about":
        return _about(value, grain, unit)
    if kind == "count" and value < SMALL and grain == ONE:
        return _small_count(value, hedge)
    tight = _around(value, grain)
    if hedge == EXACT:
        return tight, tight, tight
    loose = _around(value, coarsest(value, grain, WARNING_CAP, unit))
    return tight, loose, _around(value, coarsest(value, grain, ERROR_CAP, unit))


def range_boxes(low: Decimal, high: Decimal, grains: tuple[Decimal, Decimal], hedge: str) -> Boxes:
    """The boxes of "between 10 and 20": the printed ends, and each end's own rounding for errors."""
    inner = Interval(min(low, high), max(low, high))
    outer = Interval(inner.low - grains[0] * HALF, inner.high + grains[1] * HALF)
    if hedge == "about":
        margin = inner.width * HALF
        outer = Interval(outer.low - margin, outer.high + margin)
    elif hedge in _OPEN_ABOVE:
        outer = Interval(outer.low, INFINITY)
    return inner, inner, outer


def loose_boxes(low: Decimal, upper: Decimal, plural: bool) -> Boxes:
    """The boxes of "dozens" (at least two of them, and a decade up) and of "several hundred"."""
    if not plural:
        inner = Interval(low, upper)
        return inner, inner, inner
    inner = Interval(low * 2, upper)
    return inner, inner, Interval(low * 2, INFINITY)


def _around(value: Decimal, grain: Decimal) -> Interval:
    """Half a grain to each side, both ends in: nobody knows which way ties went."""
    half = grain * HALF
    return Interval(value - half, value + half)


def _small_count(value: Decimal, hedge: str) -> Boxes:
    """Unhedged counts below a hundred are exact ("14 people were hurt"), but for errors "30" may still be round."""
    exact = Interval.point(value)
    coarse = coarsest(value, ONE, ERROR_CAP)
    if hedge == EXACT or coarse <= ONE:
        return exact, exact, exact
    return exact, exact, _around(value, coarse)


def _about(value: Decimal, grain: Decimal, unit: str) -> Boxes:
    """A round number reads the same after "about"; "about 65" is no longer exact, but near."""
    tight = _around(value, grain)
    last = place(value, grain)
    if last > grain:
        loose = _around(value, coarsest(value, grain, WARNING_CAP, unit))
        return tight, loose, _around(value, coarsest(value, grain, ERROR_CAP, unit))
    return tight, tight, _around(value, max(last * TWO, coarsest(value, grain, ERROR_CAP, unit)))


def _relative(value: Decimal, tight: Decimal, loose: Decimal, widest: Decimal) -> Boxes:
    """Shares: two in a hundred either way for a warning, five for an error, less where the share itself is small."""
    ends = (
        Interval(value - step, value + step)
        for step in (min(tight, value / 8), min(loose, value / 8), min(widest, value / 4))
    )
    first, second, third = ends
    return first, second, third


def _multiple(value: Decimal, grain: Decimal) -> Boxes:
    """ "Doubled" is two, not one and a half: the grain counts only as far as the caps allow."""
    half = grain * HALF
    steps = [min(half, value * cap) for cap in (Decimal("0.025"), WARNING_CAP, ERROR_CAP)]
    steps[1] = max(steps[1], coarsest(value, steps[1] * 2, WARNING_CAP) * HALF)
    steps[2] = max(steps[2], coarsest(value, steps[2] * 2, ERROR_CAP) * HALF)
    first, second, third = (Interval(value - step, value + step) for step in steps)
    return first, second, third


def _next_up(value: Decimal, grain: Decimal) -> Decimal:
    """The next value of the same roundness: nobody writes "more than 50,000" for 61,000."""
    return value + place(value, grain)


def _next_down(value: Decimal, grain: Decimal) -> Decimal:
    """The value before, of the same roundness; never below zero."""
    return max(ZERO, value - place(value, grain))


def _bounded(value: Decimal, grain: Decimal, unit: str, hedge: str) -> Boxes:
    """Hedges that set a bound: the soft set for warnings, the hard set for errors."""
    if hedge in ("nearly", "just under", "just over"):
        return _beside(value, coarsest(value, grain, ERROR_CAP, unit), hedge)
    if hedge == "up to":
        soft = Interval(ZERO, value)
        return soft, soft, Interval(ZERO, INFINITY)
    is_open = hedge in ("more than", "less than")
    if hedge in _OPEN_ABOVE:
        soft = Interval(value, _next_up(value, grain), is_open, False)
        return soft, soft, Interval(value, INFINITY, is_open, True)
    soft = Interval(_next_down(value, grain), value, False, is_open)
    return soft, soft, Interval(-INFINITY, value, True, is_open)


def _beside(value: Decimal, grain: Decimal, hedge: str) -> Boxes:
    """ "Almost seven months" lies within one grain below seven, and cannot be as low as five."""
    step = grain if hedge == "just over" else -grain
    soft, hard = sorted((value, value + step)), sorted((value, value + step * 2))
    near = Interval(soft[0], soft[1], True, True)
    return near, near, Interval(hard[0], hard[1], True, True)


_OPEN_ABOVE = frozenset(("more than", "at least"))
_BOUNDS = frozenset(("nearly", "just under", "just over", "more than", "at least", "less than", "at most", "up to"))
