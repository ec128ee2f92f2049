"""A unit string as terms and powers, and back: "cubic meter/second" is meter 3, second -1.

A unit is written as terms with spaces between, each further one after a stroke divided by:
"USD/barrel", "GBP year/month", "liter/100 kilometer". "Square" and "cubic" raise the next term.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

Terms = tuple[tuple[str, int], ...]
SIDES = {"square": 2, "cubic": 3}


@cache
def facts() -> dict[str, Any]:
    """factors.json, read once."""
    import json

    found: dict[str, Any] = json.loads(Path(__file__).with_name("factors.json").read_bytes())
    return found


@cache
def parsed(unit: str) -> Terms:
    """A unit as terms and powers.

    >>> parsed("cubic meter/second")
    (('meter', 3), ('second', -1))
    """
    found: list[tuple[str, int]] = []
    for place, side in enumerate(unit.split("/")):
        sign, power = (1 if place == 0 else -1), 1
        for phrase in facts()["phrases"]:
            side = side.replace(phrase, phrase.replace(" ", "_"))
        for word in side.split():
            if word in SIDES:
                power = SIDES[word]
                continue
            if word != "1":
                found.append((word, sign * power))
            power = 1
    return combined(tuple(found))


def combined(terms: Terms) -> Terms:
    """Terms with like ones added up, currencies first, then by name."""
    powers: dict[str, int] = {}
    for name, power in terms:
        powers[name] = powers.get(name, 0) + power
    return tuple(sorted(((name, power) for name, power in powers.items() if power), key=lambda term: term[0]))


def inverse(terms: Terms) -> Terms:
    """One over a unit."""
    return tuple((name, -power) for name, power in terms)


def written(terms: Terms) -> str:
    """Terms as a unit string.

    >>> written((("GBP", 1), ("month", -1), ("year", 1)))
    'GBP year/month'
    """
    over = " ".join(_raised(name, power) for name, power in terms if power > 0)
    under = "".join("/" + _raised(name, -power) for name, power in terms if power < 0)
    return (over or ("1" if under else "")) + under


def _raised(name: str, power: int) -> str:
    """A term to a power: "square foot"; a fourth power is written out."""
    for phrase in facts()["phrases"]:
        if name == phrase.replace(" ", "_"):
            name = phrase
    for side, number in SIDES.items():
        if power == number:
            return f"{side} {name}"
    return " ".join([name] * power)
