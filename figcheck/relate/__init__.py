"""Joins partial relations, within a paragraph and across the whole article.

`join` is one mechanism for all kinds; a kind that needs the whole document has a
file of its own here and a line in `BUILDERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from figcheck.model import Claim, Document, Relation
from figcheck.relate.coalition import coalition
from figcheck.relate.coherence import coherence
from figcheck.relate.headline import headline
from figcheck.relate.headline_change import headline_change
from figcheck.relate.inventory import inventory
from figcheck.relate.join import join
from figcheck.relate.likened import likened
from figcheck.relate.malformed import malformed
from figcheck.relate.naming import naming
from figcheck.relate.occasions import occasions
from figcheck.relate.repeat import repeat
from figcheck.relate.respectively import respectively
from figcheck.relate.tabled import tabled
from figcheck.relate.weekday import weekday
from figcheck.rules import RelationKind, Rulebook
from figcheck.watch import MATCHING, Watch, unwatched

Builder = Callable[[Document, Sequence[Claim], Sequence[Relation], RelationKind], Sequence[Relation]]

# relation id -> what builds it from the whole document; a test holds the list to the files
BUILDERS: Mapping[str, Builder] = {
    "coherence": coherence,
    "weekday": weekday,
    "coalition": coalition,
    "likened": likened,
    "headline": headline,
    "headline-change": headline_change,
    "inventory": inventory,
    "malformed": malformed,
    "naming": naming,
    "occasions": occasions,
    "repeat": repeat,
    "respectively": respectively,
    "tabled": tabled,
}

__all__ = ["BUILDERS", "join", "relate"]


def relate(
    document: Document,
    claims: Sequence[Claim],
    relations: Sequence[Relation],
    rulebook: Rulebook,
    watch: Watch = unwatched,
) -> tuple[Relation, ...]:
    """The relations that need the whole article, for the kinds of the rulebook that are built so."""
    found: list[Relation] = []
    for kind in rulebook.kinds:
        if kind.source and kind.id in BUILDERS:
            found += watch((MATCHING, kind.id), _built(document, claims, relations, kind))
    return tuple(found)


def _built(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> Iterator[Relation]:
    yield from BUILDERS[kind.id](document, claims, relations, kind)
