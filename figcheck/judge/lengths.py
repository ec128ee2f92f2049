"""Writes a length of time in the units that another was written in: "an hour and 25 minutes", not "85"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from figcheck.judge.forms import fitted


def named(digits: str, words: Mapping[str, Any]) -> Sequence[str]:
    """The units that stand among the numbers of a figure; none for a plain one, whose unit stands behind.

    >>> named("two hours and five minutes", {"lengths": {"hour": 3600, "minute": 60}, "plurals": {}})
    ['hour', 'minute']
    """
    found = (re.search(rf"\b{unit}s?\b", digits) for unit in words["lengths"])
    return [unit for unit, at in zip(words["lengths"], found, strict=True) if at]


def spelled(number: Decimal, unit: str, parts: Sequence[str], words: Mapping[str, Any]) -> str:
    """A number of units as so many of each part, the last one taking what is left."""
    sizes = words["lengths"]
    rest = number * sizes.get(unit, sizes[parts[-1]]) / sizes[parts[-1]]
    rest, told = rest.to_integral_value(ROUND_HALF_UP), []
    for part in parts:
        count, rest = divmod(rest, Decimal(sizes[part]) / sizes[parts[-1]])
        if count:
            told.append(fitted(f"{count:f}", f" {part}", Decimal(1), words))
    return str(words["join"]["last"].join(told))
