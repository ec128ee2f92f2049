"""A figure in the making: what the scanner knows of a number before it is joined to its neighbours."""

from __future__ import annotations

from decimal import Decimal

from figcheck.record import field, record
from figcheck.scan.lexicon import Unit

ONE = Decimal(1)


@record(frozen=False, eq=False)
class Draft:
    """One number with what was found beside it; filled in step by step, then frozen into a Figure.

    `digits` spans the bare number, `bare_end` ends number and scale word, `style`
    is digits, words, loose ("dozens"), vague ("several hundred"), share or multiple.
    `symbol` is where a money sign before the digits begins, or -1.
    """

    start: int
    end: int
    value: Decimal
    grain: Decimal
    style: str
    scale: Decimal = ONE
    upper: Decimal | None = None
    kind: str = "count"
    unit: str = ""
    unit_end: int = -1
    symbol: int = -1
    hedge: str = ""
    is_range: bool = False
    bare_end: int = field(init=False)
    digits: tuple[int, int] = field(init=False)
    upper_grain: Decimal = field(init=False)

    def __post_init__(self) -> None:
        self.bare_end, self.digits, self.upper_grain = self.end, (self.start, self.end), self.grain

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

    @property
    def is_count(self) -> bool:
        """Whether it is a plain count, not yet a share or a multiple."""
        return not self.unit and self.kind == "count"
