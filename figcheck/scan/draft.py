"""A figure in the making: what the scanner knows of a number before it is joined to its neighbours."""

from __future__ import annotations

from decimal import Decimal

from figcheck.scan.lexicon import Unit

ONE = Decimal(1)


class Draft:
    """One number with what was found beside it; filled in step by step, then frozen into a Figure.

    `digits` spans the bare number, `bare_end` ends number and scale word, `style`
    is digits, words, loose ("dozens"), vague ("several hundred"), share or multiple.
    `symbol` is where a money sign before the digits begins, or -1.
    """

    __slots__ = (
        "bare_end", "digits", "end", "grain", "hedge", "is_range", "kind", "scale", "start", "style", "symbol", "unit",
        "unit_end", "upper", "upper_grain", "value",
    )  # fmt: skip

    def __init__(self, start: int, end: int, value: Decimal, grain: Decimal, style: str) -> None:
        self.start = start
        self.end = self.bare_end = end
        self.digits = (start, end)
        self.value = value
        self.grain = grain
        self.style = style
        self.scale = ONE
        self.upper: Decimal | None = None
        self.upper_grain = grain
        self.kind = "count"
        self.unit = ""
        self.unit_end = -1
        self.symbol = -1
        self.hedge = ""
        self.is_range = False

    def multiply(self, factor: Decimal) -> None:
        """Apply a scale word: "83" becomes 83,000,000, to the million."""
        self.value *= factor
        self.grain *= factor
        self.upper_grain *= factor
        if self.upper is not None:
            self.upper *= factor
        self.scale *= factor

    def measure(self, unit: Unit, end: int) -> None:
        """Take a unit that ends at `end`; a decade is ten years."""
        self.kind, self.unit = unit.kind, unit.name
        self.end = self.unit_end = end
        if unit.factor != ONE:
            self.multiply(unit.factor)

    @property
    def is_bare(self) -> bool:
        """Whether nothing but the number was found: no sign of money, no unit."""
        return not self.unit
