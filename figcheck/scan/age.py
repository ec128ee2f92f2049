"""Ages: "aged 34", "Ann Hale, 34, of Leeds", "a 14-year-old", "in her early 30s", "she is now 70", "ages 1 to 4".

An age counts completed years: 34 stands for every age from 34 up to, not including, 35.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from figcheck.interval import INFINITY, Interval
from figcheck.language import Language
from figcheck.model import Figure
from figcheck.scan.agewords import Ages, age_words
from figcheck.scan.mark import apart, mark, word_before
from figcheck.scan.sketch import Sketch

OLDEST = 125
LONG = 4  # digits that no age has
BEFORE_AGE = " ("
PLURAL = "s'’"
LONGEST = 48  # characters of "seventeen- to twenty-four-year-" and the like


def ages(sketch: Sketch, language: Language) -> list[Figure]:
    """The ages of a text, in order and without overlap."""
    words = age_words(language)
    finders = (_aged, _old, _named, _classes, _short, _decades, _said)
    found = [figure for finder in finders for figure in finder(sketch, words)]
    return apart(found)


def _aged(sketch: Sketch, words: Ages) -> Iterator[Figure]:
    """ "aged 34", "ages 1 to 4", "aged between 16 and 24", "turned 90", "aged 65 and over"."""
    text = sketch.text
    for at, word in sketch.hits(words.starts):
        found = None if text[at - 1 : at].isalnum() else words.aged.match(text, at + len(word))
        if not found:
            continue
        low, high = _number(found["low"], words), _number(found["high"], words)
        if low is None or low > OLDEST or (high is not None and not low < high <= OLDEST):
            continue
        if found["up"] or found["down"] or found["above"] or found["below"]:
            yield _bound(text, found, low, found["up"] or found["above"])
        else:
            unit = words.spans[found["unit"].lower()] if found["unit"] else "year"
            yield _figure(text, (found.start("low"), found.end()), low, high, unit, found.span("low"))


def _old(sketch: Sketch, words: Ages) -> Iterator[Figure]:
    """ "a 14-year-old", "34 years old", "16- to 24-year-olds", "two-year-old"."""
    text = sketch.text
    for at, word in sketch.hits(words.endings):
        base = max(0, at - LONGEST)
        whole = not text[at + len(word) : at + len(word) + 1].isalpha()
        found = words.old.search(text[base:at]) if whole else None
        if not found:
            continue
        low, high = _number(found["low"], words), _number(found["high"], words)
        end = found.end("low")
        if low is not None and (high is None or low < high):
            span = (base + found.start(), at + len(word))
            yield _figure(text, span, low, high, words.spans[found["unit"].lower()], (span[0], base + end))


def _named(sketch: Sketch, words: Ages) -> Iterator[Figure]:
    """ "Ann Hale, 34, of Leeds": a number between commas after a name."""
    text = sketch.text
    for at, _ in sketch.runs:
        found = words.named.match(text, at) if text[at - 1 : at] in BEFORE_AGE else None
        if not found:
            continue
        age = int(found[0])
        name, _ = word_before(text, found.start())
        if 0 < age <= OLDEST and name not in words.not_names and _is_name(text, found, words):
            yield _figure(text, found.span(), age, None, "year", found.span())


def _is_name(text: str, found: re.Match[str], words: Ages) -> bool:
    """Whether the word before the comma is a name, and no list of figures goes on after it.

    "Hale, 34, of Leeds" but not "Hale, 34, Reed, 21" (points) and not "In Leeds, 34. In York, 20":
    one capital is too little before a full stop.
    """
    start = end = found.start() - 2  # past the comma or bracket and the space
    if text[end - 1 : end] == ")" and (opened := text.rfind(" (", max(0, end - LONGEST), end)) > 0:
        start = end = opened  # "Hale (pictured), 34, said"
    while start > 0 and (text[start - 1].isalpha() or text[start - 1] in "'’.-"):
        start -= 1
    if start == end or not text[start].isupper() or text[start:end].isupper():
        return False
    first, at = word_before(text, start)
    two = bool(first) and text[at].isupper() and first not in words.not_names
    after = text[found.end() : found.end() + 2]
    if after[:1] == "," and after[1:2] in (" ", "\n"):
        return two or not text[found.end() + 2 : found.end() + 3].isupper() or _listed(text, found.end())
    return two


def _listed(text: str, at: int) -> bool:
    """Whether a capital after the comma opens a list of names with ages: "Reed, 21, Hale, 34, and Ali, 40"."""
    return bool(_next_aged().match(text, at))


@cache
def _next_aged() -> re.Pattern[str]:
    return re.compile(r", (?:[A-Z][\w'’-]{1,30} ?){2,3}, \d")


def _classes(sketch: Sketch, words: Ages) -> Iterator[Figure]:
    """ "in her early 30s", "women in their 50s"; "the over-65s", "under-18s"."""
    text = sketch.text
    for begin, end in sketch.runs:
        found = _plural().match(text, begin) if text[end : end + 1] in PLURAL else None
        if not found:
            continue
        word, at = word_before(text, begin - (text[begin - 1] == "-"))
        if word in words.over or word in words.under:
            yield _bound(text, found, int(found["low"]), word in words.over)
            continue
        if word in words.early:
            word, at = word_before(text, at)
        if word in words.possessive and found["low"].endswith("0"):
            low = int(found["low"])
            yield _figure(text, found.span(), low, low + 9, "year", found.span("low"))


@cache
def _plural() -> re.Pattern[str]:
    return re.compile(r"(?P<low>[0-9](?<![\w$£€.,]\d)\d?)['’]?s\b")


def _short(sketch: Sketch, words: Ages) -> Iterator[Figure]:
    """ "An 87 yo man": doctors' notes."""
    text = sketch.text
    for at, word in sketch.hits(words.short):
        found = _digits_before().search(text, max(0, at - 5), at)
        if found and not text[at + len(word) : at + len(word) + 1].isalnum():
            yield _figure(text, (found.start(1), at + len(word)), int(found[1]), None, "year", found.span(1))


@cache
def _digits_before() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,])([1-9]\d{0,2})[ -]$")


def _decades(sketch: Sketch, words: Ages) -> Iterator[Figure]:
    """ "In her early thirties", "men in their forties"; "the thirties" are years."""
    text = sketch.text
    for at, decade in sketch.spots(words.decades):
        word, begin = word_before(text, at)
        if word in words.early:
            word, _ = word_before(text, begin)
        if word in words.possessive:
            low, span = words.decades[decade], (at, at + len(decade))
            yield _figure(text, span, low, low + 9, "year", span)


def _said(sketch: Sketch, words: Ages) -> Iterator[Figure]:
    """ "She is now 70 and retired", "his daughter, now 12, sings"; not "he was 40 minutes late" or "prices, now 12"."""
    text = sketch.text
    for at, end in sketch.runs:
        is_led = end - at < LONG and text[at - 2 : at - 1].lower() in words.leading_ends
        is_short = is_led and text[at:end].isdecimal()  # "she's ½ a head taller"
        word, begin = word_before(text, at) if is_short else ("", at)
        if not (word in words.leading or word.endswith(("'s", "’s"))) or not 0 < int(text[at:end]) <= OLDEST:
            continue
        if words.said.search(text, max(0, at - LONGEST), at):
            is_age = bool(words.clause.match(text, end))
        else:
            is_age = word in words.now and text[begin - 2 : begin] == ", " and _is_kin(text, begin, words)
            is_age = is_age and bool(_enclosed().match(text, end))
        if is_age:
            yield _figure(text, (at, end), int(text[at:end]), None, "year", (at, end))


def _is_kin(text: str, at: int, words: Ages) -> bool:
    """Whether a name or a daughter stands before the comma of ", now 12,"."""
    name, begin = word_before(text, at)
    return name in words.kin or text[begin : begin + 1].isupper()


@cache
def _enclosed() -> re.Pattern[str]:
    return re.compile(r"[;)]|[.,](?!\d)")


def _bound(text: str, found: re.Match[str], low: int, upwards: object) -> Figure:
    """Every age from a bound on, or below it."""
    box = Interval(Decimal(low), INFINITY) if upwards else Interval(Decimal(0), Decimal(low), high_open=True)
    span = (found.start("low"), found.end())
    return mark(text, span, "age", Decimal(low), box, unit="year", digits=found.span("low"))


def _number(word: str | None, words: Ages) -> int | None:
    """The age in digits or in a word."""
    if not word:
        return None
    if word.isdigit():
        return int(word)
    parts = [words.words.get(part) for part in word.lower().replace("-", " ").split()]
    return None if None in parts else sum(part for part in parts if part)


def _figure(text: str, span: tuple[int, int], low: int, high: int | None, unit: str, digits: tuple[int, int]) -> Figure:
    """An age or a range of ages; the last year of age lasts until the next birthday."""
    top = Decimal((low if high is None else high) + 1)
    box = Interval(Decimal(low), top, high_open=True)
    upper = None if high is None else Decimal(high)
    return mark(text, span, "age", Decimal(low), box, unit=unit, upper=upper, digits=digits)
