"""Scores and votes: "won 3-2", "24–17", "a 52-48 vote", "6-4 6-3", "by a vote of 5 to 4".

A dash also makes ranges: "20-30 people", "5-10m euros". A number with a unit or a
plural behind it is a range; going down ("6-4") or beside a word such as "won" it is a score.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from figcheck.language import Language
from figcheck.model import Figure
from figcheck.record import record
from figcheck.scan.mark import alternatives, mark, word_before
from figcheck.scan.sketch import Sketch

DASHES = "-–‑"
SHORT = 4  # letters: "5-10 in all", "3-4 at a time" climb, as ranges do; a longer word is needed then


@record(eq=False)
class _Scores:
    """The words around scores, ready to be looked up."""

    before: frozenset[str]
    between: frozenset[str]
    after: frozenset[str]
    not_before: frozenset[str]
    to_before: frozenset[str]
    to_of: frozenset[str]
    to_after: frozenset[str]
    of: frozenset[str]
    plural: tuple[str, ...]
    spoken: re.Pattern[str]


def scores(sketch: Sketch, language: Language) -> list[Figure]:
    """The scores and votes of a text, dashes first."""
    text, told = sketch.text, _scores(language)
    found: list[Figure] = []
    for match in _matches(sketch, _dashed(), DASHES):
        after = _after().match(text, match.end())
        if after and (after["join"] == "-" or after["word"].lower() in told.not_before):
            continue
        is_next = found and match.start() - found[-1].span.end < SHORT
        if is_next or _is_score(text, match, after["word"] if after else "", told) or _more_sets(text, match):
            found.append(_score(text, match))
    found += [_score(text, match) for match in _matches(sketch, told.spoken, " ") if _is_vote(text, match, told)]
    return found


def _matches(sketch: Sketch, pattern: re.Pattern[str], signs: str) -> Iterator[re.Match[str]]:
    """What a pattern finds at the numbers with one of these signs behind them, no two overlapping."""
    done = 0
    for at, end in sketch.runs:
        match = pattern.match(sketch.text, at) if at >= done and sketch.text[end : end + 1] in signs else None
        if match:
            done = match.end()
            yield match


@cache
def _dashed() -> re.Pattern[str]:
    """Two short numbers, or three as in a season's record, with dashes between and nothing glued to them."""
    return re.compile(
        r"(?P<first>[0-9](?<![\w$£€¥.,:/+–-]\d)\d{0,2})[-–‑](?P<second>\d{1,3})(?:[-–‑](?P<third>\d{1,3}))?"
        r"(?![\w%°$£€]|[.,:/]\d|[-–‑]\w)"
    )


@cache
def _next_set() -> re.Pattern[str]:
    """ "4-6, 6-3": a list of sets."""
    return re.compile(r",? \d-\d(?!\d)\b(?!-)")


def _score(text: str, match: re.Match[str]) -> Figure:
    first, second = int(match["first"]), int(match["second"])
    parts = {"first": first, "second": second}
    third = match.groupdict().get("third")
    if third:
        parts["third"] = int(third)
    return mark(text, match.span(), "score", Decimal(first), parts=parts, digits=match.span("first"))


def _more_sets(text: str, match: re.Match[str]) -> bool:
    """Whether a list of sets goes on: "4-6, 6-3"."""
    return len(match[0]) == 3 and bool(_next_set().match(text, match.end()))


def _is_score(text: str, match: re.Match[str], follower: str, told: _Scores) -> bool:
    """Whether two numbers with a dash are a score and not a range, from the word behind and the word before."""
    first, second, low = int(match["first"]), int(match["second"]), follower.lower()
    if match["third"]:
        return True
    if low in told.after and not (len(low) <= SHORT and first < second):
        return True
    is_plural = follower.islower() and low.endswith(told.plural) and low not in told.after and len(low) > 3
    word, at = word_before(text, match.start())
    if word in told.before or (word in told.between and word_before(text, at)[0] in told.before):
        return not is_plural or first >= second
    return not is_plural and (first >= second or first == 0 or first + second == 100)


def _is_vote(text: str, match: re.Match[str], told: _Scores) -> bool:
    """Whether "52 to 48" is a vote: after "voted" or "a vote of", or before "vote"."""
    after = _after().match(text, match.end())
    low = after["word"].lower() if after else ""
    if low in told.to_after:
        return True
    if low in told.not_before or (low.endswith(told.plural) and len(low) > 3):
        return False
    word, at = word_before(text, match.start())
    return word in told.to_before or (word in told.of and word_before(text, at)[0] in told.to_of)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(r"(?P<join>[ \u00a0-])\(?(?P<word>[^\W\d_]+)")


@cache
def _scores(language: Language) -> _Scores:
    told = language.labels.get("scores", {})
    names = language.labels.get("names", {})

    def listed(name: str) -> frozenset[str]:
        return frozenset(told.get(name, ()))

    return _Scores(
        before=listed("before"),
        between=listed("between"),
        after=listed("after"),
        not_before=frozenset(names.get("not-before", ())),
        to_before=listed("to-before"),
        to_of=listed("to-of"),
        to_after=listed("to-after"),
        of=listed("of"),
        plural=tuple(told.get("plural", ())),
        spoken=re.compile(
            rf"(?P<first>[0-9](?<![\w$£€¥.,:/-]\d)\d{{0,2}}) {alternatives(told.get('to'))} "
            r"(?P<second>\d{1,3})(?![\w%]|[.,]\d)"
        ),
    )
