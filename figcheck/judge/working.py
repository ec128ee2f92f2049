"""Says a law in words and figures: "40,000 + 15,000 = 55,000, but the text says 50,000"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from figcheck.expression import PUBLISHED, Call, Law, Node, Number, Operation, Others, Role
from figcheck.record import replace

Surfaces = Mapping[str, Sequence[str]]

TIGHTNESS = {"+": 1, "-": 1, "*": 2, "/": 2}
ALONE = 3
NOUGHT, ONE = Number(Decimal(0)), Number(Decimal(1))


def spell(node: Node, surfaces: Surfaces, words: Mapping[str, Any]) -> str:
    """A side of a law with the figures as printed in the places of the roles.

    >>> words = {"signs": {"*": "×"}, "join": {"comma": ", ", "last": " and "}}
    >>> from figcheck.expression import parse
    >>> spell(parse("part == by * sum(wholes)").right, {"by": ["20%"], "wholes": ["50", "30"]}, words)
    '20% × (50 + 30)'
    """
    return _spelled(plainer(node), surfaces, words)[0]


def plainer(node: Node) -> Node:
    """The sum without what changes nothing: a nought added, or one times a figure.

    >>> from figcheck.expression import parse
    >>> plainer(parse("left == 10 - 0 * score - 1 * down").right) == parse("left == 10 - down").right
    True
    """
    if not isinstance(node, Operation):
        return node
    left, right = plainer(node.left), plainer(node.right)
    if node.sign == "*" and NOUGHT in (left, right):
        return NOUGHT
    if (node.sign in "*/" and right == ONE) or (node.sign in "+-" and right == NOUGHT):
        return left
    if (node.sign == "*" and left == ONE) or (node.sign == "+" and left == NOUGHT):
        return right
    return replace(node, left=left, right=right)


def is_readable(law: Law, words: Mapping[str, Any]) -> bool:
    """Whether a law makes a sum that an editor would do on paper.

    Not where a product has to be nothing ("20 is one side of 95-88 or the other"),
    a figure is squared, or a function has no words of its own.
    """
    if law.right == NOUGHT and isinstance(law.left, Operation) and law.left.sign == "*":
        return False
    return all(_is_plain(side, words) for side in (law.left, law.right))


def _is_plain(node: Node, words: Mapping[str, Any]) -> bool:
    if isinstance(node, Operation):
        is_square = node.sign == "*" and isinstance(node.left, Role) and node.left == node.right
        return not is_square and _is_plain(node.left, words) and _is_plain(node.right, words)
    if isinstance(node, Call):
        is_told = words["functions"].get(node.function, node.function) != ""
        return is_told and all(_is_plain(argument, words) for argument in node.arguments)
    return True


def listed(items: Sequence[str], words: Mapping[str, Any]) -> str:
    """Several figures in a row, as a sentence lists them: "3, 4 and 8"."""
    if len(items) < 2:
        return "".join(items)
    return str(words["join"]["comma"].join(items[:-1]) + words["join"]["last"] + items[-1])


def _spelled(node: Node, surfaces: Surfaces, words: Mapping[str, Any]) -> tuple[str, int]:
    """The text of a node, and how tightly it binds: what binds less than its neighbour needs brackets."""
    if isinstance(node, Number):
        is_share = "1" in surfaces and 0 < node.value <= 1
        return f"{(node.value * 100).normalize():f}%" if is_share else f"{node.value:f}", ALONE
    if isinstance(node, Operation):
        return _operation(node, surfaces, words)
    if isinstance(node, Call):
        return _call(node, surfaces, words)
    return listed(_surfaces(node, surfaces, words), words), ALONE


def _operation(node: Operation, surfaces: Surfaces, words: Mapping[str, Any]) -> tuple[str, int]:
    tightness = TIGHTNESS[node.sign]
    left, left_binds = _spelled(node.left, surfaces, words)
    right, right_binds = _spelled(node.right, surfaces, words)
    if left_binds < tightness:
        left = f"({left})"
    # "50 - (20 - 5)" is not "50 - 20 - 5".
    if right_binds < tightness or (right_binds == tightness and node.sign in "-/"):
        right = f"({right})"
    return f"{left} {words['signs'].get(node.sign, node.sign)} {right}", tightness


def _call(node: Call, surfaces: Surfaces, words: Mapping[str, Any]) -> tuple[str, int]:
    items: list[str] = []
    for argument in node.arguments:
        if isinstance(argument, Role | Others):
            items += _surfaces(argument, surfaces, words)
        else:
            items.append(spell(argument, surfaces, words))
    if node.function == "count":
        return str(len(items)), ALONE
    if node.function == "sum":
        return f" {words['signs'].get('+', '+')} ".join(items), TIGHTNESS["+"] if len(items) > 1 else ALONE
    if len(items) == 1 and node.function in ("delta", "mean", "min", "max"):
        return items[0], ALONE
    if node.function == "calendar_year" and node.arguments == (Role(PUBLISHED),):
        return str(words["sentences"]["this_year"]), ALONE
    if node.arguments == (ONE,) and node.function in words["one"]:
        return str(words["one"][node.function]), ALONE
    if node.function == "calendar_year" and items[0].isdigit():
        return items[0], ALONE  # the year of 1974 is 1974
    return str(words["functions"][node.function]).format(list=listed(items, words)), ALONE


def _surfaces(node: Role | Others, surfaces: Surfaces, words: Mapping[str, Any]) -> list[str]:
    if node.name == PUBLISHED:
        return [str(words["sentences"]["published"])]
    found = list(surfaces.get(node.name, ()))
    return found if isinstance(node, Role) else found[: node.index] + found[node.index + 1 :]
