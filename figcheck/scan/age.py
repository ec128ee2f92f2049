"""Ages: "aged 34", "Ann Hale, 34, of Leeds", "a 14-year-old", "in her early 30s", "ages 1 to 4".

An age counts completed years: 34 stands for every age from 34 up to, not including, 35.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from figcheck.interval import INFINITY, Interval
from figcheck.language import Language
from figcheck.model import Figure
from figcheck.record import record
from figcheck.scan.mark import alternatives, apart, mark, word_before
from figcheck.scan.sketch import Leads, Sketch, leads

OLDEST = 125
BEFORE_AGE = " ("
PLURAL = "s'’"
LONGEST = 48  # characters of "seventeen- to twenty-four-year-" and the like


@record(eq=False)
class _Ages:
    """The words of age, ready to be looked up, and three expressions for what stands beside them."""

    starts: Leads
    endings: Leads
    aged: re.Pattern[str]
    old: re.Pattern[str]
    named: re.Pattern[str]
    spans: Mapping[str, str]
    words: Mapping[str, int]
    early: frozenset[str]
    possessive: frozenset[str]
    over: frozenset[str]
    under: frozenset[str]
    not_names: frozenset[str]


def ages(sketch: Sketch, language: Language) -> list[Figure]:
    """The ages of a text, in order and without overlap."""
    words = _ages(language)
    finders = (_aged, _old, _named, _classes)
    found = [figure for finder in finders for figure in finder(sketch, words)]
    return apart(found)


def _aged(sketch: Sketch, words: _Ages) -> Iterator[Figure]:
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
            yield _figure(text, (found.start("low"), found.end()), low, high, "year", found.span("low"))


def _old(sketch: Sketch, words: _Ages) -> Iterator[Figure]:
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
        if low is not None and high is not None and found["low"].isalpha() and low >= 20 and high < 10:
            low, high, end = low + high, None, found.end("high")  # "thirty-four-year-old"
        if low is not None and (high is None or low < high):
            span = (base + found.start(), at + len(word))
            yield _figure(text, span, low, high, words.spans[found["unit"].lower()], (span[0], base + end))


def _named(sketch: Sketch, words: _Ages) -> Iterator[Figure]:
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


def _is_name(text: str, found: re.Match[str], words: _Ages) -> bool:
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
    return re.compile(r", (?:[A-Z][\w'’-]+ ?){2,3}, \d")


def _classes(sketch: Sketch, words: _Ages) -> Iterator[Figure]:
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


def _bound(text: str, found: re.Match[str], low: int, upwards: object) -> Figure:
    """Every age from a bound on, or below it."""
    box = Interval(Decimal(low), INFINITY) if upwards else Interval(Decimal(0), Decimal(low), high_open=True)
    span = (found.start("low"), found.end())
    return mark(text, span, "age", Decimal(low), box, unit="year", digits=found.span("low"))


def _number(word: str | None, words: _Ages) -> int | None:
    """The age in digits or in a word."""
    if not word:
        return None
    return int(word) if word.isdigit() else words.words.get(word.lower())


def _figure(text: str, span: tuple[int, int], low: int, high: int | None, unit: str, digits: tuple[int, int]) -> Figure:
    """An age or a range of ages; the last year of age lasts until the next birthday."""
    top = Decimal((low if high is None else high) + 1)
    box = Interval(Decimal(low), top, high_open=True)
    upper = None if high is None else Decimal(high)
    return mark(text, span, "age", Decimal(low), box, unit=unit, upper=upper, digits=digits)


@cache
def _ages(language: Language) -> _Ages:
    told = language.calendar.get("ages", {})
    cardinals = {word: value for word, value in language.numerals.get("cardinals", {}).items() if 0 < value < 100}
    one_of = {name: alternatives(list(words)) for name, words in told.items()}
    one_of["number"] = rf"(?:\d{{1,3}}|{alternatives(list(cardinals))})"
    one_of["join"] = rf"(?:\s?[-–]\s?|-?\s{one_of['to']}\s)"
    starts = [*told.get("aged", ()), *told.get("turned", ())]
    return _Ages(
        starts=leads(dict.fromkeys(form for word in starts for form in (word, word.capitalize()))),
        endings=leads((*told.get("old", ()), *told.get("of-age", ()))),
        aged=_aged_pattern(one_of),
        old=re.compile(
            rf"(?<![\w.,])(?P<low>(?i:{one_of['number']}))(?:{one_of['join']}(?P<high>{one_of['number']}))?"
            rf"[- ](?P<unit>{one_of['spans']})[- ]$"
        ),
        named=re.compile(
            rf"[0-9](?:(?<=, \d)|(?P<bracketed>(?<= \(\d)))\d{{0,2}}"
            rf"(?:(?=[,.;](?!\d)|\s{one_of['of']}\s[A-Z])|(?=\),?\s{one_of['of']}\s[A-Z]))"
        ),
        spans=told.get("spans", {}),
        words=cardinals,
        early=frozenset(told.get("early", ())),
        possessive=frozenset(told.get("possessive", ())),
        over=frozenset(told.get("over", ())),
        under=frozenset(told.get("under", ())),
        not_names=frozenset(told.get("not-names", ())),
    )


def _aged_pattern(one_of: Mapping[str, str]) -> re.Pattern[str]:
    """What stands after "aged": "34", "16 to 24", "between 16 and 24", "65 and over", "under 30"."""
    number, end = one_of["number"], r"(?![\w%]|[.,]\d)"
    return re.compile(
        rf"\s(?:{one_of['between']}\s|(?:(?P<above>{one_of['over']})|(?P<below>{one_of['under']}))\s)?"
        rf"(?P<low>{number}){end}(?!\s{one_of['not-before']}\b)"
        rf"(?:{one_of['join']}(?P<high>{number}){end}|\s(?:(?P<up>{one_of['up']})|(?P<down>{one_of['down']}))\b)?"
    )
