"""A unit that is said once for two figures: "to 49 cents a share from 45", "$24 an hour, up from $15.45".

Read apart, the second figure is a bare number, or dollars where the first is dollars
an hour. A rule file names the roles that are alike, and the fuller figure lends.
"""

from __future__ import annotations

from collections.abc import Sequence

from figcheck.model import Claim
from figcheck.record import replace

COUNT = "count"
LENDERS = ("money", "measure", "percent", "points", "duration", "age")
MOST_TIMES = 20  # "7,412 on Monday, the highest in two months" are not months both
Roles = tuple[tuple[str, Claim], ...]


def alike(roles: Roles, names: Sequence[str]) -> Roles:
    """The roles again, those named in the unit of the one that says most.

    Nothing is lent where two say different things: pounds beside dollars, a count of
    dealers beside an amount.
    """
    named = [claim for name, claim in roles if name in names]
    if len({claim.figure.quantity.unit for claim in named}) < 2:
        return roles
    lender = max(named, key=lambda claim: len(claim.figure.quantity.unit))
    if not all(claim is lender or _can_borrow(claim, lender) for claim in named):
        return roles
    return tuple((name, _lent(claim, lender) if name in names else claim) for name, claim in roles)


def _can_borrow(claim: Claim, lender: Claim) -> bool:
    unit, full = claim.figure.quantity.unit, lender.figure.quantity.unit
    if unit == full or (unit and full.startswith(f"{unit}/")):
        return True
    if unit or claim.figure.kind != COUNT or lender.figure.kind not in LENDERS:
        return False
    least, most = sorted(abs(one.figure.quantity.magnitude) for one in (claim, lender))
    return claim.counted in ("", lender.counted) and most <= least * MOST_TIMES


def _lent(claim: Claim, lender: Claim) -> Claim:
    figure, unit = claim.figure, lender.figure.quantity.unit
    if figure.quantity.unit == unit:
        return claim
    quantity = replace(figure.quantity, unit=unit)
    per = claim.per or lender.per  # the 3,200 of "36,000 miles in eight months, averaging 3,200 a month"
    return replace(claim, figure=replace(figure, kind=lender.figure.kind, quantity=quantity), per=per)
