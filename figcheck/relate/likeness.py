"""Whether two figures may tell of the same thing, and whether they then agree.

A headline of "1m homes" agrees with 1.1 million, "half of teens" with 49 per cent, and
"13 arrests" with ten men and three women. What none of these explains may be a slip.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from figcheck.arithmetic import scale_of
from figcheck.conditions import quality
from figcheck.interval import Interval
from figcheck.model import Claim

MOST_TERMS = 3
MOST_PARTS = 10
FARTHEST = 2
CEILING = "up to"
HUNDREDFOLD = (Decimal(10), Decimal(100), Decimal(1000), Decimal(1000000))


def value(claim: Claim) -> Decimal:
    """What a figure says, 45 per cent as 0.45."""
    return claim.figure.quantity.magnitude * scale_of(claim.figure.quantity.unit)


def box(claim: Claim) -> Interval:
    """All that a figure could mean where it is told in passing."""
    quantity, grain = claim.figure.quantity, claim.figure.grain
    if claim.figure.hedge == CEILING:  # "put rates up to 5.25 per cent": the number itself is the news
        return Interval(quantity.magnitude - grain, quantity.magnitude + grain).scaled(scale_of(quantity.unit))
    wide, most = quantity.widest, (quantity.upper or abs(quantity.magnitude)) * FARTHEST
    if wide.high > most:  # "more than 2,000" is not 20,000
        wide = Interval(wide.low, most, wide.low_open)
    return wide.scaled(scale_of(quantity.unit))


def alike(a: Claim, b: Claim) -> bool:
    """Whether two figures are of one make: both counts, both shares, both pounds."""
    if quality(a) != quality(b):
        return False
    return a.figure.kind != "money" or a.figure.quantity.unit == b.figure.quantity.unit


def agree(a: Claim, b: Claim) -> bool:
    """Whether two figures of one make can both be true of one thing; other units are not held against each other."""
    if a.figure.kind == "score":
        return sides(a) == sides(b)
    if a.figure.kind != b.figure.kind or a.figure.quantity.unit == b.figure.quantity.unit:
        return box(a).meets(box(b))
    return True


def sides(claim: Claim) -> tuple[int, ...]:
    """The numbers of a score, whoever is named first."""
    return tuple(sorted(number for _, number in claim.figure.parts))


def explained(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a figure is the sum of two or three others, or the difference of two."""
    target = box(claim)
    terms = [value(other) for other in others][:MOST_PARTS]
    return any(number in target for number in _combined(terms))


def _combined(terms: Sequence[Decimal]) -> Iterator[Decimal]:
    for size in range(2, MOST_TERMS + 1):
        for chosen in combinations(terms, size):
            yield sum(chosen, Decimal(0))
    for a, b in combinations(terms, 2):
        yield abs(a - b)


def slipped(a: Claim, b: Claim) -> bool:
    """Whether two figures differ as typing goes wrong: two digits changed places, or noughts too many."""
    first, second = value(a), value(b)
    if not first or not second or first == second:
        return False
    large, small = max(first, second), min(first, second)
    return large / small in HUNDREDFOLD or transposed(a, b) or dropped(a, b)


def misread(a: Claim, b: Claim) -> bool:
    """Whether one of two digits was misread, or both changed places: 93 and 83, 34 and 43."""
    first, second = digits(a), digits(b)
    if len(first) != len(second) or len(first) < 2:
        return False
    return transposed(a, b) or sum(x != y for x, y in zip(first, second, strict=True)) == 1


def dropped(a: Claim, b: Claim) -> bool:
    """Whether one digit was left out: £13m and £3m, 430 and 1,430."""
    if a.figure.scale != b.figure.scale:
        return False
    short, long = sorted((printed_digits(a), printed_digits(b)), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def printed_digits(claim: Claim) -> str:
    """The digits before the scale word: "13" of £13m."""
    return str(int(abs(claim.figure.quantity.magnitude) // claim.figure.scale))


def transposed(a: Claim, b: Claim) -> bool:
    """Whether two neighbouring digits have changed places: 4,500 and 5,400."""
    first, second = digits(a), digits(b)
    if len(first) != len(second) or len(first) < 2:
        return False
    differ = [at for at, (x, y) in enumerate(zip(first, second, strict=True)) if x != y]
    if len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    return first[differ[0]] == second[differ[1]] and first[differ[1]] == second[differ[0]]


def digits(claim: Claim) -> str:
    """The digits of a figure as printed, without its scale word: 1.2bn and 2.1bn, 150 and 105."""
    number = claim.figure.quantity.magnitude / claim.figure.scale
    if number % 1 == 0:
        return str(int(abs(number)))
    return "".join(str(digit) for digit in number.normalize().as_tuple().digits)


def distinct(claims: Iterable[Claim]) -> list[Claim]:
    """The first claim of each value."""
    found: dict[object, Claim] = {}
    for claim in claims:
        found.setdefault(sides(claim) if claim.figure.kind == "score" else value(claim), claim)
    return list(found.values())

