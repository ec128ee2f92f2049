"""Names the known way to go wrong that gives just the printed figures: a power of ten, two digits changed places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from figcheck import arithmetic, units
from figcheck.interval import ZERO
from figcheck.judge.boxes import plainly, printed
from figcheck.judge.case import RATE_WRONG, Case, changed
from figcheck.judge.repair import agrees, needed, places
from figcheck.model import Quantity, Repair
from figcheck.record import replace

POWERS = (1, 2, 3, 6, 9)
FEWEST_DIGITS = 3
"""With fewer digits every number is one digit away from every other."""


def diagnosis(case: Case, repairs: Iterable[Repair], words: Mapping[str, Any]) -> str:
    """The slip that reproduces the printed figures; the rule's own first. Empty where none does."""
    for name, law in case.rule.slips:
        if set(law.roles) <= {role for role, _ in case.relation.roles} and case.fits(law, case.stated):
            return name
    told = words["slips"]
    if any(figure.quantity.upper is not None for _, _, figure in places(case)):
        return ""  # a range meets nearly every factor
    known = _power(case, told) or _linear(case, told) or _neighbour(case, words)
    known = known or _inverted(case, told) or _digits(repairs, told)
    return known or (_transposed(case, told) if case.converts else "")


def _power(case: Case, told: Mapping[str, str]) -> str:
    amounts = case.values(case.rounded if case.converts else case.stated)
    for role, index, _ in places(case):
        wanted = needed(case, role, index, amounts)
        if wanted is None or wanted.low <= 0 or not wanted.high.is_finite():
            continue
        for power in POWERS:
            for sign in (power, -power):
                if wanted.scaled(Decimal(10) ** sign).meets(amounts[role][index].interval):
                    return told["power-of-ten"].format(factor=f"{10**power:,}")
    return ""


def _linear(case: Case, told: Mapping[str, str]) -> str:
    """ "3,000 sq m (3,300 sq yd)": the factor of a metre, which an area needs twice and a volume three times."""
    if not case.converts or case.exchanges:
        return ""
    (_, _, given), (role, index, target) = list(places(case))[:2]
    (measures, power), *others = units.dimension(target.quantity.unit) or (("", 0),)
    wanted = needed(case, role, index, case.values(printed))
    if others or measures != "length" or power not in (2, 3) or wanted is None or given.quantity.magnitude <= 0:
        return ""
    factor = (wanted.low / given.quantity.magnitude) ** (Decimal(1) / power) if wanted.low > 0 else Decimal(1)
    box = case.rounded(role, given).scaled(factor)
    return told["linear"] if box.meets(case.rounded(role, target)) else ""


def _neighbour(case: Case, words: Mapping[str, Any]) -> str:
    amounts = case.values(case.rounded)
    figures = list(places(case))
    printed_units = {unit for _, _, figure in figures for unit in figure.quantity.unit.replace("/", " ").split()}
    wanted = needed(case, *figures[-1][:2], amounts) if figures else None
    if wanted is None or wanted.low <= 0 or not wanted.high.is_finite():
        return ""
    role, index, _ = figures[-1]
    for row in words.get("neighbour", ()):
        factor = Decimal(row["factor"])
        if not printed_units.isdisjoint(row["units"]) and any(
            wanted.scaled(each).meets(amounts[role][index].interval) for each in (factor, 1 / factor)
        ):
            return str(row["name"])
    return ""


def _inverted(case: Case, told: Mapping[str, str]) -> str:
    """ "20 miles (12km)": for 20 miles the factor was used the wrong way round."""
    if not case.converts:
        return ""
    (_, _, given), (role, index, target) = list(places(case))[:2]
    wanted = needed(case, role, index, case.values(printed))
    if wanted is None or wanted.low <= 0 or target.quantity.magnitude <= 0:
        return ""
    middle = (wanted.low + wanted.high) / 2
    box = case.rounded("", given).scaled(abs(given.quantity.magnitude) / middle)
    box = arithmetic.stretched(box, RATE_WRONG) if case.exchanges else box
    return told["inverted"] if box.meets(case.rounded("", target)) else ""


def _transposed(case: Case, told: Mapping[str, str]) -> str:
    """ "120 acres (94ha)": with two neighbouring digits of one figure changed back, the law agrees."""
    for role, index, figure in places(case):
        start, end = figure.digits.start - figure.span.start, figure.digits.end - figure.span.start
        for number in _neighbours_swapped(figure.surface[start:end].replace(",", "")):
            value = number * figure.scale
            box = plainly(value, figure.grain, ZERO)
            other = replace(figure, quantity=Quantity(value, figure.quantity.unit, box, box, box), hedge="")
            if agrees(case, changed(case.relation, role, index, other)):
                return told["transposed"]
    return ""


def _neighbours_swapped(digits: str) -> Iterator[Decimal]:
    """Every number that comes of changing two neighbouring digits; a point between them stays where it is.

    >>> [str(number) for number in _neighbours_swapped("4.15")]
    ['1.45', '4.51']
    """
    if not digits.replace(".", "", 1).isdigit():
        return
    places = [place for place, sign in enumerate(digits) if sign != "."]
    for first, second in pairwise(places):
        if digits[first] != digits[second]:
            signs = list(digits)
            signs[first], signs[second] = signs[second], signs[first]
            yield Decimal("".join(signs))


def _digits(repairs: Iterable[Repair], told: Mapping[str, str]) -> str:
    for repair in repairs:
        old, new = _only_digits(repair.old), _only_digits(repair.new)
        if len(old) == len(new) > 1 and _is_transposed(old, new):
            return told["transposed"]
        longer, shorter = (old, new) if len(old) > len(new) else (new, old)
        if len(longer) == len(shorter) + 1 >= FEWEST_DIGITS and _is_dropped(longer, shorter):
            return told["dropped"]
    return ""


def _only_digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _is_transposed(old: str, new: str) -> bool:
    swapped = (old[:place] + old[place + 1] + old[place] + old[place + 2 :] for place in range(len(old) - 1))
    return old != new and new in swapped


def _is_dropped(longer: str, shorter: str) -> bool:
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
