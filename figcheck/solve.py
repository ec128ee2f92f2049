"""Holds a law against amounts, and turns it round to find the figure that would mend it.

`whole == sum(parts) + rest` also says `rest == whole - sum(parts)`. Turning the
tree round gives both the repair and the sentence that proves it: "50,000 - 40,000 =
10,000, but the text says 15,000".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from figcheck import arithmetic, days
from figcheck.arithmetic import NOTHING, Amount
from figcheck.expression import FUNCTIONS, Call, Law, Node, Number, Operation, Others, Role, named
from figcheck.interval import ZERO, Interval

if TYPE_CHECKING:
    from figcheck.rates import Window

Values = Mapping[str, tuple[Amount, ...]]
"""The amounts of each role, in the order of the text; and `ROLE.function` for the inside of a figure."""

OPERATIONS = {
    "+": arithmetic.add,
    "-": arithmetic.subtract,
    "*": arithmetic.multiply,
    "/": arithmetic.divide,
}

OF_ONE_DAY = {
    "days_of": lambda when: Amount(Interval.point(when.interval.width + 1), "day"),  # "52 in 2018, one a week"
    "weekday": days.weekday, "calendar_year": days.calendar_year,
    "lasting": days.lasting, "whole_years": days.whole_years,
}  # fmt: skip
OF_TWO_DAYS = {"years_between": days.years_between, "ageing": days.ageing, "elapsed": days.elapsed}

DATED = ("named_weekday", "named_day", "days_in_month")
"""What a law may ask of the inside of a date: the weekday and the day that it names, and how long its month is."""

INSIDE = ("first", "second", "gap", "tally", "near", "printed", "figures", "number")
"""What a law may ask of the inside of a figure.

The score "3-1" has a first and a second number, a gap of two and a tally of four; 45,000 is near all that
rounds to it, and is told to two figures; the number of "45 cents" is 45.
"""

OF_ONE_AMOUNT = {"delta": arithmetic.delta, "uneven": arithmetic.uneven, "dimensions": arithmetic.dimensions}

STRETCHES = {"hours": "hour", "days": "day", "weeks": "week", "months": "month", "years": "year"}
"""So much time, written in the law itself: a rate times `hours(1)` is what it makes in an hour."""

MOST_CORNERS = 64
FAR = Decimal(10) ** 12


class Unfit(Exception):
    """A law that these figures cannot be put into: a role is empty, or plural where one figure is due."""


def evaluate(node: Node, values: Values, rates: Window) -> Amount:
    """The amount that a side of a law comes to."""
    if isinstance(node, Role):
        return _only(node.name, values)
    if isinstance(node, Operation):
        left, right = evaluate(node.left, values, rates), evaluate(node.right, values, rates)
        return OPERATIONS[node.sign](left, right, rates)
    if isinstance(node, Call):
        return _call(node, values, rates)
    if isinstance(node, Number):
        return Amount(Interval.point(node.value)) if node.value else NOTHING
    raise Unfit(node.name)


def _only(name: str, values: Values) -> Amount:
    found = values.get(name, ())
    if len(found) != 1:
        raise Unfit(f"{name}: {len(found)} figures where the law wants one")
    return found[0]


def _call(node: Call, values: Values, rates: Window) -> Amount:
    if node.function in DATED:
        return _only(f"{next(named(node))}.{node.function}", values)
    if node.function == "zones_apart":
        first, second = (_only(f"{name}.greenwich", values) for name in named(node))
        return days.zones_apart(first, second)
    if node.function in INSIDE:
        return _inside(f"{next(named(node))}.{node.function}", values, rates)
    found = _members(node.arguments, values, rates)
    if node.function == "sum":
        return _sum(found, rates)
    if node.function == "count":
        return Amount(Interval.point(Decimal(len(found))))
    if not found or len(found) != (FUNCTIONS[node.function] or len(found)):
        raise Unfit(f"{node.function} of {len(found)} figures")
    return _function(node.function, found, rates)


def _function(name: str, found: list[Amount], rates: Window) -> Amount:
    """A function of amounts that are already worked out."""
    if name == "mean":
        total = _sum(found, rates)
        return Amount(total.interval.scaled(1 / Decimal(len(found))), total.unit)
    if name in OF_ONE_AMOUNT:
        return OF_ONE_AMOUNT[name](found[0])
    if name in STRETCHES:
        return Amount(found[0].interval, STRETCHES[name])
    if name == "between":
        return Amount(arithmetic.hull([end.interval for end in found]), found[0].unit)
    if name in OF_ONE_DAY:
        return OF_ONE_DAY[name](found[0])
    if name in OF_TWO_DAYS:
        return OF_TWO_DAYS[name](found[0], found[-1])
    choose = arithmetic.least if name == "min" else arithmetic.greatest
    return choose(found, rates)


def _inside(name: str, values: Values, rates: Window) -> Amount:
    """A number from inside a figure, of several figures the sum."""
    found = values.get(name, ())
    if not found:
        raise Unfit(f"{name}: no such number in the figure")
    return _sum(found, rates)


def _members(arguments: Sequence[Node], values: Values, rates: Window) -> list[Amount]:
    """The arguments of a function, each plural role with all its figures."""
    found: list[Amount] = []
    for node in arguments:
        if isinstance(node, Role):
            found.extend(values.get(node.name, ()))
        elif isinstance(node, Others):
            members = values[node.name]
            found.extend(members[: node.index] + members[node.index + 1 :])
        else:
            found.append(evaluate(node, values, rates))
    return found


def _sum(amounts: Sequence[Amount], rates: Window) -> Amount:
    total = amounts[0] if amounts else NOTHING
    for other in amounts[1:]:
        total = arithmetic.add(total, other, rates)
    return total


def holds(law: Law, values: Values, rates: Window, slack: Decimal = ZERO) -> bool:
    """Whether some choice of points, one from each amount, satisfies the law.

    A role that stands in the law twice ("(to - from) / from") must be the same
    number both times, which sums of intervals do not know: it is tried at its two
    ends, which is exact wherever the law rises or falls steadily with it.
    """
    if law.repeated:
        corners = _corners(law.repeated, values)
        if corners:
            return _holds_between(law, corners, values, rates)
    left, right = evaluate(law.left, values, rates), evaluate(law.right, values, rates)
    return arithmetic.holds(left, law.sign, right, rates, slack)


def _holds_between(law: Law, corners: Sequence[Values], values: Values, rates: Window) -> bool:
    misses = []
    for corner in corners:
        fixed = {**values, **corner}
        left, right = evaluate(law.left, fixed, rates), evaluate(law.right, fixed, rates)
        misses.append(arithmetic.subtract(left, right, rates))
    box = arithmetic.hull([miss.interval for miss in misses])
    return arithmetic.holds(Amount(box, misses[0].unit), law.sign, NOTHING, rates)


def _corners(roles: Sequence[str], values: Values) -> list[Values]:
    """Every choice of ends for the figures of these roles; none when they are too many to try."""
    members = [(role, one) for role in roles for one in values.get(role, ())]
    choices = [_ends(one) for _, one in members]
    if 2 ** sum(len(ends) - 1 for ends in choices) > MOST_CORNERS:
        return []
    corners: list[Values] = []
    for chosen in product(*choices):
        corner: dict[str, tuple[Amount, ...]] = {}
        for (role, _), end in zip(members, chosen, strict=True):
            corner[role] = (*corner.get(role, ()), end)
        corners.append(corner)
    return corners


def _ends(one: Amount) -> list[Amount]:
    """Both ends of an amount as points; "more than 50" ends far away, "fewer than 50" at nothing."""
    low, high = one.interval.low, one.interval.high
    if low.is_infinite():
        low = ZERO if high > 0 else -FAR
    if high.is_infinite():
        high = max(low, Decimal(1)) * FAR
    return [Amount(Interval.point(end), one.unit) for end in dict.fromkeys((low, high))]


def solve(law: Law, role: str, index: int, values: Values, rates: Window) -> Amount | None:
    """The amount that one figure would need for the law to hold, all others unchanged; None where none is known."""
    node = invert(law, role, index, {name: len(found) for name, found in values.items()})
    return None if node is None else evaluate(node, values, rates)


def invert(law: Law, role: str, index: int, sizes: Mapping[str, int]) -> Node | None:
    """The law turned round: what one figure must be, told by all the others.

    Only an equality can be turned round, and only for a role that stands in it once.

    >>> from figcheck.expression import parse
    >>> turned = invert(parse("whole == sum(parts) + rest"), "rest", 0, {"parts": 2, "rest": 1})
    >>> turned.sign, turned.left, turned.right.function
    ('-', Role(name='whole'), 'sum')
    """
    if law.sign != "==" or role in law.repeated or index >= sizes.get(role, 0):
        return None
    if role in named(law.left):
        return _peel(law.left, law.right, Others(role, index), sizes)
    if role in named(law.right):
        return _peel(law.right, law.left, Others(role, index), sizes)
    return None


def _peel(node: Node, other: Node, target: Others, sizes: Mapping[str, int]) -> Node | None:
    """Moves everything around the target to the other side, outermost first."""
    if isinstance(node, Role):
        return other if sizes[node.name] == 1 else None
    if isinstance(node, Call):
        return _peel_call(node, other, target, sizes)
    if not isinstance(node, Operation):
        return None
    left, right = node.left, node.right
    if target.name in named(left):
        return _peel(left, Operation(OPPOSITE[node.sign], other, right), target, sizes)
    if node.sign in "+*":
        return _peel(right, Operation(OPPOSITE[node.sign], other, left), target, sizes)
    return _peel(right, Operation(node.sign, left, other), target, sizes)


OPPOSITE = {"+": "-", "-": "+", "*": "/", "/": "*"}


def _peel_call(node: Call, other: Node, target: Others, sizes: Mapping[str, int]) -> Node | None:
    if node.function in ("delta", "whole_years"):
        return other
    if node.function == "elapsed":
        first, last = node.arguments
        is_last = target.name in named(last)
        return Operation("+", first, other) if is_last else Operation("-", last, other)
    if node.function not in ("sum", "mean"):
        return None
    if node.function == "mean":
        other = Operation("*", other, Call("count", node.arguments))
    mine = next(argument for argument in node.arguments if target.name in named(argument))
    rest = tuple(argument for argument in node.arguments if argument is not mine and _filled(argument, sizes))
    if isinstance(mine, Role):
        rest += (target,) if sizes[target.name] > 1 else ()
        return Operation("-", other, Call("sum", rest)) if rest else other
    return _peel(mine, Operation("-", other, Call("sum", rest)) if rest else other, target, sizes)


def _filled(node: Node, sizes: Mapping[str, int]) -> bool:
    """Whether an argument has any figures: a role that the text leaves empty adds nothing."""
    return not isinstance(node, Role) or sizes.get(node.name, 0) > 0
