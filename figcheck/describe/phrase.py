"""The noun phrase beside a figure, read off a short window of words. No parser.

"50,000 Wagner fighters in Ukraine" ends at "in"; the first word that looks like many
of something is the head, and what stands before it are its modifiers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from figcheck.describe.noun import Nouns, nouns
from figcheck.language import Language
from figcheck.record import record

WINDOW = 9  # words to the right of a figure
SPREAD = 110  # characters to the right, at most
REACH = 90  # characters to the left of it


@record(eq=False)
class Words:
    """The word lists of `nouns.toml`, ready to be looked up."""

    nouns: Nouns
    attributive: frozenset[str]
    skipped: frozenset[str]
    antecedents: frozenset[str]
    of: frozenset[str]
    determiners: frozenset[str]
    joins: frozenset[str]
    last_joins: frozenset[str]
    stops: frozenset[str]
    linking: frozenset[str]
    towards: frozenset[str]
    moves: frozenset[str]
    fillers: frozenset[str]
    no_value: frozenset[str]
    changes: frozenset[str]


class Token(NamedTuple):
    """A word or sign to the right of a figure, in small letters, and where it ends."""

    word: str
    end: int


class Phrase(NamedTuple):
    """A noun phrase: its head's lemma, the words before the head, and where it ends."""

    head: str
    modifiers: tuple[str, ...]
    end: int


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The first words and signs from a place on."""
    piece = text[start : min(end, start + SPREAD)]
    low = piece.lower()
    if len(low) != len(piece):  # a capital whose small letter is two characters long
        low = piece
    found = islice(_pieces().finditer(low.replace("’", "'")), WINDOW)
    return [Token(match[0], start + match.end()) for match in found]


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(r"\w+(?:['.&-]\w+)*|[^\w\s]")


def phrase(window: Sequence[Token], is_single: bool, words: Words) -> Phrase:
    """The noun phrase that a window opens with; its head is empty when no noun can be told.

    A single thing ("one soldier", "a nine-member court") has its head where the phrase stops, many things where a
    plural stands.
    """
    chunk: list[Token] = []
    inside = False  # a bracket: "49 African Union (AU) personnel"
    for at, token in enumerate(window):
        word = token.word
        if inside or (chunk and word == "("):
            inside = word != ")"
            continue
        if not chunk and word in words.skipped:
            continue
        if word == "'" and chunk:  # "60 senators' votes"
            continue
        if not word[0].isalpha() or word in words.stops:
            break
        chunk.append(token)
        if not is_single and words.nouns.is_plural(word) and not _goes_on(window, at, words):
            return _phrase(chunk, words)
    if not chunk:
        return Phrase("", (), 0)
    if is_single and len(chunk) <= 3:
        return _phrase(chunk, words)
    return Phrase("", tuple(token.word for token in chunk), chunk[-1].end)


def _goes_on(window: Sequence[Token], at: int, words: Words) -> bool:
    """Whether a plural only stands before another noun: "arms shipments", "women soldiers", "senators' votes"."""
    follower = window[at + 1].word if at + 1 < len(window) else ""
    if follower == "'":
        return at + 2 < len(window) and words.nouns.is_plural(window[at + 2].word)
    return window[at].word in words.attributive and bool(follower) and words.nouns.is_plural(follower)


def _phrase(chunk: Sequence[Token], words: Words) -> Phrase:
    """The head is the last word; a hyphen compound such as "co-workers" is one word."""
    modifiers = tuple(token.word for token in chunk[:-1] if token.word not in words.skipped)
    return Phrase(words.nouns.lemma(chunk[-1].word), modifiers, chunk[-1].end)


def after_of(window: Sequence[Token], words: Words) -> list[Token]:
    """The window past "of" and its article, or nothing when it does not open with "of"."""
    if not window or window[0].word not in words.of:
        return []
    rest = list(window[1:])
    while rest and rest[0].word in words.determiners:
        rest.pop(0)
    return rest


def whole_of(window: Sequence[Token], words: Words) -> Phrase:
    """What a share is a share of, from "of" on: a plural, or whatever noun the phrase ends with ("of the vote")."""
    rest = after_of(window, words)
    if not rest:
        return Phrase("", (), 0)
    found = phrase(rest, False, words)
    if not found.end and len(rest) < len(window) - 1 and rest[0].word not in words.linking:
        return _phrase(rest[:1], words)  # an article makes a noun of "vote"
    if found.head or not found.modifiers:
        return found
    if found.modifiers[-1] in words.no_value:
        return Phrase("", (), 0)
    return Phrase(words.nouns.lemma(found.modifiers[-1]), found.modifiers[:-1], found.end)


def left_noun(text: str, start: int, floor: int, words: Words) -> str:
    """The noun that a figure is the value of: "revenue was $3.9 billion", "a turnout of 43 per cent"; or nothing.

    "Stood at" and "rose 14 per cent to" link as well; a bare "at" does not ("sold the house at $700,000").
    """
    left = text[max(floor, start - REACH) : start].rstrip(" £$€(").split()[-10:]
    linked = towards = False
    last = ""
    while left:
        word = left[-1].lower()
        if last in words.of and word in words.changes:
            return ""  # "a rise of 14 per cent"
        last = word
        if word in words.linking:
            linked = True
        elif word in words.moves:
            linked = linked or towards
        elif word in words.towards:
            towards = True
        elif word not in words.fillers and not (towards and word[-1] in "%0123456789"):
            break
        left.pop()
    if not linked or not left or (left[-1][0].isupper() and len(left) > 1):
        return ""
    word = left[-1].lower()
    if not word.isalpha() or word in words.no_value or word.endswith(words.nouns.adverbs):
        return ""
    return words.nouns.lemma(word)


def follows_of(text: str, start: int, words: Words) -> bool:
    """Whether "of whom" or "of which" stands straight before a figure: "of whom 40,000 were recruited"."""
    left = text[max(0, start - 24) : start].lower().replace("(", " ").replace(",", " ").split()[-3:]
    while left and left[-1] in words.fillers:
        left.pop()
    return len(left) > 1 and left[-1] in words.antecedents and left[-2] in words.of


@cache
def phrase_words(language: Language) -> Words:
    """The word lists of a language."""
    told = language.nouns

    def listed(name: str) -> frozenset[str]:
        return frozenset(told.get("words", {}).get(name, ()))

    return Words(
        nouns=nouns(language),
        attributive=listed("attributive"),
        skipped=listed("skipped"),
        antecedents=listed("antecedents"),
        of=listed("of"),
        determiners=listed("determiners"),
        joins=listed("and"),
        last_joins=listed("both-and"),
        stops=listed("stops"),
        linking=listed("linking"),
        towards=listed("towards"),
        moves=listed("moves"),
        fillers=listed("fillers"),
        changes=listed("changes"),
        no_value=listed("stops") | listed("not-linked") | listed("changes"),
    )
