"""Puts the unit behind a number into the right form: "1 foot" where "3 feet" was, "240 metres" for "240-metre"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

ONE = ("1", "-1", "−1")


def fitted(number: str, after: str, scale: Decimal, words: Mapping[str, Any]) -> str:
    """A number and what stands behind it, the unit for one or for several.

    >>> words = {"plurals": {"foot": "feet"}, "between": {"words": ["square"]}}
    >>> fitted("1", " square feet", Decimal(1), words), fitted("2", " foot", Decimal(1), words)
    ('1 square foot', '2 feet')
    """
    between = "|".join(words["between"]["words"])
    found = re.match(rf"((?: (?:{between}))* )(\w+)", after)
    unit = found[2] if found else ""
    is_one = number in ONE and scale == 1
    singular = next((one for one, many in words["plurals"].items() if many == unit), unit)
    fit = singular if is_one else words["plurals"].get(unit, unit)
    return number + (f"{found[1]}{fit}{after[found.end() :]}" if found else after)


def as_noun(text: str, words: Mapping[str, Any]) -> str:
    """A figure that stood before its noun, to stand alone: "a 240-metre spire" is 240 metres high.

    >>> words = {"plurals": {"metre": "metres"}, "between": {"words": []}, "styles": {"aged": "-year-old"}}
    >>> as_noun("240-metre", words), as_noun("45-year-old", words), as_noun("2-1", words)
    ('240 metres', '45', '2-1')
    """
    number, _, unit = text.removesuffix(words["styles"]["aged"]).rpartition("-")
    if unit not in words["plurals"]:
        return text.removesuffix(words["styles"]["aged"])
    return fitted(number, f" {unit}", Decimal(1), words)
