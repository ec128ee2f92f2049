"""Which of rival readings was meant, once all have been judged.

"At 50mph it takes an hour and a half, at 70mph an hour and 43 minutes": a reading that agrees was meant,
and what it explains is not held against another rate. What then stands alone may be told; where two
could still be meant there is silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from figcheck.interval import ZERO
from figcheck.model import Check, Claim, Relation, Verdict

AMBIGUOUS = "more than one figure could be meant"
MOST_SHARED = 2
"""So many figures of an agreeing reading in another one, and the other was never meant."""

Readings = Sequence[Sequence[Check]]


def settled(groups: Sequence[Readings], told: Sequence[Relation] = ()) -> Iterator[Check]:
    """The checks of the reading that was meant, group by group; `told` are the relations that words have settled."""
    groups = [[checks for checks in readings if checks] for readings in groups]
    agreed = [_agreeing(readings) for readings in groups]
    explained = [checks[0].relation for checks in agreed if checks]
    open_readings: list[Relation] = []
    chosen: list[Sequence[Check]] = []
    for readings, meant in zip(groups, agreed, strict=True):
        if meant:
            yield from meant
        elif left := [checks for checks in readings if not _is_bound(checks[0].relation, explained, told)]:
            chosen.append(_chosen(left))
            open_readings += [checks[0].relation for checks in left]
    for checks in chosen:
        yield from [_ambiguous(checks[0])] if _is_claimed_twice(checks[0].relation, open_readings) else checks


def _agreeing(readings: Readings) -> Sequence[Check]:
    """The reading that agrees best, the first of two as good.

    A rival must agree by the law itself: a guess at the figures and an excuse on top would excuse anything.
    """
    fitting = [
        checks for checks in readings
        if all(check.verdict.outcome == "agrees" for check in checks)
        and (checks[0].relation.chief or not any(check.verdict.reason for check in checks))
    ]  # fmt: skip
    return min(fitting, key=_miss, default=())


def _miss(checks: Sequence[Check]) -> Decimal:
    """How far apart the sides of the law are by the bare numbers."""
    left, right = checks[0].verdict.left, checks[0].verdict.right
    return abs(left - right) / abs(right) if left is not None and right else ZERO


def _is_bound(relation: Relation, explained: Sequence[Relation], told: Sequence[Relation]) -> bool:
    """Whether most figures of a sought reading are bound already: by one of its kind that agrees, or by plain words.

    Of "bids of £12m, £15m and £18m, an average of £15m" no two figures are a price and a bill.
    """
    own = {claim.figure.span for _, claim in relation.roles}
    alike = (other for other in explained if other.kind == relation.kind)
    return not relation.pattern and any(
        len(own & {claim.figure.span for _, claim in other.roles}) >= MOST_SHARED for other in (*alike, *told)
    )


def _chosen(readings: Readings) -> Sequence[Check]:
    """The chief reading, or the only one; else none."""
    for checks in readings:
        if checks[0].relation.chief or (len(readings) == 1 and not checks[0].relation.pattern):
            return checks
    return [_ambiguous(readings[0][0])]


def _ambiguous(check: Check) -> Check:
    return Check(check.rule, check.relation, Verdict("not judged", reason=AMBIGUOUS))


def _is_claimed_twice(relation: Relation, readings: Sequence[Relation]) -> bool:
    """Whether two searches of one kind end at one figure: "400 seats at £20 each, 100 at £90 each, £17,000 in all"."""
    if relation.pattern:
        return False
    alike = (other for other in readings if other.kind == relation.kind and not other.pattern)
    return any(other.group != relation.group and _shared(other, relation) == [relation.roles[-1]] for other in alike)


def _shared(one: Relation, other: Relation) -> list[tuple[str, Claim]]:
    return [role for role in one.roles if role in other.roles]
