"""Which figures stand beside a cue: "£7,200" in "an average of £7,200", and not the figure before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from figcheck.fold import Passage
from figcheck.model import Claim
from figcheck.pattern import FIGURES, LETTERS, SENTENCE_END
from figcheck.rules import RelationKind

BESIDE = 4  # tokens between a figure and its cue


def candidates(passage: Passage, kind: RelationKind, role: str, classes: tuple[str, ...]) -> list[int]:
    """The tokens of figures that may play a role: of its kinds, and the nearest to one of its cues."""
    letters = {LETTERS[name] for name in kind.kinds[role] if name in LETTERS}
    tokens = [token for token in passage.claim_at if passage.symbols[token] in letters]
    tokens = [token for token in tokens if not _restates(passage, token)]
    if not classes:
        return tokens
    beside = {token for name in classes for token in marked(passage, name, tokens)}
    return [token for token in tokens if token in beside]


def _restates(passage: Passage, token: int) -> bool:
    """Whether a measure opens a bracket, and says again what stands before it: "317 million miles (510 million km)"."""
    symbols = passage.symbols
    return symbols[token] == LETTERS["measure"] and symbols[max(token - 1, 0)] == "("


def marked(passage: Passage, name: str, tokens: Sequence[int]) -> Iterator[int]:
    """The figures that the places of a cue mark: at each place the one that it touches, else those about as near.

    "An average of £7,200" says nothing of the £7,500 before it, but of "a gap of £71bn as exports fell to £180bn"
    either amount may be the exports.
    """
    for at, length in _longest(passage.occurrences(name)):
        gaps = {token: gap for token in tokens if (gap := _gap(passage, token, at, at + length)) <= BESIDE}
        nearest = min(gaps.values(), default=0)
        yield from (token for token, gap in gaps.items() if gap <= (nearest and nearest + 1))


def _longest(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places of a cue without those inside a longer one: the "average" of "an average of"."""
    end = 0
    for at, length in sorted(places, key=lambda place: (place[0], -place[1])):
        if at + length > end:
            end = at + length
            yield at, length


def _gap(passage: Passage, token: int, start: int, end: int) -> int:
    """How many tokens lie between a figure and a cue; more than enough where a figure or a sentence end does."""
    between = range(end, token) if start < token else range(token + 1, start)
    if len(between) <= BESIDE and any(passage.symbols[at] in FIGURES + SENTENCE_END for at in between):
        return BESIDE + 1
    return len(between)


def claim_at(passage: Passage, token: int) -> Claim:
    """The claim whose figure stands at a token."""
    return passage.claims[passage.claim_at[token]]


def is_followed(passage: Passage, token: int, kind: RelationKind) -> bool:
    """Whether the figure is held against something else at once: "up 12 per cent on the year"."""
    return any(at == token + 1 for name in kind.unfollowed for at, _ in passage.occurrences(name))
