"""Says a law in words and figures: "40,000 + 15,000 = 55,000, but the text says 50,000"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from figcheck.expression import PUBLISHED, Call, Node, Number, Operation, Others, Role

Surfaces = Mapping[str, Sequence[str]]

TIGHTNESS = {"+": 1, "-": 1, "*": 2, "/": 2}
ALONE = 3


def spell(node: Node, surfaces: Surfaces, words: Mapping[str, Any]) -> str:
    """A side of a law with the figures as printed in the places of the roles.

    >>> words = {"signs": {"*": "×"}, "join": {"comma": ", ", "last": " and "}}
    >>> from figcheck.expression import parse
    >>> spell(parse("part == by * sum(wholes)").right, {"by": ["20%"], "wholes": ["50", "30"]}, words)
    '20% × (50 + 30)'
    """
    return _spelled(node, surfaces, words)[0]


def listed(items: Sequence[str], words: Mapping[str, Any]) -> str:
    """Several figures in a row, as a sentence lists them: "3, 4 and 8"."""
    if len(items) < 2:
        return "".join(items)
    return str(words["join"]["comma"].join(items[:-1]) + words["join"]["last"] + items[-1])


def _spelled(node: Node, surfaces: Surfaces, words: Mapping[str, Any]) -> tuple[str, int]:
    """The text of a node, and how tightly it binds: what binds less than its neighbour needs brackets."""
    if isinstance(node, Number):
        return surfaces.get("1", ("1",))[0] if node.value == 1 else f"{node.value:f}", ALONE
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
    return str(words["functions"][node.function]).format(list=listed(items, words)), ALONE


def _surfaces(node: Role | Others, surfaces: Surfaces, words: Mapping[str, Any]) -> list[str]:
    if node.name == PUBLISHED:
        return [str(words["sentences"]["published"])]
    found = list(surfaces.get(node.name, ()))
    return found if isinstance(node, Role) else found[: node.index] + found[node.index + 1 :]
