"""What each of a figure belongs to: "a month", "apiece", "per 100,000 people"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from figcheck.describe.noun import Nouns, nouns
from figcheck.describe.phrase import Token
from figcheck.language import Language


@dataclass(frozen=True, slots=True, eq=False)
class Bases:
    """The words of rates, ready to be looked up."""

    nouns: Nouns
    each: frozenset[str]
    before: frozenset[str]
    sure: frozenset[str]
    bases: frozenset[str]
    not_after: frozenset[str]
    names: Mapping[str, str]
    adverbs: Mapping[str, str]


def per(window: Sequence[Token], unit: str, bases: Bases) -> str:
    """What one of it is for, from the words after the noun phrase; a unit such as GBP/month says it already.

    "about £83 million ($100 million) a month": the bracket is stepped over.
    """
    if "/" in unit and not unit.startswith("/"):
        return unit.rpartition("/")[2]
    rest = _past_bracket(window)
    if not rest:
        return ""
    word = rest[0].word
    if word in bases.each:
        return "each"
    if word in bases.adverbs:
        return bases.adverbs[word]
    if word not in bases.before or len(rest) < 2:
        return ""
    follower = rest[1:]
    while len(follower) > 1 and not follower[0].word[0].isalpha():
        follower = follower[1:]  # "per 100,000 people"
    lemma = bases.nouns.lemma(follower[0].word)
    if len(follower) > 1 and follower[1].word in bases.not_after and word not in bases.sure:
        return ""
    if word in bases.sure or lemma in bases.bases:
        return bases.names.get(lemma, lemma) if lemma[:1].isalpha() else ""
    return ""


def _past_bracket(window: Sequence[Token]) -> Sequence[Token]:
    """The window without the bracket that it opens with."""
    if window and window[0].word in (")", "]"):  # the bracketed amount itself
        return window[1:]
    if not window or window[0].word not in ("(", "["):
        return window
    for at, token in enumerate(window):
        if token.word in (")", "]"):
            return window[at + 1 :]
    return ()


@cache
def per_words(language: Language) -> Bases:
    """The rate words of a language."""
    told = language.nouns.get("per", {})
    return Bases(
        nouns=nouns(language),
        each=frozenset(told.get("each", ())),
        before=frozenset(told.get("before", ())),
        sure=frozenset(told.get("sure", ())),
        bases=frozenset(told.get("bases", ())),
        not_after=frozenset(told.get("not-after", ())),
        names=told.get("names", {}),
        adverbs=told.get("adverbs", {}),
    )
