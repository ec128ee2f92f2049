"""One look at a paragraph: where its digits stand, and the words at which a number, a date or an age may begin.

Most of a story holds no figure. "The minister declined to comment" is looked at once, as bytes, and left; the readers
of dates, ages and amounts then go straight to the places found here instead of walking the paragraph one after another.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache

from figcheck.language import Language
from figcheck.record import record

MARKS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒"
DIGIT = b"0"
NOUGHT = DIGIT[0]
MARKED = re.compile(rf"[0-9{MARKS}]+")
SHORTEST = 3  # letters of a number word: "no" and "m" begin none

Leads = Mapping[str, tuple[tuple[str, int], ...]]


@record(eq=False)
class Sketch:
    """A paragraph, the stretches of digits in it, and where each word that matters begins (in small letters).

    `leading` are those of the words that lead a phrase of `leads`.
    """

    text: str
    runs: list[tuple[int, int]]
    words: Mapping[str, list[int]]
    leading: Mapping[str, list[int]]

    def spots(self, table: Container[str]) -> Iterator[tuple[int, str]]:
        """Where the words of a table stand, whatever their capitals."""
        for word, places in self.words.items():
            if word in table:
                for at in places:
                    yield at, word

    def hits(self, led: Leads) -> Iterator[tuple[int, str]]:
        """Where the phrases of `leads` begin, written as they are there."""
        text = self.text
        for word, places in self.leading.items():
            for phrase, before in led.get(word, ()):
                for at in places:
                    if text.startswith(phrase, at - before) and at >= before:
                        yield at - before, phrase


def sketch(text: str, language: Language) -> Sketch:
    """What a paragraph holds, found in one pass over its letters."""
    plain = b" %b " % text.encode("ascii", "replace").translate(_letters())
    present = _keys(language).intersection(plain.split())
    words = {word.decode(): _places(plain, b" %b " % word) for word in sorted(present)} if present else {}
    leading = {word: places for word, places in words.items() if word in _leading(language)} if words else words
    return Sketch(text, _runs(text, plain), words, leading)


def _places(plain: bytes, word: bytes) -> list[int]:
    """Where a word with a space to each side stands; the space before it makes up for the one put before the text."""
    places, at, step = [], plain.find(word), len(word) - 1
    while at >= 0:
        places.append(at)
        at = plain.find(word, at + step)
    return places


def _runs(text: str, plain: bytes) -> list[tuple[int, int]]:
    """The stretches of digits, signs such as "½" among them."""
    if not text.isascii() and any(mark in text for mark in MARKS):
        return [found.span() for found in MARKED.finditer(text)]
    runs, at = [], plain.find(DIGIT)
    while at >= 0:
        end = at + 1
        while plain[end] == NOUGHT:
            end += 1
        runs.append((at - 1, end - 1))
        at = plain.find(DIGIT, end)
    return runs


@cache
def _letters() -> bytes:
    """Every letter small, every digit a nought, everything else a space, so that words can be cut at spaces."""
    signs = (chr(code) for code in range(256))
    return b"".join(
        sign.lower().encode() if sign.isascii() and sign.isalpha() else DIGIT if sign in "0123456789" else b" "
        for sign in signs
    )


def leads(phrases: Iterable[str]) -> Leads:
    """Phrases by the longest of their words, with how far before it they begin.

    >>> leads(["of age", "noon"])
    {'age': (('of age', 3),), 'noon': (('noon', 0),)}
    """
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for phrase in phrases:
        word = _lead(phrase)
        found[word] = (*found.get(word, ()), (phrase, phrase.lower().index(word)))
    return found


def _lead(phrase: str) -> str:
    """The longest word of a phrase, in small letters."""
    return max(re.findall("[a-z]+", phrase.lower()), key=len, default="")


@cache
def seeds(language: Language) -> frozenset[str]:
    """The words at which a number can begin, in small letters."""
    units, numerals = language.units, language.numerals
    words = {*units["durations"]["single"], *units["measures"]["single"]}
    words.update(*(numerals[table] for table in ("cardinals", "scales", "plurals", "fractions", "multiples")))
    return frozenset(word for word in words if len(word) >= SHORTEST)


@cache
def _keys(language: Language) -> frozenset[bytes]:
    """Every word that is looked for."""
    ordinals = language.labels.get("ordinals", {}).get("words", ())
    return frozenset(word.encode() for word in seeds(language) | _leading(language) | set(ordinals))


@cache
def _leading(language: Language) -> frozenset[str]:
    """The leads of dates, hours, ages and anniversaries."""
    calendar = language.calendar
    dates, clock, ages = (calendar.get(table, {}) for table in ("dates", "clock", "ages"))
    phrases = {*calendar.get("named-days", ()), *dates.get("since", ()), *dates.get("days", ())}
    phrases.update(*(clock.get(key, ()) for key in ("words", "past")))
    phrases.update(*(ages.get(key, ()) for key in ("aged", "turned", "old", "of-age", "short", "decades")))
    phrases.update(language.labels.get("ordinals", {}).get("anniversaries", ()))
    return frozenset(_lead(phrase) for phrase in phrases) - {""}
