"""Ordinals: "14th", "third-largest", "the fifth time". "First" is left alone: it seldom stands in a sum.

"Third" is also a share and "second" a sixtieth of a minute, so a word counts only
beside words that ordinals keep company with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from figcheck.language import Language
from figcheck.model import Figure
from figcheck.record import record
from figcheck.scan.mark import alternatives, mark, word_before
from figcheck.scan.sketch import Leads, Sketch, leads

MANY = 20


@record(eq=False)
class _Ordinals:
    """The ordinal words, ready to be looked up."""

    words: Mapping[str, int]
    before: frozenset[str]
    after: frozenset[str]
    not_before: frozenset[str]
    articles: frozenset[str]
    part_before: frozenset[str]
    part_after: frozenset[str]
    the: frozenset[str]
    of_many: re.Pattern[str]
    digits: re.Pattern[str]
    anniversaries: Mapping[str, int]
    anniversary_leads: Leads
    tens: Mapping[str, int]
    ones: Mapping[str, int]
    counted: frozenset[str]
    seconds: int


def ordinals(sketch: Sketch, language: Language) -> list[Figure]:
    """The ordinals of a text, in no order."""
    text = sketch.text
    told = _ordinals(language)
    found = []
    for start, end in sketch.runs:
        is_likely = text[end : end + 1].isalpha() or text[end : end + 1] == ","
        match = told.digits.match(text, start) if is_likely else None
        if not match:
            continue
        value = int(match["value"].replace(",", ""))
        found.append(mark(text, match.span(), "ordinal", Decimal(value), digits=match.span("value")))
    for at, word in sketch.spots(told.words):
        if _is_ordinal(text, at, at + len(word), told):
            found.append(mark(text, (at, at + len(word)), "ordinal", Decimal(told.words[word])))
    found += _compounds(sketch, told)
    for at, word in sketch.hits(told.anniversary_leads):
        if not text[at - 1 : at].isalnum() and not text[at + len(word) : at + len(word) + 1].isalnum():
            found.append(mark(text, (at, at + len(word)), "ordinal", Decimal(told.anniversaries[word])))
    return found


def _compounds(sketch: Sketch, told: _Ordinals) -> Iterator[Figure]:
    """ "The twenty-first century", "her thirty-fifth cap"; not a share or "a thirty-second clip"."""
    text = sketch.text
    for at, word in sketch.spots(told.tens):
        end = at + len(word)
        found = _after().match(text, end)
        ones = told.ones.get(found["word"].lower(), 0) if found and found["join"] == "-" else 0
        if not found or not ones or text[at - 1 : at].isalnum():
            continue
        before = word_before(text, at)[0]
        is_ranked = ones != told.seconds or before in told.the or _follower(text, found.end()) in told.after
        if before not in told.counted and is_ranked:
            yield mark(text, (at, found.end()), "ordinal", Decimal(told.tens[word] + ones))


def _is_ordinal(text: str, at: int, end: int, told: _Ordinals) -> bool:
    """Whether the word stands alone and in the company of ordinals."""
    if text[at - 1 : at].isalpha() or text[end : end + 1].isalpha():
        return False
    after, follower = _after().match(text, end), _follower(text, end)
    if told.of_many.match(text, end):
        return word_before(text, at)[0] in told.the
    if follower in told.not_before or text[at - 1 : at] == "-":
        return False
    if after and after["join"] == "-":
        return True
    before, begin = word_before(text, at)
    if before in told.articles and follower in told.part_after and word_before(text, begin)[0] in told.part_before:
        return False  # "rents rose by a fifth in May"; "he scored a third in May" is told of goals
    return before in told.before or follower in told.after


def _follower(text: str, end: int) -> str:
    """The word behind, in small letters."""
    after = _after().match(text, end)
    return after["word"].lower() if after else ""


@cache
def _after() -> re.Pattern[str]:
    return re.compile(r"(?P<join>[ \u00a0-])(?P<word>[^\W\d_]+)")


def _of_many(of: str, language: Language) -> re.Pattern[str]:
    """What follows the place of one among so many: "the seventh of nine children", but "the third of them"."""
    cardinals = [word for word, value in language.numerals.get("cardinals", {}).items() if 1 < value <= MANY]
    return re.compile(rf" {of} (?:{alternatives(cardinals)}|[0-9]{{1,2}})(?= [^\W\d_])")


@cache
def _ordinals(language: Language) -> _Ordinals:
    told = language.labels.get("ordinals", {})
    words = told.get("words", {})
    suffix = alternatives(told.get("suffixes"))
    cardinals = language.numerals.get("cardinals", {})
    return _Ordinals(
        words=words,
        anniversaries=told.get("anniversaries", {}),
        anniversary_leads=leads(told.get("anniversaries", {})),
        tens={word: value for word, value in cardinals.items() if value in range(20, 100, 10)},
        ones=language.numerals.get("denominators", {}) | {word: at for word, at in words.items() if at < 10},
        counted=frozenset(cardinals),
        seconds=words.get(told.get("length", ""), 0),
        before=frozenset(told.get("before", ())),
        after=frozenset(told.get("after", ())),
        not_before=frozenset(told.get("not-before", ())),
        articles=frozenset(language.numerals.get("articles", {}).get("words", ())),
        part_before=frozenset(told.get("part-before", ())),
        part_after=frozenset(told.get("part-after", ())),
        the=frozenset(told.get("the", ())),
        of_many=_of_many(told.get("of", ""), language),
        digits=re.compile(rf"(?P<value>[0-9](?<![\w.,$£€]\d)\d{{0,3}}(?:,\d{{3}})?){suffix}\b"),
    )
