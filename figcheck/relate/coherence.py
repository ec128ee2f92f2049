"""Pairs of the same two currencies within one article, which must imply one rate.

"£2m ($2.4m) in the first year and £5m ($8.1m) in the second" needs no rate table to
be wrong: the article contradicts itself. Each pair is held against the one before.
"""

from __future__ import annotations

from collections.abc import Sequence

from figcheck.model import Claim, Document, Relation
from figcheck.rules import RelationKind

PAIR = ("given", "same")


def coherence(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation of four figures for every two neighbouring pairs of the same two currencies."""
    found: list[Relation] = []
    last: dict[frozenset[str], dict[str, Claim]] = {}
    for relation in relations:
        pair = _money_pair(relation, kind.source)
        if not pair:
            continue
        units = frozenset(claim.figure.quantity.unit for claim in pair.values())
        before = last.get(units)
        if before and before["given"].figure.span != pair["given"].figure.span:
            roles = (
                ("first", _in(before, pair["given"])), ("first_same", _in(before, pair["same"])),
                ("second", pair["given"]), ("second_same", pair["same"]),
            )  # fmt: skip
            found.append(Relation(kind.id, roles, "structural", relation.evidence))
        last[units] = pair
    return found


def _money_pair(relation: Relation, source: str) -> dict[str, Claim]:
    pair = dict(relation.roles)
    is_money = relation.kind == source and set(pair) == set(PAIR)
    return pair if is_money and all(claim.figure.kind == "money" for claim in pair.values()) else {}


def _in(pair: dict[str, Claim], like: Claim) -> Claim:
    """The figure of a pair that is in the same currency as another."""
    return next(claim for claim in pair.values() if claim.figure.quantity.unit == like.figure.quantity.unit)
