"""One relation held against one rule: which boxes its figures get, and how the law comes out.

The boxes are tried from the narrowest to the widest. What still does not fit the
widest cannot be explained by rounding, by hedges or by rates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from typing import TYPE_CHECKING

from figcheck import solve, units
from figcheck.arithmetic import CALENDAR, Amount, amount, hull
from figcheck.expression import PUBLISHED, Call, Law, Role, alone
from figcheck.interval import ZERO, Interval
from figcheck.judge.boxes import (
    certain,
    is_one_figure,
    is_one_sided,
    is_plain,
    nearly,
    plainly,
    printed,
    tight,
    within,
)  # fmt: skip
from figcheck.judge.inside import inside
from figcheck.model import Claim, Figure, Quantity, Relation
from figcheck.rates import RateUnknown
from figcheck.record import record, replace

if TYPE_CHECKING:
    from figcheck.rates import Window
    from figcheck.rules import Rule

RATE_DOUBTFUL, RATE_WRONG = Decimal("0.03"), Decimal("0.06")
"""How far outside the rates of its window an implied exchange rate must lie for a warning, and for an error.

Reporters convert at a round rate or at last week's. Of 851 conversions in real news
none that was honest lay more than 6 % outside, and all 25 wrong ones did.
"""

WARNING_CAP, ERROR_CAP = Decimal("0.05"), Decimal("0.125")
"""How much of a value its trailing zeros may hide before a warning, and before an error."""

ROUND_TARGET, ROUND_CAP = Decimal(1000), Decimal("0.25")
"""A one-figure round result of a conversion, from a thousand up, may be a quarter out before it is an error.

"About 3,000 metres (10,000ft)" was rounded twice; "9 miles (20km)" was not.
"""

NARROW = Decimal("0.25")
ROUND_TEN = Decimal(10)
WITHIN = "between"
Box = Callable[[str, Figure], Interval]


@record
class Tier:
    """One choice of boxes: what it means when the law fits it, and how many steps below its rule that is."""

    box: Box
    outcome: str
    steps: int
    slack: Decimal = ZERO


@record(slots=False)
class Case:
    """A relation, the rule that judges it, and the rates and the day that it is judged by."""

    relation: Relation
    rule: Rule
    rates: Window
    published: date | None = None

    @property
    def law(self) -> Law:
        """The law of the rule."""
        return self.rule.law

    @cached_property
    def derived(self) -> frozenset[str]:
        """The roles that the text worked out from the others, where they are filled."""
        return self.rule.derived & {role for role, _ in self.relation.roles}

    @cached_property
    def converts(self) -> bool:
        """Whether the law sets one figure against another in a different unit: "9 miles (20km)"."""
        if not (alone(self.law.left) and alone(self.law.right)):
            return False
        return len({claim.figure.quantity.unit for _, claim in self.relation.roles}) > 1

    @cached_property
    def exchanges(self) -> bool:
        """Whether amounts in different currencies meet, so that an exchange rate is needed."""
        money = (claim.figure for _, claim in self.relation.roles if claim.figure.kind == "money")
        codes = list(dict.fromkeys(figure.quantity.unit.partition("/")[0] for figure in money))
        return any(_differ(codes[0], code) for code in codes[1:])

    @cached_property
    def is_within(self) -> bool:
        """Whether a figure has to lie in a range ("between £20 and £60"): no one number is then the right one."""
        laid = [side for side in (self.law.left, self.law.right) if isinstance(side, Call) and side.function == WITHIN]
        between = any(isinstance(argument, Role) for side in laid for argument in side.arguments)
        uppers = {claim.figure.quantity.upper is None for _, claim in self.relation.roles}
        return between or (len(uppers) > 1 and bool(alone(self.law.left) and alone(self.law.right)))

    @cached_property
    def last(self) -> Figure:
        """The figure that stands last in the text: of a conversion, the result."""
        return max((claim.figure for _, claim in self.relation.roles), key=lambda figure: figure.span.start)

    def values(self, box: Box) -> dict[str, tuple[Amount, ...]]:
        """The amounts of each role, every figure with the box that is asked for."""
        values: dict[str, tuple[Amount, ...]] = {}
        for role, claim in self.relation.roles:
            figure = claim.figure
            values[role] = (*values.get(role, ()), self._alike(amount(figure, box(role, figure))))
            for part, number in inside(figure):
                values[f"{role}.{part}"] = (*values.get(f"{role}.{part}", ()), Amount(Interval.point(Decimal(number))))
            values[f"{role}.printed"] = (*values.get(f"{role}.printed", ()), amount(figure, printed(role, figure)))
            values[f"{role}.near"] = (*values.get(f"{role}.near", ()), amount(figure, nearly(figure)))
        if self.published is not None:
            values[PUBLISHED] = (Amount(Interval.point(Decimal(self.published.toordinal())), CALENDAR),)
        return values

    def _alike(self, given: Amount) -> Amount:
        """An amount of an exchange, without what it is per where only one of the two says so: "$80 a barrel (£66)"."""
        is_half = self.exchanges and any("/" not in claim.figure.quantity.unit for _, claim in self.relation.roles)
        return Amount(given.interval, given.unit.partition("/")[0]) if is_half else given

    def fits(self, law: Law, box: Box, slack: Decimal = ZERO) -> bool:
        """Whether the law holds somewhere in these boxes."""
        return solve.holds(law, self.values(box), self.rates, slack)

    def tiers(self) -> Iterator[Tier]:
        """The choices of boxes, narrowest first."""
        if self.exchanges:
            yield Tier(self.exchanged, "agrees", 0, RATE_DOUBTFUL)
            yield Tier(self.capped, "arguable", 1, RATE_WRONG)
        elif self.derived:
            yield Tier(self.worked_out, "arguable", 2)
            yield Tier(self.generous, "arguable", 1)
        elif self.converts:
            yield Tier(self.rounded, "agrees", 0)
            yield Tier(self.generous, "arguable", 1)
        else:
            yield Tier(self.stated, "agrees", 0)
            if not any(is_one_sided(claim.figure) for _, claim in self.relation.roles):
                yield Tier(self.rounded, "arguable", 2)
            yield Tier(self.generous, "arguable", 1)

    def stated(self, role: str, figure: Figure) -> Interval:
        """What the figure says: its last digit rounded, or what its hedge allows.

        Of money that was exchanged, one figure alone is as good as hedged: "€1,000
        billion (£700 billion)".
        """
        if figure.hedge or (self.exchanges and is_one_figure(figure)):
            return self._shared(figure, figure.quantity.loose, RATE_DOUBTFUL)
        return printed(role, figure) if self._is_exact(role, figure) else tight(figure)

    def exchanged(self, role: str, figure: Figure) -> Interval:
        """What the figure says, and never more than the cap for a warning.

        "€2m" could be 1.5 million, but who changes it into "£1.74m" knew better: of 155
        pairs in real news, a third of them with a figure of one digit, none was that wide.
        """
        return within(self.stated(role, figure), figure, WARNING_CAP)

    def capped(self, role: str, figure: Figure) -> Interval:
        """What the figure says, and never more than the cap for an error: "$1.4m (£1m)"."""
        return within(self.stated(role, figure), figure, ERROR_CAP)

    def worked_out(self, role: str, figure: Figure) -> Interval:
        """Held to the printed arithmetic: "roughly 60,000" still counts as 60,000 for "the remaining 10,000"."""
        if role in self.derived:
            return self.stated(role, figure)
        return certain(figure)

    def rounded(self, role: str, figure: Figure) -> Interval:
        """Trailing zeros read as rounding, up to the cap for a warning.

        A converted figure of one digit and a zero was rounded twice ("90 km (50
        miles)" is 56), and gets the cap for an error.
        """
        is_twice = self.converts and figure is self.last and is_one_figure(figure)
        if is_twice and abs(figure.quantity.magnitude) >= ROUND_TEN:
            return self._shared(figure, figure.quantity.widest, ERROR_CAP)
        if self._is_exact(role, figure):
            return printed(role, figure)
        return self._shared(figure, figure.quantity.loose, WARNING_CAP)

    def generous(self, role: str, figure: Figure) -> Interval:
        """Trailing zeros read as rounding, up to the cap for an error; a figure worked out gets no such grace."""
        if role in self.derived and not figure.hedge:
            return tight(figure)
        if self.converts and figure is self.last and _is_round(figure):
            spread = abs(figure.quantity.magnitude) * ROUND_CAP
            return Interval(figure.quantity.magnitude - spread, figure.quantity.magnitude + spread)
        if self._is_exact(role, figure):
            return within(tight(figure), figure, ERROR_CAP)
        return self._shared(figure, figure.quantity.widest, ERROR_CAP)

    def _is_exact(self, role: str, figure: Figure) -> bool:
        """Whether the rule takes the figure at its word: "£250 a month for three years" is for 36 months."""
        return role in self.rule.exact and is_plain(figure) and not figure.hedge

    def _shared(self, figure: Figure, box: Interval, cap: Decimal) -> Interval:
        """The box, unless a one-sided hedge on one side of a conversion is meant for both.

        "More than 100 miles (160km)" is 160.9; yet "up to 38 mph (16 kph)" is wrong,
        though 10 mph are up to 38. Only a narrow hedge ("nearly 10 feet") is kept.
        """
        if not (self.converts or self.exchanges) or not is_one_sided(figure):
            return box
        magnitude, hedged = figure.quantity.magnitude, figure.quantity.loose
        plain = plainly(magnitude, figure.grain, cap)
        return hull((plain, hedged)) if hedged.width <= abs(magnitude) * NARROW else plain


@cache
def _differ(code: str, other: str) -> bool:
    """Whether two units of money need an exchange rate between them; pence and pounds do not."""
    try:
        units.convert(Interval.point(Decimal(1)), code, other, None)
    except RateUnknown:
        return True
    return False


def _is_round(figure: Figure) -> bool:
    is_measure = figure.kind == "measure"
    return is_measure and is_one_figure(figure) and abs(figure.quantity.magnitude) >= ROUND_TARGET


def changed(relation: Relation, role: str, index: int, figure: Figure) -> Relation:
    """The relation with another figure in one place."""
    roles: list[tuple[str, Claim]] = []
    seen = 0
    for name, claim in relation.roles:
        mine = name == role and seen == index
        seen += name == role
        roles.append((name, replace(claim, figure=figure) if mine else claim))
    return replace(relation, roles=tuple(roles))


def halves(case: Case) -> list[Relation]:
    """Of a conversion of one range into another, the relation of the low ends and that of the high ends."""
    if not case.converts or any(claim.figure.quantity.upper is None for _, claim in case.relation.roles):
        return []
    return [_at_end(case.relation, end) for end in (_low_end, _high_end)]


def _at_end(relation: Relation, end: Callable[[Figure], Decimal]) -> Relation:
    roles = ((role, replace(claim, figure=_pointed(claim.figure, end(claim.figure)))) for role, claim in relation.roles)
    return replace(relation, roles=tuple(roles))


def _pointed(figure: Figure, value: Decimal) -> Figure:
    """One end of a range as a figure of its own, rounded as it would be if it stood alone."""
    tight, loose, widest = (plainly(value, figure.grain, cap) for cap in (ZERO, WARNING_CAP, ERROR_CAP))
    return replace(figure, quantity=Quantity(value, figure.quantity.unit, tight, loose, widest))


def _low_end(figure: Figure) -> Decimal:
    return figure.quantity.magnitude


def _high_end(figure: Figure) -> Decimal:
    return figure.quantity.magnitude if figure.quantity.upper is None else figure.quantity.upper
