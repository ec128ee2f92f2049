"""The words around a figure, for relations that no pattern can say.

"Each of the 17 employees" goes back to staff told of before: what tells it are the words
straight before the number and straight after it, up to the ends of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache

from figcheck.language import Language, pieces
from figcheck.model import Claim
from figcheck.record import record

REACH = 120  # characters that are looked at on either side
ENDS = ".!?"
CLOSING = 8  # words on either side that are looked at unless fewer are asked for
KEPT = 256  # figures whose words are remembered: in a story each is asked for by the others
SHORTEST = 3  # letters that two forms of a word must share, and how many more one may have


@record(slots=False, eq=False)
class Wording:
    """The words of a sentence on both sides of a figure, as they are printed; a side is read when it is asked for."""

    text: str
    start: int
    end: int

    @cached_property
    def before(self) -> tuple[str, ...]:
        """The words before the figure."""
        left = self.text[max(0, self.start - REACH) : self.start].rpartition("\n")[2]
        return _cut(pieces().findall(left)[::-1])[::-1]

    @cached_property
    def after(self) -> tuple[str, ...]:
        """The words after the figure."""
        return _cut(pieces().findall(self.text[self.end : self.end + REACH].partition("\n")[0]))

    def closing(self, count: int = CLOSING) -> str:
        """The last words before the figure, in small letters, with a space at both ends."""
        return lowered(self.before[-count:])

    def opening(self, count: int = CLOSING) -> str:
        """The first words after the figure, in small letters, with a space at both ends."""
        return lowered(self.after[:count])


@record(eq=False)
class Words:
    """What a language says about telling a thing twice, ready to be looked up."""

    idle: frozenset[str]
    same: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, tuple[str, ...]]


def around(text: str, claim: Claim) -> Wording:
    """The words around one figure, no further than its sentence."""
    span = claim.figure.span
    return _around(text, span.start, span.end)


@lru_cache(maxsize=KEPT)
def _around(text: str, start: int, end: int) -> Wording:
    return Wording(text, start, end)


def _cut(words: list[str]) -> tuple[str, ...]:
    """The words up to the first sign that ends a sentence."""
    for at, word in enumerate(words):
        if word in ENDS:
            return tuple(words[:at])
    return tuple(words)


def lowered(words: Iterable[str]) -> str:
    """Words in one line of small letters, ready to look for a phrase between spaces."""
    return f" {' '.join(words).replace('’', chr(39)).lower()} "


def has(line: str, phrases: Iterable[str]) -> bool:
    """Whether any phrase stands in a line of words.

    >>> has(" the remaining 40 ", ["remain", "the remaining"])
    True
    """
    return any(phrase in line for phrase in _spaced(tuple(phrases)))


def closes(line: str, phrases: Iterable[str]) -> bool:
    """Whether a line of words ends with any phrase."""
    return line.endswith(_spaced(tuple(phrases)))


def opens(line: str, phrases: Iterable[str]) -> bool:
    """Whether a line of words begins with any phrase."""
    return line.startswith(_spaced(tuple(phrases)))


@lru_cache(maxsize=KEPT)
def _spaced(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Phrases as they stand in a line of words."""
    return tuple(f" {phrase} " for phrase in phrases)


def themes(words: Sequence[str], told: Words) -> list[str]:
    """The words that say what a text is about, and the names of the groups of like words that they belong to."""
    found = dict.fromkeys(group for word in words for group in told.same.get(word.lower(), ()))
    plain = [word.lower() for word in words if word[0].isalpha() and len(word) >= SHORTEST]
    return [*found, *(word for word in plain if word not in told.idle and word not in told.same)]


def shared(some: Sequence[str], others: Sequence[str]) -> list[str]:
    """The themes of one text that another has too.

    >>> shared(["profits", "@rise"], ["profit", "bank", "@rise"])
    ['profits', '@rise']
    """
    return [word for word in some if any(akin(word, other) for other in others)]


def akin(word: str, other: str) -> bool:
    """Whether two words look like forms of one: "profit" and "profits", "waits" and "waiting"."""
    same = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return word == other or (same > SHORTEST and max(len(word), len(other)) - same <= SHORTEST)


@cache
def story_words(language: Language) -> Words:
    """The lists of a language about headlines and what is told again."""
    story = dict(language.sections.get("story", {}))
    same: dict[str, tuple[str, ...]] = {}
    for group, words in story.pop("same", {}).items():
        for word in words:
            same[word] = (*same.get(word, ()), f"@{group}")
    lists = {**story, **language.sections.get("again", {})}
    return Words(frozenset(lists.pop("idle", ())), same, {name: tuple(words) for name, words in lists.items()})
