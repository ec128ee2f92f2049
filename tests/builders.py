"""Figures, claims and relations written by hand, for tests that need no scanner."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from figcheck.interval import Interval
from figcheck.model import Claim, Figure, Quantity, Relation, Span

END = Decimal


def box(ends: tuple[object, object] | None, default: Interval) -> Interval:
    """An interval from a pair of numbers."""
    return default if ends is None else Interval(Decimal(str(ends[0])), Decimal(str(ends[1])))


def figure(
    surface: str,
    magnitude: str,
    kind: str = "count",
    unit: str = "",
    grain: str = "1",
    tight: tuple[object, object] | Interval | None = None,
    loose: tuple[object, object] | Interval | None = None,
    widest: tuple[object, object] | Interval | None = None,
    digits: tuple[int, int] | None = None,
    scale: str = "1",
    hedge: str = "",
    at: int = 0,
    upper: str | None = None,
    parts: tuple[tuple[str, int], ...] = (),
) -> Figure:
    """One figure; boxes that are not given are those of an unhedged number rounded to its grain."""
    value, half = Decimal(magnitude), Decimal(grain) / 2
    high = value if upper is None else Decimal(upper)
    own = Interval(value - half, high + half)
    boxes = [own]
    for given in (tight, loose, widest):
        boxes.append(given if isinstance(given, Interval) else box(given, boxes[-1]))
    if digits is None:
        places = [place for place, sign in enumerate(surface) if sign.isdigit()]
        digits = (places[0], places[-1] + 1) if places else (0, len(surface))
    return Figure(
        Span(at, at + len(surface)), surface, kind,
        Quantity(value, unit, boxes[1], boxes[2], boxes[3], None if upper is None else high),
        Decimal(grain), Span(at + digits[0], at + digits[1]), Decimal(scale), hedge, parts,
    )  # fmt: skip


def relation(
    kind: str,
    roles: Iterable[tuple[str, Figure]],
    basis: str = "stated",
    scope: Iterable[str] = (),
    counted: str = "",
) -> Relation:
    """A relation of figures, all in one sentence and of one scope."""
    claims = tuple((role, Claim(each, 0, counted, (), "", frozenset(scope))) for role, each in roles)
    return Relation(kind, claims, basis)
