"""Looks for the figures of a relation in any order, by what stands beside each.

"Eight partners shared a £9.6m pool. Their take, £1.4m apiece": no pattern has to know
the order. One role must carry a cue ("apiece"), the others need only be of the right
kind and fit the conditions. Every combination is a rival reading; when one of them
agrees it was meant, and when none does and more than one is possible, figcheck holds
its tongue unless the rule file says which to believe.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from figcheck.fold import Passage
from figcheck.match import holds
from figcheck.model import Relation
from figcheck.pattern import FIGURES, LETTERS, SENTENCE_END
from figcheck.rules import RelationKind, Rulebook

BESIDE = 4  # tokens between a figure and its cue
MOST_COMBINATIONS = 24


def seek(passage: Passage, rulebook: Rulebook) -> tuple[Relation, ...]:
    """The rival relations of every kind that is sought so, grouped by the figure with the first cue."""
    found: list[Relation] = []
    for kind in rulebook.kinds:
        if kind.seek and all(_present(passage, classes) for _, classes in kind.seek):
            found += _sought(passage, kind)
    return tuple(found)


def _present(passage: Passage, classes: tuple[str, ...]) -> bool:
    return not classes or any(passage.has(name) for name in classes)


def _sought(passage: Passage, kind: RelationKind) -> Iterator[Relation]:
    if any(passage.has(name) for name in kind.unless):
        return
    candidates = {role: _candidates(passage, kind, role, classes) for role, classes in kind.seek}
    anchor = next(role for role, classes in kind.seek if classes)
    others = [role for role, _ in kind.seek if role != anchor]
    for token in candidates[anchor]:
        pools = [_near(passage, token, candidates[role], kind) for role in others]
        combinations = [
            relation for chosen in product(*pools)
            if (relation := _relation(passage, kind, dict(zip((anchor, *others), (token, *chosen), strict=True))))
        ] if all(pools) and _size(pools) <= MOST_COMBINATIONS else []  # fmt: skip
        yield from _settled(combinations, kind)


def _size(pools: list[list[int]]) -> int:
    size = 1
    for pool in pools:
        size *= len(pool)
    return size


def _candidates(passage: Passage, kind: RelationKind, role: str, classes: tuple[str, ...]) -> list[int]:
    """The tokens of figures that may play a role: of its kinds, with one of its cues beside them."""
    letters = {LETTERS[name] for name in kind.kinds[role] if name in LETTERS}
    tokens = [token for token in passage.claim_at if passage.symbols[token] in letters]
    if not classes:
        return tokens
    places = [(at, at + length) for name in classes for at, length in passage.occurrences(name)]
    return [token for token in tokens if any(_beside(passage, token, start, end) for start, end in places)]


def _beside(passage: Passage, token: int, start: int, end: int) -> bool:
    between = range(end, token) if start < token else range(token + 1, start)
    if len(between) > BESIDE:
        return False
    return all(passage.symbols[at] not in FIGURES and passage.symbols[at] != SENTENCE_END for at in between)


def _near(passage: Passage, token: int, tokens: list[int], kind: RelationKind) -> list[int]:
    home = passage.claims[passage.claim_at[token]].sentence
    return [
        other for other in tokens
        if other != token and abs(passage.claims[passage.claim_at[other]].sentence - home) <= kind.reach
    ]  # fmt: skip


def _relation(passage: Passage, kind: RelationKind, tokens: dict[str, int]) -> Relation | None:
    if len(set(tokens.values())) < len(tokens):
        return None
    roles = tuple((role, passage.claims[passage.claim_at[token]]) for role, token in tokens.items())
    first, last = min(tokens.values()), max(tokens.values())
    if any(first <= at <= last for name in kind.without for at, _ in passage.occurrences(name)):
        return None
    if not holds(kind, roles):
        return None
    cues = frozenset(
        name for role, classes in kind.seek for name in classes
        if any(_beside(passage, tokens[role], at, at + length) for at, length in passage.occurrences(name))
    )  # fmt: skip
    start = roles[0][1].figure.span.start
    return Relation(kind.id, roles, "inferred", cues=cues, group=f"{kind.id}@{start}", chief=False)


def _settled(combinations: list[Relation], kind: RelationKind) -> Iterator[Relation]:
    """The rivals, the one to be reported first where one may be."""
    from dataclasses import replace

    ordered = sorted(combinations, key=_extent)
    for place, relation in enumerate(ordered):
        chief = place == 0 and (len(ordered) == 1 or kind.settle == "nearest")
        yield replace(relation, chief=chief, basis="stated" if chief else "inferred")


def _extent(relation: Relation) -> int:
    places = [claim.figure.span.start for _, claim in relation.roles]
    return max(places) - min(places)
