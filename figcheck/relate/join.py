"""Joins partial relations of one paragraph into whole ones.

"There are 50,000 fighters, 40,000 of whom … The remaining 10,000 …": the first
sentence knows the whole and a part, the second only the rest. They belong together
when no role is filled twice, the conditions of the kind hold, and they stand no
further apart than the kind's reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from figcheck.match import holds
from figcheck.model import Claim, Relation
from figcheck.rules import RelationKind, Rulebook


def join(claims: Sequence[Claim], partial: Sequence[Relation], rulebook: Rulebook) -> tuple[Relation, ...]:
    """The relations of one block, pieces joined and antecedents found; what stays incomplete is left out."""
    kinds = {kind.id: kind for kind in rulebook.kinds}
    joined: list[Relation] = []
    for name in dict.fromkeys(relation.kind for relation in partial):
        kind = kinds[name]
        pieces = sorted((r for r in partial if r.kind == name), key=_place)
        if kind.reach:
            pieces = _merged(pieces, kind)
        if kind.antecedent:
            pieces = [_with_antecedent(piece, kind, claims) for piece in pieces]
        joined += [piece for piece in pieces if is_complete(piece, kind)]
    return tuple(sorted(joined, key=_place))


def is_complete(relation: Relation, kind: RelationKind) -> bool:
    """Whether some rule of the kind has all its roles filled."""
    filled = {role for role, _ in relation.roles}
    return any(filled >= set(rule.law.roles) for rule in kind.rules)


@cache
def _plural(kind: RelationKind) -> frozenset[str]:
    return frozenset(role for pattern, _ in kind.stated for role, is_plural in pattern.roles if is_plural)


def _place(relation: Relation) -> tuple[int, int]:
    starts = [claim.figure.span.start for _, claim in relation.roles]
    return min(starts), max(starts)


def _sentences(relation: Relation) -> tuple[int, int]:
    numbers = [claim.sentence for _, claim in relation.roles]
    return min(numbers), max(numbers)


def _merged(pieces: list[Relation], kind: RelationKind) -> list[Relation]:
    """Each piece joined to the nearest one before it that it fits."""
    kept: list[Relation] = []
    for piece in pieces:
        at, both = _partner(kept, piece, kind)
        if both:
            kept[at] = both
        else:
            kept.append(piece)
    return kept


def _partner(kept: list[Relation], piece: Relation, kind: RelationKind) -> tuple[int, Relation | None]:
    for at in range(len(kept) - 1, -1, -1):
        if _sentences(piece)[0] - _sentences(kept[at])[1] > kind.reach:
            break
        both = _together(kept[at], piece, kind)
        if both:
            return at, both
    return -1, None


def _together(first: Relation, second: Relation, kind: RelationKind) -> Relation | None:
    names = {role for role, _ in first.roles}
    if any(role in names and role not in _plural(kind) for role, _ in second.roles):
        return None
    if {claim.figure.span for _, claim in first.roles} & {claim.figure.span for _, claim in second.roles}:
        return None
    roles = first.roles + second.roles
    if not holds(kind, roles):
        return None
    basis = max(first.basis, second.basis, key=("structural", "stated", "inferred").index)
    return replace(first, roles=roles, basis=basis, evidence=first.evidence + second.evidence,
                   pattern=f"{first.pattern} … {second.pattern}", cues=first.cues | second.cues)  # fmt: skip


def _with_antecedent(relation: Relation, kind: RelationKind, claims: Sequence[Claim]) -> Relation:
    """The relation with an earlier figure in the role that nothing fills: the only one that can be meant."""
    role = kind.antecedent
    if any(name == role for name, _ in relation.roles):
        return relation
    found = _antecedents(relation, kind, claims)
    if len(found) != 1:
        return relation
    return replace(relation, roles=((role, found[0]), *relation.roles))


def _antecedents(relation: Relation, kind: RelationKind, claims: Sequence[Claim]) -> list[Claim]:
    """The candidates in the nearest sentence that has any; those that count the same thing go first."""
    start, first = _place(relation)[0], _sentences(relation)[0]
    own = [claim for _, claim in relation.roles]
    fitting = [
        claim for claim in claims
        if claim.figure.span.start < start and first - claim.sentence <= max(kind.reach, 1)
        and claim.figure.kind in kind.kinds[kind.antecedent]
        and holds(kind, ((kind.antecedent, claim), *relation.roles))
    ]  # fmt: skip
    nearest = max((claim.sentence for claim in fitting), default=-1)
    near = [claim for claim in fitting if claim.sentence == nearest]
    alike = [claim for claim in near if claim.counted and any(claim.counted == other.counted for other in own)]
    return _distinct(alike or near)


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    by_value = {(claim.figure.quantity.magnitude, claim.figure.quantity.unit): claim for claim in claims}
    return list(by_value.values())
