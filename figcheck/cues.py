"""Which cue phrases stand in a row of words: each word is looked up, nothing is searched for.

Every class of cues is a bit of a number as well, so that whether all that a pattern needs
occurs in a sentence is one operation on two numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from typing import NamedTuple

from figcheck.language import Language
from figcheck.pattern import FIRST_CLASS, is_mark
from figcheck.record import field, record

IDIOM_CLASS = "idiom"
"""Phrases whose words are no cues on their own: the fall of "next fall"."""

Place = tuple[int, int]
"""The first token of a phrase, and how many it has."""


class Longer(NamedTuple):
    """A phrase of several words: what follows its second one, its length, its class and the bit of that."""

    rest: list[str]
    length: int
    name: str
    bit: int


class Opening(NamedTuple):
    """What a word can begin: the bits of the classes of the word alone; longer phrases by their second word.

    Those of a second word are made ready when it is first met: "the" begins some three hundred.
    """

    bits: int
    longer: dict[str, list[Longer] | None]


@record(slots=False, eq=False)
class Index:
    """The cue phrases of a language, made ready word by word as texts have them: few of all are ever met."""

    language: Language
    openings: dict[str, Opening | None]
    bits: dict[str, int] = field(default_factory=dict)

    def bit(self, name: str) -> int:
        """The bit of a class; those below stand for the symbols of a folded passage."""
        return self.bits.setdefault(name, 1 << FIRST_CLASS + len(self.bits))

    def opening(self, word: str) -> Opening:
        """What a word begins, of those that begin anything."""
        own = 0
        longer: dict[str, list[Longer] | None] = {}
        for phrase, name in self.language.cues[word]:
            if len(phrase) > 1:
                longer[phrase[1]] = None
            else:
                own |= self.bit(name)
        found = self.openings[word] = Opening(own, longer)
        return found

    def longer(self, word: str, second: str) -> list[Longer]:
        """The phrases that two words begin."""
        found = [
            Longer(list(phrase[2:]), len(phrase), name, self.bit(name))
            for phrase, name in self.language.cues[word] if len(phrase) > 1 and phrase[1] == second
        ]  # fmt: skip
        opening = self.openings[word]
        if opening:
            opening.longer[second] = found
        return found


@cache
def index(language: Language) -> Index:
    """The index of a language, one for all texts."""
    return Index(language, dict.fromkeys(language.cues))


@cache
def blends(language: Language) -> tuple[frozenset[str], ...]:
    """The sets of cue classes that some phrase is in at once: "from" may be both a start and a comparison.

    Where the phrase is a mark, such as the comma of the class "pause", the set holds the mark as well.
    """
    found = dict.fromkeys(
        frozenset((*names, *phrase) if len(phrase) == 1 and is_mark(phrase[0]) else names)
        for phrase, names in language.doubles.items()
    )
    return tuple(names for names in found if len(names) > 1)


@record(slots=False, eq=False)
class Cues:
    """The cues of one passage: where each word stands that begins any, and longer phrases by class."""

    index: Index
    words: dict[str, list[int]] = field(default_factory=dict)
    longer: dict[str, list[Place]] = field(default_factory=dict)

    @cached_property
    def idioms(self) -> dict[int, Place]:
        """The end and the length of the set phrase that each token is inside of."""
        idioms = self._all(IDIOM_CLASS)
        return {at + step: (at + length, length) for at, length in idioms for step in range(length)}

    def at(self, name: str) -> list[Place]:
        """Where a class stands, in order, but not inside a set phrase that is longer."""
        found, inside = self._all(name), self.idioms
        if not inside:
            return found
        open_place = (0, 0)
        return [
            (at, length) for at, length in found
            if at + length > inside.get(at, open_place)[0] or length >= inside[at][1]
        ]  # fmt: skip

    def _all(self, name: str) -> list[Place]:
        found = self.longer.get(name, [])
        if alone := self.words.keys() & self.index.language.alone.get(name, ()):
            found = found + [(at, 1) for word in alone for at in self.words[word]]
        return sorted(found)


def find(words: list[str], sentences: Iterable[tuple[int, int]], known: Index) -> tuple[Cues, list[int]]:
    """All cues in a row of words, and the bits of those that begin in each sentence.

    Bits may tell of a cue that is inside an idiom.
    """
    cues, openings, told = Cues(known), known.openings, []
    alone, last = cues.words, len(words) - 1
    for start, end in sentences:
        bits = 0
        for at, word in enumerate(words[start:end], start):
            if word not in openings:
                continue
            own, longer = openings[word] or known.opening(word)
            bits |= own
            if word in alone:
                alone[word].append(at)
            else:
                alone[word] = [at]
            if longer and at < last and (second := words[at + 1]) in longer:
                bits |= _longer(cues, words, at, longer[second] or known.longer(word, second))
        told.append(bits)
    return cues, told


def _longer(cues: Cues, words: list[str], at: int, phrases: Iterable[Longer]) -> int:
    """Notes the phrases of several words that stand at a place."""
    bits = 0
    for rest, length, name, bit in phrases:
        if not rest or words[at + 2 : at + length] == rest:
            cues.longer.setdefault(name, []).append((at, length))
            bits |= bit
    return bits
