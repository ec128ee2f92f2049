"""A figure that may tell again what an earlier one told, with all that is looked at to find out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from figcheck.model import Claim
from figcheck.record import record
from figcheck.relate.wording import Wording, Words, around

UNFIT = ("corrected", "negated", "hypothetical", "quoted")


@record
class Echo:
    """One figure of a story with the words around it, the figures before it, and all of the story's."""

    text: str
    again: Claim
    said: Wording
    before: Sequence[Claim]
    body: Sequence[Claim]
    words: Words

    def phrases(self, *names: str) -> tuple[str, ...]:
        """The phrases of some lists of the language."""
        return _phrases(self.words, names)

    def around(self, claim: Claim) -> Wording:
        """The words around another figure of the story."""
        return around(self.text, claim)

    @property
    def others(self) -> list[Claim]:
        """All other figures of the story."""
        return [claim for claim in self.body if claim is not self.again]

    def is_of_another_day(self, first: Claim, kinds: Sequence[str] = ("year", "date")) -> bool:
        """Whether the sentence names a day or a year that an earlier one's does not: "In 2020 it had 4,120"."""
        days = [claim for claim in self.body if claim.figure.kind in kinds]
        told = {claim.figure.surface for claim in days if claim.sentence == first.sentence}
        return any(claim.sentence == self.again.sentence and claim.figure.surface not in told for claim in days)


@cache
def _phrases(words: Words, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(phrase for name in names for phrase in words.lists.get(name, ()))


def is_fit(claim: Claim) -> bool:
    """Whether a figure is told as a fact."""
    return claim.scope.isdisjoint(UNFIT)
