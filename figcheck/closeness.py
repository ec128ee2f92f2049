"""What a rule file may ask of figures that should make one another by adding, or by taking away.

"61 points … 55 … eight clear": six is near enough to eight for the three to belong together, and far
enough for one of them to be wrong. "61 points … 12 wins … eight clear" are three other matters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from figcheck.model import Claim

LIKELY = Decimal("2.6")  # a gap and what it should be, where one of them is misprinted
ROUNDED = Decimal("0.04")
CENTS = ("USX", "GBX", "EUX", "USD_cent", "cent", "penny")
LARGE, THOUSAND = 100, 1000
SUMMED = Decimal("0.35")  # how far parts may be off their whole
SCORED = Decimal("0.08")  # how far the points of two halves may be off those of the match


def near_gap(claims: Sequence[Claim]) -> bool:
    """The last is about as much as the others lie apart, or that but for one digit or a power of ten."""
    one, other, gap = (_amount(claim) for claim in claims)
    apart = abs(one - other)
    if not apart or not gap or max(apart, gap) >= max(one, other):
        return False
    ratio = gap / apart
    powers = (10, 100, 1000, Decimal("0.1"), Decimal("0.01"), Decimal("0.001"))
    return (
        LIKELY**-1 <= ratio <= LIKELY or _is_one_digit(gap - apart)
        or any(abs(ratio / power - 1) < ROUNDED for power in powers)
    )  # fmt: skip


def near_sum(claims: Sequence[Claim]) -> bool:
    """The others make about the last: 604 and 586 of 1,200."""
    *parts, whole = (_amount(claim) for claim in claims)
    return bool(whole) and all(part < whole for part in parts) and abs(sum(parts) / whole - 1) <= SUMMED


def near_tally(claims: Sequence[Claim]) -> bool:
    """The points of the first scores make about those of the last: 41-28 and 47-36 of an 88-70 win."""
    *halves, final = (sum(part for _, part in claim.figure.parts) for claim in claims)
    return final > 0 and abs(Decimal(sum(halves)) / final - 1) <= SCORED


def in_cents(claims: Sequence[Claim]) -> bool:
    """All are printed in hundredths of a currency: the 45 cents of a dollar."""
    return all(claim.figure.quantity.unit in CENTS for claim in claims)


def per_alike(claims: Sequence[Claim]) -> bool:
    """No two are told to be per different things: "from £900 a month up to £650", not "up to £250 a week"."""
    return len({claim.per for claim in claims if claim.per}) < 2


def thousands(claims: Sequence[Claim]) -> bool:
    """None is below a thousand: votes at an election, among which a gap is not met by chance."""
    return all(_amount(claim) >= THOUSAND for claim in claims)


def counts_alike(claims: Sequence[Claim]) -> bool:
    """The counts among them say what they count, and count the same: "61 points … eight points clear"."""
    counts = [claim for claim in claims if claim.figure.kind == "count"]
    return not counts or (len({claim.counted for claim in counts}) == 1 and bool(counts[0].counted))


def of_one_sort(claims: Sequence[Claim]) -> bool:
    """The counts among them that say what they count name one thing, or sorts of it: "three men", "all ten"."""
    told = [claim for claim in claims if claim.figure.kind == "count" and claim.counted]
    return len({claim.counted for claim in told}) < 2 or (all(claim.sort for claim in told) and not_unlike(told))


def not_unlike(claims: Sequence[Claim]) -> bool:
    """No two of the counts are known to be of different sorts: "14 saddles, nine bridles and six rugs", 29 pieces."""
    return len({claim.sort for claim in claims if claim.figure.kind == "count" and claim.sort}) < 2


def _amount(claim: Claim) -> Decimal:
    """The printed number, seconds and pence included in what it is measured in."""
    return abs(claim.figure.quantity.magnitude)


def _is_one_digit(difference: Decimal) -> bool:
    """Whether two large numbers differ in one digit only: 1,842 and 2,842."""
    return abs(difference) >= LARGE and len(difference.normalize().as_tuple().digits) == 1


CLOSENESS_CONDITIONS: tuple[Callable[[Sequence[Claim]], bool], ...] = (
    counts_alike, in_cents, near_gap, near_sum, near_tally, not_unlike, of_one_sort, per_alike, thousands,
)  # fmt: skip
"""What a rule file may ask of figures that make one another."""
