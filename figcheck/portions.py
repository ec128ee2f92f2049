"""Cuts what no reader could take in at once, so that no text makes figcheck slow.

In a paragraph every figure may be meant together with every other, and so in a whole
article: work that grows with the square of their number. No story has a hundred figures
in one paragraph or four hundred in all; a text that does is a table run together, and is
read a stretch at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from figcheck.model import Block, Claim, Sentence, Span

MOST_IN_PASSAGE = 120  # figures
MOST_TOGETHER = 400

T = TypeVar("T")


def stretches(
    block: Block, claims: Sequence[Claim], sentences: Sequence[Sentence]
) -> Iterator[tuple[Block, list[Claim], Sequence[Sentence]]]:
    """A block with its figures and sentences, in one piece or several: cut between sentences where one ends in time."""
    begin, at, low = block.span.start, 0, 0
    while len(claims) - at > MOST_IN_PASSAGE:
        size = _size(claims, at)
        last, following = claims[at + size - 1], claims[at + size]
        place = following.sentence - sentences[0].index
        end = following.figure.span.start if last.sentence == following.sentence else sentences[place].span.start
        yield Block(Span(begin, end), block.part), list(claims[at : at + size]), sentences[low : place + 1]
        begin, at, low = end, at + size, place
    yield Block(Span(begin, block.span.end), block.part), list(claims[at:]), sentences[low:]


def _size(claims: Sequence[Claim], at: int) -> int:
    """How many figures to take: as many as may be, but whole sentences unless that leaves too few."""
    for size in range(MOST_IN_PASSAGE, MOST_IN_PASSAGE // 2, -1):
        if claims[at + size].sentence != claims[at + size - 1].sentence:
            return size
    return MOST_IN_PASSAGE


def together(sized: Sequence[tuple[int, T]]) -> Iterator[list[T]]:
    """Runs of things, each with the number of its figures, that hold no more figures than one article does."""
    run: list[T] = []
    total = 0
    for size, thing in sized:
        if run and total + size > MOST_TOGETHER:
            yield run
            run, total = [], 0
        run.append(thing)
        total += size
    if run:
        yield run
