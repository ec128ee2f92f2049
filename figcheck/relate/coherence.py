"""Pairs of the same two currencies within one article, which must imply one rate.

"£2m ($2.4m) in the first year and £5m ($8.1m) in the second" needs no rate table to
be wrong: the article contradicts itself. Each pair is held against the one whose rate
lies in the middle, so that of three it is the odd one that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from figcheck import units
from figcheck.model import Claim, Document, Relation
from figcheck.rules import RelationKind

PAIR = ("given", "same")
LATELY = 400  # days: "in March" may have the rate of today, "in 2007" has not


def coherence(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation of four figures for every pair of two currencies and the middle one of its sort.

    Pairs that are set in other days, or whose dollars may be of another country, imply rates of their own.
    """
    sorts: dict[object, list[Relation]] = {}
    lately = (document.published or date.max).toordinal() - LATELY
    for relation in relations:
        if _is_money_pair(relation, kind.source) and all(first > lately for first, _ in relation.days):
            currencies = frozenset(_currency(claim) for _, claim in relation.roles)
            sorts.setdefault((currencies, relation.namesakes), []).append(relation)
    return [found for pairs in sorts.values() for found in _against_the_middle(pairs, kind)]


def _is_money_pair(relation: Relation, source: str) -> bool:
    is_pair = relation.kind == source and relation.chief and {role for role, _ in relation.roles} == set(PAIR)
    return is_pair and all(claim.figure.kind == "money" and _value(claim) for _, claim in relation.roles)


def _against_the_middle(pairs: Sequence[Relation], kind: RelationKind) -> Iterable[Relation]:
    """Every pair but the middle one, held against that; of two the earlier is the middle."""
    rates = sorted((_rate(pair, pairs[0]), place) for place, pair in enumerate(pairs))
    middle = pairs[min(rates[(len(pairs) - 1) // 2][1], rates[len(pairs) // 2][1])]
    for pair in pairs:
        if pair.claims("given")[0].figure.span == middle.claims("given")[0].figure.span:
            continue
        given, same = (pair.claims(role)[0] for role in PAIR)
        first = (("first", _in(middle, given)), ("first_same", _in(middle, same)))
        roles = (*first, ("second", given), ("second_same", same))
        yield Relation(kind.id, roles, "structural", (*middle.evidence, *pair.evidence))


def _rate(pair: Relation, like: Relation) -> Decimal:
    """The rate that a pair implies, in the direction of another pair."""
    given, same = (_in(pair, like.claims(role)[0]) for role in PAIR)
    return _value(same) / _value(given)


def _value(claim: Claim) -> Decimal:
    return claim.figure.quantity.magnitude


def _currency(claim: Claim) -> str:
    """The money of an amount, whatever it is per: "£900 a month" is in pounds."""
    return units.currency(claim.figure.quantity.unit)


def _in(pair: Relation, like: Claim) -> Claim:
    """The figure of a pair that is in the same currency as another."""
    return next(claim for _, claim in pair.roles if _currency(claim) == _currency(like))
