"""Nouns, singular and plural, without a dictionary: "households" is many of "household"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from figcheck.language import Language
from figcheck.record import record

SHORTEST = 3  # "MPs" is a plural, "as" is none


@record(eq=False)
class Nouns:
    """The noun words and endings of a language, ready to be looked up."""

    plurals: Mapping[str, str]
    collective: frozenset[str]
    not_plural: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    never: tuple[str, ...]
    adverbs: tuple[str, ...]
    sorts: Mapping[str, str]

    def lemma(self, word: str) -> str:
        """The singular by which a word is counted, in small letters."""
        low = word.lower().replace("’", "'").partition("'")[0]
        known = self.plurals.get(low)
        if known:
            return known
        if not self._is_regular(low) or low in self.collective:
            return low
        for ending, singular in self.endings:
            if low.endswith(ending) and len(low) > len(ending) + 1:
                return low[: -len(ending)] + singular
        return low

    def is_plural(self, word: str) -> bool:
        """Whether a word looks like many of something: "MPs", "women", "staff", not "bus" or "across"."""
        low = word.lower()
        return low in self.plurals or low in self.collective or self._is_regular(low)

    def _is_regular(self, low: str) -> bool:
        """Whether a word ends as a regular plural does."""
        if len(low) < SHORTEST or low in self.not_plural or low.endswith(self.never) or "'" in low or "&" in low:
            return False
        return low.endswith(self.endings[-1][0]) if self.endings else False


@cache
def nouns(language: Language) -> Nouns:
    """The nouns of a language."""
    told = language.nouns
    words, endings = told.get("words", {}), told.get("endings", {})
    return Nouns(
        plurals=told.get("plurals", {}),
        collective=frozenset(words.get("collective", ())),
        not_plural=frozenset(words.get("not-plural", ())),
        endings=tuple((ending, singular) for ending, singular in endings.get("singular", ())),
        never=tuple(endings.get("never-plural", ())),
        adverbs=tuple(endings.get("adverb", ())),
        sorts={lemma: sort for sort, lemmas in told.get("sorts", {}).items() for lemma in lemmas},
    )
