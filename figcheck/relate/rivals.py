"""Other readings of the same words: if one of them agrees, it was meant.

"Rent takes 60 per cent. Food costs 22 per cent and the rest is 18": the rest
goes with both shares, not only with the nearer one. A rule file names the ways in
which its figures may be read otherwise: `trim` a list of its first or last members,
`gather` earlier figures into a list, take another earlier figure as the `other` whole,
take one near by `instead` of the one that was named, or `beside` the others in a role
that nothing filled: "by 2010, 20 years since the wall came down in 1990".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from figcheck.conditions import broken, quality
from figcheck.model import Claim, Relation
from figcheck.record import replace
from figcheck.rules import RelationKind

FEW = 4  # of so many members any may be meant, of more only those in one stretch
MOST = 8

Roles = tuple[tuple[str, Claim], ...]


def with_rivals(relations: Sequence[Relation], kind: RelationKind, claims: Sequence[Claim]) -> list[Relation]:
    """The relations, each followed by its rivals in one group; the relation itself is the chief."""
    if not kind.rivals:
        return list(relations)
    found: list[Relation] = []
    conditions = (*kind.where, *kind.guess)
    for relation in relations:
        base = relation
        start = min(claim.figure.span.start for _, claim in base.roles)
        group = base.group or f"{kind.id}@{start}"
        found.append(replace(base, group=group))
        readings = (roles for way, role in kind.rivals for roles in WAYS[way](base, role, kind, claims))
        found += [
            replace(base, roles=roles, group=group, chief=False) for roles in readings if not broken(conditions, roles)
        ]
    return found


def filled(relation: Relation, kind: RelationKind, claims: Sequence[Claim]) -> Relation:
    """The relation with a list gathered for a role that the pattern left empty, from the nearest sentence that has one.

    It is only inferred then, which lowers its severity.
    """
    for way, role in kind.rivals:
        if way == "gather" and not relation.claims(role):
            earlier = _alike(relation, role, kind, claims)
            nearest = max((claim.sentence for claim in earlier), default=-1)
            members = tuple((role, claim) for claim in earlier if claim.sentence == nearest)
            if len(members) == 1:  # "10 % of its stake … The remaining 12 %": one figure alone is no list
                continue
            basis = "inferred" if members else relation.basis
            relation = replace(relation, roles=(*members, *relation.roles), basis=basis)
    return relation


def _trim(relation: Relation, role: str, kind: RelationKind, claims: Sequence[Claim]) -> Iterator[Roles]:
    members = relation.claims(role)
    # a list is two at least, and only beside a rest may one part stand alone
    fewest = 1 if len({name for name, _ in relation.roles}) > 2 else 2
    for size in range(len(members) - 1, fewest - 1, -1):
        any_may = fewest == 1 and len(members) <= FEW
        kept = combinations(members, size) if any_may else (members[:size], members[-size:])
        yield from (_with(relation, role, chosen) for chosen in kept)


def _gather(relation: Relation, role: str, kind: RelationKind, claims: Sequence[Claim]) -> Iterator[Roles]:
    earlier = _alike(relation, role, kind, claims)
    members = relation.claims(role)
    for size in range(1, min(len(earlier), MOST) + 1):
        yield _with(relation, role, (*earlier[-size:], *members))
    for size in range(1, len(members)):
        yield _with(relation, role, members[-size:])


def _other(relation: Relation, role: str, kind: RelationKind, claims: Sequence[Claim]) -> Iterator[Roles]:
    for claim in _earlier(relation, role, kind, claims)[-MOST:]:
        yield _with(relation, role, (claim,))
    # "1,200 staff, 700 of them in Hull. There 450 make bread; the remaining 250 …": the rest is of the 700
    names = {name for name, _ in relation.roles}
    for part, claim in relation.roles if len(names) > 2 else ():
        if part != role and len(relation.claims(part)) > 1:
            kept = tuple((name, each) for name, each in relation.roles if each is not claim and name != role)
            yield ((role, claim), *kept)


def _instead(relation: Relation, role: str, kind: RelationKind, claims: Sequence[Claim]) -> Iterator[Roles]:
    for claim in _near(relation, role, kind, claims) if relation.claims(role) else ():
        yield _with(relation, role, (claim,))


def _beside(relation: Relation, role: str, kind: RelationKind, claims: Sequence[Claim]) -> Iterator[Roles]:
    for claim in () if relation.claims(role) else _near(relation, role, kind, claims):
        yield _with(relation, role, (claim,))


def _near(relation: Relation, role: str, kind: RelationKind, claims: Sequence[Claim]) -> list[Claim]:
    """The other figures that could play a role, in the same sentences and the ones next to them."""
    own = [claim for _, claim in relation.roles]
    numbers = [claim.sentence for claim in own]
    return [
        claim for claim in claims
        if claim.figure.kind in kind.kinds[role] and claim not in own
        and min(numbers) - 1 <= claim.sentence <= max(numbers) + 1
    ][:MOST]  # fmt: skip


def _with(relation: Relation, role: str, members: Sequence[Claim]) -> Roles:
    return (*((role, claim) for claim in members), *((name, claim) for name, claim in relation.roles if name != role))


def _earlier(relation: Relation, role: str, kind: RelationKind, claims: Sequence[Claim]) -> list[Claim]:
    """Figures of the same make that stand before the relation's last one, within reach, and play no part in it."""
    own = [claim for _, claim in relation.roles]
    last = max(own, key=lambda claim: claim.figure.span.start)
    return [
        claim for claim in claims
        if claim.figure.span.start < last.figure.span.start and claim not in own
        and last.sentence - claim.sentence <= max(kind.reach, 1)
        and claim.figure.kind in kind.kinds[role] and quality(claim) == quality(last)
    ]  # fmt: skip


def _alike(relation: Relation, role: str, kind: RelationKind, claims: Sequence[Claim]) -> list[Claim]:
    """Earlier figures that are not said to count something else than the last one does."""
    last = max((claim for _, claim in relation.roles), key=lambda claim: claim.figure.span.start)
    earlier = _earlier(relation, role, kind, claims)
    return [claim for claim in earlier if not claim.counted or not last.counted or claim.counted == last.counted]


WAYS: Mapping[str, Callable[[Relation, str, RelationKind, Sequence[Claim]], Iterator[Roles]]] = {
    "trim": _trim,
    "gather": _gather,
    "other": _other,
    "instead": _instead,
    "beside": _beside,
}
