"""Looks for the figures of a relation in any order, by what stands beside each.

"Eight partners shared a £9.6m pool. Their take, £1.4m apiece": no pattern has to know
the order. One role must carry a cue ("apiece"), or be a rate on the face of it; the
others need only be of the right kind and fit the conditions, though a cue of their own
("£55,000 in all") makes them likelier. Every combination is a rival reading: when one of
them agrees it was meant, and when none does and more than one is possible, figcheck
holds its tongue unless one has more cues, or the rule file says which to believe.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import product

from figcheck.conditions import broken, quality
from figcheck.cues import Index
from figcheck.ellipsis import alike
from figcheck.fold import Passage
from figcheck.model import Relation, Span
from figcheck.pattern import LETTERS
from figcheck.products import is_made_with
from figcheck.rated import as_rates
from figcheck.record import replace
from figcheck.rules import RelationKind, Rulebook
from figcheck.seek.beside import candidates, claim_at, is_followed, marked
from figcheck.seek.gather import gathered
from figcheck.watch import MATCHING, Watch, unwatched

GUESSED = "…"
CROWD = 10  # figures in a paragraph; among so many, neighbours in the next sentence are a coincidence
MOST_COMBINATIONS = 24
AND_CLASS = "and"
SHARING = LETTERS["share"] + LETTERS["percent"]
SEMICOLON = ";"


def seek(
    passage: Passage, rulebook: Rulebook, bound: Iterable[Relation] = (), watch: Watch = unwatched
) -> tuple[Relation, ...]:
    """The rival relations of every kind that is sought so, grouped by the figure with the first cue.

    `bound` are the relations that patterns found: where a kind is only a `fallback`,
    a figure that has a part in any of them is left to it.
    """
    bound = tuple(bound)
    taken = _spans(bound)
    summed = _spans([relation for relation in bound if relation.kind in _exact_kinds(rulebook)])
    found: list[Relation] = []
    bits = passage.bits
    for kind, groups in _sought_kinds(rulebook, passage.index):
        if all(group & bits for group in groups) and _all_present(passage, kind):
            look = gathered if kind.gather else _sought
            free = summed if kind.gather else taken if kind.fallback else frozenset[Span]()
            found += watch((MATCHING, kind.id), look(passage, kind, free))
    return tuple(found)


def _spans(relations: Iterable[Relation]) -> frozenset[Span]:
    return frozenset(claim.figure.span for relation in relations for _, claim in relation.roles)


@lru_cache(maxsize=4)
def _exact_kinds(rulebook: Rulebook) -> frozenset[str]:
    """The kinds that say what a sum comes to, not only what it cannot be more than."""
    return frozenset(kind.id for kind in rulebook.kinds if any(rule.law.sign == "==" for rule in kind.rules))


@lru_cache(maxsize=4)
def _sought_kinds(rulebook: Rulebook, index: Index) -> tuple[tuple[RelationKind, tuple[int, ...]], ...]:
    """The kinds that are looked for, each with the bits of the cues and figures of which one must occur."""
    return tuple((kind, tuple(_groups(kind, index))) for kind in rulebook.kinds if kind.seek)


def _groups(kind: RelationKind, index: Index) -> Iterator[int]:
    for role, classes, may in kind.seek:
        yield sum(1 << ord(LETTERS[name]) for name in kind.kinds[role] if name in LETTERS)
        if classes and not may:
            yield sum(index.bit(name) for name in set(classes))


def _all_present(passage: Passage, kind: RelationKind) -> bool:
    return all(may or _present(passage, classes) for _, classes, may in kind.seek)


def _present(passage: Passage, classes: tuple[str, ...]) -> bool:
    return not classes or any(passage.has(name) for name in classes)


def _sought(passage: Passage, kind: RelationKind, taken: Set[Span]) -> Iterator[Relation]:
    if any(passage.has(name) for name in kind.unless):
        return
    fitting = {role: candidates(passage, kind, role, () if may else classes) for role, classes, may in kind.seek}
    anchor = next(role for role, classes, may in kind.seek if classes and not may)
    others = [role for role, _, _ in kind.seek if role != anchor]
    for token in fitting[anchor]:
        if claim_at(passage, token).figure.span in taken or is_followed(passage, token, kind):
            continue
        pools = [_near(passage, (anchor, token), role, fitting[role], kind) for role in others]
        combinations = [
            relation for chosen in product(*pools)
            if (relation := _relation(passage, kind, dict(zip((anchor, *others), (token, *chosen), strict=True))))
        ] if all(pools) and _size(pools) <= MOST_COMBINATIONS else []  # fmt: skip
        if not any(_is_filled_up(passage, kind, relation) for relation in combinations):
            crowded = len(passage.claim_at) > CROWD
            for one in _settled(combinations, kind):
                yield _silent(one) if crowded and one.basis == "inferred" else one


def _silent(guess: Relation) -> Relation:
    """A reading that may explain others but is never told: in a crowd, one without a cue for each role is a guess."""
    return replace(guess, chief=False, pattern=GUESSED)


def _size(pools: list[list[int]]) -> int:
    size = 1
    for pool in pools:
        size *= len(pool)
    return size


def _reach(passage: Passage, kind: RelationKind) -> int:
    """How many sentence ends apart: none in a crowd of figures, where something fits by chance."""
    return 0 if len(passage.claim_at) > CROWD else kind.reach


def _near(passage: Passage, anchor: tuple[str, int], role: str, tokens: list[int], kind: RelationKind) -> list[int]:
    """Those of the figures that stand within reach of the one with the cue, and fit it on their own."""
    name, token = anchor
    home = claim_at(passage, token)
    return [
        other for other in tokens
        if other != token and abs(claim_at(passage, other).sentence - home.sentence) <= _reach(passage, kind)
        and not broken(kind.where, ((name, home), (role, claim_at(passage, other))))
    ]  # fmt: skip


def _relation(passage: Passage, kind: RelationKind, tokens: dict[str, int]) -> Relation | None:
    if len(set(tokens.values())) < len(tokens):
        return None
    named = alike(tuple((role, claim_at(passage, token)) for role, token in tokens.items()), kind.alike)
    roles = as_rates(named, kind.rates)
    first, last = min(tokens.values()), max(tokens.values())
    if any(first <= at <= last for name in kind.without for at, _ in passage.occurrences(name)):
        return None
    if broken(kind.where, roles) or (kind.besides and _is_listed(passage, kind, tokens)):
        return None
    if kind.alone and _has_double(passage, kind, tokens):
        return None
    asked = tuple(name for rule in kind.rules for name in rule.when)
    cues = frozenset(
        name for role, classes, _ in kind.seek for name in (*classes, *asked)
        if tokens[role] in marked(passage, name, [tokens[role]])
    )  # fmt: skip
    start = roles[0][1].figure.span.start
    return Relation(kind.id, roles, "inferred", cues=cues, group=f"{kind.id}@{start}", chief=False)


def _has_double(passage: Passage, kind: RelationKind, tokens: dict[str, int]) -> bool:
    """Whether a figure within reach could as well play one of the roles: another share, a third sum of pounds."""
    chosen = {token: claim_at(passage, token) for token in tokens.values()}
    home = next(iter(chosen.values())).sentence
    for role in kind.alone:
        mine = chosen[tokens[role]]
        for token in candidates(passage, kind, role, ()):
            other = claim_at(passage, token)
            if token not in chosen and abs(other.sentence - home) <= kind.reach and quality(other) == quality(mine):
                return True
    return False


def _is_listed(passage: Passage, kind: RelationKind, tokens: dict[str, int]) -> bool:
    """Whether total and rate are two amounts side by side: "and" before the rate, the total alone behind a semicolon.

    "$30,000 for the film and $500 a day for the 40 days"; "£60 each for the 2,000 tickets; the band got £50,000".
    """
    anchor, total = next(iter(tokens.values())), tokens[kind.besides]
    before = {at + length for at, length in passage.occurrences(AND_CLASS)}
    if total < anchor and not before.isdisjoint((anchor, anchor - 1)):
        return True
    last = max(token for role, token in tokens.items() if role != kind.besides)
    return SEMICOLON in passage.symbols[last:total]


def _is_filled_up(passage: Passage, kind: RelationKind, relation: Relation) -> bool:
    """Whether another amount makes up the rest of the total: "£200 each and the coach £1,000, £3,200 in all"."""
    if not kind.besides:
        return False
    parts = dict(relation.roles)
    whole = parts.pop(kind.besides)
    rate, count = parts.values()
    used = {claim.figure.span for _, claim in relation.roles}
    others = [claim_at(passage, token) for token in candidates(passage, kind, kind.besides, ())]
    others += [claim_at(passage, token) for token in passage.claim_at if passage.symbols[token] in SHARING]
    near = (other for other in others if abs(other.sentence - whole.sentence) <= kind.reach)
    return any(is_made_with(whole, rate, count, other) for other in near if other.figure.span not in used)


def _settled(combinations: list[Relation], kind: RelationKind) -> Iterator[Relation]:
    """The rivals, the one to be reported first where one may be: the only one, or the one with most cues of its own."""
    optional = {name for _, classes, may in kind.seek if may for name in classes}
    ordered = sorted(combinations, key=lambda relation: (-len(relation.cues & optional), _extent(relation)))
    shown = [len(relation.cues & optional) for relation in ordered]
    for place, relation in enumerate(ordered):
        is_best = len(ordered) == 1 or kind.settle == "nearest" or shown[0] > shown[1]
        chief = place == 0 and is_best
        is_sure = chief and (bool(shown[0]) or not optional)
        yield replace(relation, chief=chief, basis="stated" if is_sure else "inferred")


def _extent(relation: Relation) -> int:
    places = [claim.figure.span.start for _, claim in relation.roles]
    return max(places) - min(places)
