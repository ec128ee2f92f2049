"""Joins partial relations of one paragraph into whole ones.

"There are 50,000 fighters, 40,000 of whom … The remaining 10,000 …": the first
sentence knows the whole and a part, the second only the rest. They belong together
when no role is filled twice, the conditions of the kind hold, and they stand no
further apart than the kind's reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from figcheck.conditions import broken
from figcheck.model import Claim, Relation, Span
from figcheck.rated import as_rates
from figcheck.record import replace
from figcheck.relate.rivals import filled, with_rivals
from figcheck.rules import RelationKind, Rulebook

MOST_ANTECEDENTS = 6


def join(claims: Sequence[Claim], partial: Sequence[Relation], rulebook: Rulebook) -> tuple[Relation, ...]:
    """The relations of one block, pieces joined and antecedents found; what stays incomplete is left out."""
    kinds = _by_id(rulebook)
    joined: list[Relation] = []
    for name in dict.fromkeys(relation.kind for relation in partial):
        kind = kinds[name]
        pieces = sorted((r for r in partial if r.kind == name), key=_place)
        if kind.reach:
            pieces = _merged(pieces, kind)
        pieces = [filled(piece, kind, claims) for piece in pieces]
        if kind.antecedent:
            pieces = [whole for piece in pieces for whole in _with_antecedents(piece, kind, claims)]
        pieces = with_rivals(pieces, kind, claims)
        whole = [piece for piece in pieces if is_complete(piece, kind)]
        joined += [replace(piece, roles=as_rates(piece.roles, kind.rates)) for piece in whole] if kind.rates else whole
    return tuple(sorted(_told_once(joined, kinds), key=_place))


@lru_cache(maxsize=4)
def _by_id(rulebook: Rulebook) -> Mapping[str, RelationKind]:
    return {kind.id: kind for kind in rulebook.kinds}


def _told_once(relations: Sequence[Relation], kinds: Mapping[str, RelationKind]) -> Iterator[Relation]:
    """The relations without those bounds that a fuller one holds already.

    "50,000 fighters, 40,000 of whom … the remaining 10,000" says all that "40,000 of 50,000" could.
    """
    fuller: dict[Span, list[set[Span]]] = {}
    for relation in (each for each in relations if each.chief):
        spans = {claim.figure.span for _, claim in relation.roles}
        for span in spans:
            fuller.setdefault(span, []).append(spans)
    for relation in relations:
        own = {claim.figure.span for _, claim in relation.roles}
        is_bound = all(rule.law.sign != "==" for rule in kinds[relation.kind].rules)
        if not (is_bound and any(own < other for other in fuller.get(_first(own), ()))):
            yield relation


def _first(spans: set[Span]) -> Span:
    return min(spans, key=lambda span: span.start)


def is_complete(relation: Relation, kind: RelationKind) -> bool:
    """Whether some rule of the kind has all its roles filled; all roles, where only another kind asks for it."""
    filled = {role for role, _ in relation.roles}
    if not kind.rules:
        return filled == set(kind.kinds)
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
    if broken(kind.where, roles):
        return None
    basis = max(first.basis, second.basis, key=("structural", "stated", "inferred").index)
    return replace(first, roles=roles, basis=basis, evidence=first.evidence + second.evidence,
                   pattern=f"{first.pattern} … {second.pattern}", cues=first.cues | second.cues)  # fmt: skip


def _with_antecedents(relation: Relation, kind: RelationKind, claims: Sequence[Claim]) -> list[Relation]:
    """The relation with each earlier figure that may be meant in the role that nothing fills, as rivals.

    The chief one is the only candidate of the nearest sentence, or there the only
    one that counts the same thing; where two could be meant there is none.
    """
    role = kind.antecedent
    if any(name == role for name, _ in relation.roles):
        return [relation]
    fitting = _antecedents(relation, kind, claims)
    if not fitting:
        return [relation]
    chief = None if _is_divided(relation, fitting[-1], claims) else _chief(relation, fitting)
    group = f"{kind.id}@{_place(relation)[0]}"
    return [
        replace(relation, roles=((role, claim), *relation.roles), group=group, chief=chief is claim)
        for claim in fitting[-MOST_ANTECEDENTS:]
    ]


def _antecedents(relation: Relation, kind: RelationKind, claims: Sequence[Claim]) -> list[Claim]:
    start, first = _place(relation)[0], _sentences(relation)[0]
    return [
        claim for claim in claims
        if claim.figure.span.start < start and first - claim.sentence <= max(kind.reach, 1)
        and claim.figure.kind in kind.kinds[kind.antecedent]
        and not broken((*kind.where, *kind.guess), ((kind.antecedent, claim), *relation.roles))
    ]  # fmt: skip


def _is_divided(relation: Relation, whole: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a share stands between: "£86m, of which he gave away half. Some £40m …" divides half of it."""
    start, end = whole.figure.span.end, _place(relation)[0]
    own = [claim for _, claim in relation.roles]
    return any(
        claim.figure.kind in ("share", "percent") and start < claim.figure.span.start < end and claim not in own
        for claim in claims
    )


def _chief(relation: Relation, fitting: Sequence[Claim]) -> Claim | None:
    nearest = max(claim.sentence for claim in fitting)
    near = [claim for claim in fitting if claim.sentence == nearest]
    own = {claim.counted for _, claim in relation.roles if claim.counted}
    found = _distinct([claim for claim in near if claim.counted in own] or near)
    return found[0] if len(found) == 1 else None


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    by_value = {(claim.figure.quantity.magnitude, claim.figure.quantity.unit): claim for claim in claims}
    return list(by_value.values())
