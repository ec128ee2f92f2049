"""What each of a figure belongs to: "a month", "apiece", "per 100,000 people"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from figcheck.describe.noun import Nouns, nouns
from figcheck.describe.phrase import Token
from figcheck.language import Language
from figcheck.record import record

EACH = "each"
MOST_OF = 5  # words between a measure and its base: "of", and what it is of


@record(eq=False)
class Bases:
    """The words of rates, ready to be looked up."""

    nouns: Nouns
    of: frozenset[str]
    each: frozenset[str]
    to: frozenset[str]
    before: frozenset[str]
    sure: frozenset[str]
    bases: frozenset[str]
    not_after: frozenset[str]
    names: Mapping[str, str]
    adverbs: Mapping[str, str]


def per(window: Sequence[Token], unit: str, bases: Bases) -> str:
    """What one of it is for, from the words after the noun phrase; a unit such as GBP/month says it already.

    Two bases have a stroke between them: "inmate/year".

    "about £83 million ($100 million) a month": the bracket is stepped over.
    """
    if "/" in unit and not unit.startswith("/"):
        base = unit.rpartition("/")[2]
        return f"{EACH}/{base}" if window and window[0].word in bases.each else base  # "£350 a month each"
    rest = _past_of(_past_bracket(window), bases)
    if not rest:
        return ""
    first, more = _base(rest, bases)
    second = _base(more, bases)[0] if first and more and more[0].word not in bases.each else ""
    return f"{first}/{second}" if second else first  # "£21,000 per inmate per year"


def _base(rest: Sequence[Token], bases: Bases) -> tuple[str, Sequence[Token]]:
    """One base of a rate, and the words after it."""
    word = rest[0].word
    if word in bases.each:
        return EACH, rest[1:]
    if word in bases.adverbs:
        return bases.adverbs[word], rest[1:]
    if word in bases.to and len(rest) > 2 and rest[1].word in bases.before and rest[2].word[0].isalpha():
        return bases.nouns.lemma(rest[2].word), rest[3:]  # "three to a cell"
    if word not in bases.before or len(rest) < 2 or not rest[1].word[0].isalpha():
        return "", ()  # "8 deaths per 100,000" is another sum
    follower = rest[1:]
    lemma = bases.nouns.lemma(follower[0].word)
    if len(follower) > 1 and follower[1].word in bases.not_after and word not in bases.sure:
        return "", ()
    if word in bases.sure or lemma in bases.bases:
        return bases.names.get(lemma, lemma), follower[1:]
    return "", ()


def _past_of(rest: Sequence[Token], bases: Bases) -> Sequence[Token]:
    """The window without what a measure is of, where a base follows it: "80 tonnes of wasted food a day"."""
    if not rest or rest[0].word not in bases.of:
        return rest
    for at in range(2, min(len(rest), MOST_OF)):
        if rest[at].word in bases.before and _base(rest[at:], bases)[0]:
            return rest[at:]
    return rest


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
        of=frozenset(language.nouns.get("words", {}).get("of", ())),
        each=frozenset(told.get("each", ())),
        to=frozenset(told.get("to", ())),
        before=frozenset(told.get("before", ())),
        sure=frozenset(told.get("sure", ())),
        bases=frozenset(told.get("bases", ())),
        not_after=frozenset(told.get("not-after", ())),
        names=told.get("names", {}),
        adverbs=told.get("adverbs", {}),
    )
