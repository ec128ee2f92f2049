"""Looks for a sum in any order: what is left over or comes to a total, and all the figures near it that go with it.

"The farm had a flock of 212. Foxes took 57; 165 remain": only the figure that is left has a cue. Every choice
of a whole and of its parts within reach is a rival reading, and when one of them adds up it was meant. When
none does, the fullest may be told: the largest figure is the whole, and all others that count its things are
its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import combinations

from figcheck.conditions import broken
from figcheck.fold import FILLER, Passage
from figcheck.model import Claim, Relation, Span
from figcheck.pattern import LETTERS
from figcheck.rules import RelationKind
from figcheck.seek.beside import candidates, claim_at, is_followed, marked

GUESSED = "…"
AND_CLASS = "and"
FEWEST, MOST = 2, 7  # figures that a reader would add up
UNSAID = LETTERS["share"] + LETTERS["percent"]  # "half of them left": a part that no figure tells

Tokens = tuple[tuple[str, int], ...]


def gathered(passage: Passage, kind: RelationKind, taken: Set[Span]) -> Iterator[Relation]:
    """The rival sums of each figure with the cue, at most one of them to be told."""
    if any(passage.has(name) for name in kind.unless):
        return
    anchor, classes = next((role, classes) for role, classes, may in kind.seek if classes and not may)
    for token in candidates(passage, kind, anchor, classes):
        near = _near(passage, kind, (anchor, token))
        if claim_at(passage, token).figure.span in taken or not FEWEST <= len(near) <= MOST:
            continue
        if _is_listed(passage, kind, token) or is_followed(passage, token, kind):
            continue
        if not _is_led(passage, kind, token, classes):
            continue
        told = _told(passage, kind, (anchor, token), near)
        for tokens in dict.fromkeys((*_sums(kind, (anchor, token), near), *([told] if told else []))):
            roles = tuple((role, claim_at(passage, at)) for role, at in tokens)
            if not broken(kind.where, roles):
                yield _relation(passage, kind, tokens, is_chief=tokens == told)


def _is_listed(passage: Passage, kind: RelationKind, token: int) -> bool:
    """Whether the total is itself the last of a list: "31, 44 and 58 all worked there"."""
    return not _whole(kind, kind.seek[0][0]) and _before(passage, token) in _ends(passage, AND_CLASS)


def _is_led(passage: Passage, kind: RelationKind, token: int, classes: Sequence[str]) -> bool:
    """Whether some cue of the figure stands where it counts: "all ten", not "ten had all"."""
    if any(token in marked(passage, name, [token]) for name in classes if name not in kind.leading):
        return True
    return any(_before(passage, token, but=name) in _ends(passage, name) for name in kind.leading)


def _before(passage: Passage, token: int, but: str = "") -> int:
    """The place behind the word before a figure, hedges and articles left aside, save those of one class."""
    ends = _ends(passage, but) if but else set()
    while passage.symbols[token - 1] == FILLER and token not in ends:
        token -= 1
    return token


def _ends(passage: Passage, name: str) -> set[int]:
    return {at + length for at, length in passage.occurrences(name)}


def _near(passage: Passage, kind: RelationKind, anchor: tuple[str, int]) -> list[int]:
    """The other figures within reach before the one with the cue, and those of its own sentence, that fit it."""
    role, token = anchor
    home = claim_at(passage, token)
    return [
        at for at in candidates(passage, kind, kind.gather, ())
        if at != token and 0 <= home.sentence - claim_at(passage, at).sentence <= kind.reach
        and not broken(kind.where, ((role, home), (kind.gather, claim_at(passage, at))))
    ]  # fmt: skip


def _sums(kind: RelationKind, anchor: tuple[str, int], near: Sequence[int]) -> Iterator[Tokens]:
    """Every choice of the other roles and of the figures that are added up."""
    whole = _whole(kind, anchor[0])
    for first in near if whole else (-1,):
        rest = [at for at in near if at != first]
        for size in range(1 if whole else FEWEST, len(rest) + 1):
            for chosen in combinations(rest, size):
                yield _tokens(kind, anchor, first, chosen)


def _tokens(kind: RelationKind, anchor: tuple[str, int], whole: int, parts: Sequence[int]) -> Tokens:
    name = _whole(kind, anchor[0])
    return (anchor, *(((name, whole),) if name else ()), *((kind.gather, at) for at in parts))


def _whole(kind: RelationKind, anchor: str) -> str:
    """The role of the figure that the others add up to, where it is not the one with the cue."""
    return next((role for role, _, _ in kind.seek if role not in (anchor, kind.gather)), "")


def _told(passage: Passage, kind: RelationKind, anchor: tuple[str, int], near: Sequence[int]) -> Tokens:
    """The reading that is told when none adds up: all that may be parts, of the one whole that may be meant."""
    name = _whole(kind, anchor[0])
    whole = _largest(passage, kind, near) if name else -1
    if name and whole < 0:
        return ()
    head = (name, claim_at(passage, whole)) if name else (anchor[0], claim_at(passage, anchor[1]))
    parts = [
        at for at in near
        if at != whole and not broken((*kind.where, *kind.guess), (head, (kind.gather, claim_at(passage, at))))
    ]  # fmt: skip
    parts = parts if name else _list(passage, kind, parts, head)
    tokens = _tokens(kind, anchor, whole, parts)
    places = [at for _, at in tokens]
    if len(parts) < (1 if name else FEWEST) or _is_parted(passage, kind, min(places), max(places)):
        return ()
    return () if broken(kind.guess, tuple((role, claim_at(passage, at)) for role, at in tokens)) else tokens


def _largest(passage: Passage, kind: RelationKind, near: Sequence[int]) -> int:
    """The largest of the figures, the one with a cue of its own first; -1 where two could be meant."""
    classes = [name for _, names, may in kind.seek if may for name in names]
    with_cue = {at for name in classes for at in marked(passage, name, near)}
    pool = [at for at in near if at in with_cue] or near
    sizes = [_size(claim_at(passage, at)) for at in pool]
    return pool[sizes.index(max(sizes))] if sizes.count(max(sizes)) == 1 else -1


def _size(claim: Claim) -> Decimal:
    return claim.figure.quantity.tight.high


def _list(passage: Passage, kind: RelationKind, parts: Sequence[int], total: tuple[str, Claim]) -> list[int]:
    """Those of one sentence: the one of the total where it holds a list, else the one before.

    A list with a member too large for the total is another list: "five pupils and three drivers; all four pilots".
    """
    start = total[1].figure.span.start
    every = candidates(passage, kind, kind.gather, ())
    before = [at for at in every if claim_at(passage, at).figure.span.start < start]
    for sentence in sorted({claim_at(passage, at).sentence for at in parts}, reverse=True):
        found = [at for at in parts if claim_at(passage, at).sentence == sentence and at in before]
        if len(found) >= FEWEST:
            rest = [claim_at(passage, at) for at in before if at not in found]
            alike = [each for each in rest if not broken(kind.guess, (total, (kind.gather, each)))]
            return found if not any(each.sentence == sentence for each in alike) else []
    return []


def _is_parted(passage: Passage, kind: RelationKind, first: int, last: int) -> bool:
    """Whether a share stands among the figures, or words that make them something else than a sum."""
    if any(symbol in UNSAID for symbol in passage.symbols[first:last]):
        return True
    ones = {at for name in kind.singly for at, _ in passage.occurrences(name) if first < at < last}
    if any(passage.symbols[at - 1] == "," or at in _ends(passage, AND_CLASS) for at in ones):
        return True
    return any(0 <= passage.following(name, first) <= last for name in kind.without)


def _relation(passage: Passage, kind: RelationKind, tokens: Tokens, *, is_chief: bool) -> Relation:
    roles = tuple((role, claim_at(passage, at)) for role, at in tokens)
    asked = {name for rule in kind.rules for name in rule.when}
    cues = frozenset(name for name in asked if tokens[0][1] in marked(passage, name, [tokens[0][1]]))
    group = f"{kind.id}@{roles[0][1].figure.span.start}"
    pattern = "" if is_chief else GUESSED
    return Relation(kind.id, roles, "inferred", cues=cues, group=group, chief=is_chief, pattern=pattern)
