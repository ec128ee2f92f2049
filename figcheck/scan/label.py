"""Numbers that count nothing: "G20", "Covid-19", "Section 230", "10 Downing Street", phone numbers, postcodes.

They are claimed before anything is counted. With them come the scores and ranks of
`score.py` and `ordinal.py`, so that one call blocks all that is no quantity.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from figcheck.language import Language
from figcheck.model import Figure
from figcheck.scan.labelwords import Names, label_words
from figcheck.scan.mark import apart, hits, mark, word_before
from figcheck.scan.ordinal import ordinals
from figcheck.scan.phone import phone_at
from figcheck.scan.score import scores
from figcheck.scan.sketch import Sketch

LONGEST_COUNT = 10  # digits without a separator; longer runs are identifiers
DASHES = "-–‑"


def labels(sketch: Sketch, language: Language) -> list[Figure]:
    """Names with numbers, scores and ordinals, in order and without overlap: the earlier wins, then the longer."""
    found = _labels(sketch, label_words(language)) + scores(sketch, language) + ordinals(sketch, language)
    return apart(found)


def _labels(sketch: Sketch, names: Names) -> list[Figure]:
    text = sketch.text
    found: list[Figure] = []
    done = 0
    addresses = sorted(_addresses(text), reverse=True) if sketch.runs else []
    for at, _ in sketch.runs:
        run = _run().match(text, at) if at >= done else None
        if not run:
            continue
        while addresses and addresses[-1][1] <= run.start():
            addresses.pop()
        inside = bool(addresses) and addresses[-1][0] <= run.start()
        span = addresses[-1] if inside else _span(text, run, names)
        if span and span[0] >= done:
            done = span[1]
            found.append(mark(text, span, "label", Decimal(int(run[0][:18])), digits=run.span()))
    return found


def _addresses(text: str) -> list[tuple[int, int]]:
    """Web addresses: whatever has no space around "://" or "www."; the digits in them are none of the story's."""
    found: list[tuple[int, int]] = []
    for at, _ in hits(text, ("://", "www.")):
        if found and found[-1][0] <= at < found[-1][1]:
            continue
        start = max(text.rfind(" ", max(0, at - 80), at), text.rfind("[", max(0, at - 80), at), at - 80) + 1
        ending = _space().search(text, at)
        found.append((max(0, start), ending.start() if ending else len(text)))
    return found


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"[\s\]]")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(r"[0-9]\d*")


def _span(text: str, run: re.Match[str], names: Names) -> tuple[int, int] | None:
    """The span of the label that a run of digits belongs to, or None when it may be an amount."""
    start, end = run.span()
    left, right = text[start - 1 : start] if start else "", text[end : end + 1]
    if left.isalpha() or (left and left in DASHES and text[start - 2 : start - 1].isalpha()):
        return _letter_led(text, run, names)
    if left and left in "#№":
        return start - 1, end
    if left and left in "$£€¥.,":
        return None
    shaped = _shaped(text, run, right, names) if right.isalpha() or (right and right in "/(-.°") else None
    if shaped:
        return shaped
    if text[start] == "0" or (left and left in "+(") or (right and right in " -.)\u00a0" and _goes_on(text, end)):
        phone = phone_at(text, run, names.phones)
        if phone:
            return phone
    if end - start > LONGEST_COUNT:
        return start, end
    if right in (" ", "\u00a0") and text[end + 1 : end + 2].isupper():
        found = names.street.match(text, end) or names.whole.match(text, start) or names.era.match(text, end)
        if found:
            return start, found.end()
    return _word_led(text, run, names) if left in (" ", "\u00a0") else None


def _goes_on(text: str, end: int) -> bool:
    """Whether more digits follow a space or a sign, as in a phone number."""
    after = text[end + 1 : end + 2]
    return text[end] == ")" or after == "(" or after.isdigit()


def _shaped(text: str, run: re.Match[str], right: str, names: Names) -> tuple[int, int] | None:
    """What its own signs show to be a name: "9/11", "401(k)", "5G", "100/1", "2.0.1", "51°30′N"."""
    start = run.start()
    found = _dotted().match(text, start) if right == "." else _coordinate().match(text, start) if right == "°" else None
    if not found and right == ".":
        found = _decimal_place().match(text, start)
    if not found and right not in ".°":
        found = names.whole.match(text, start)
        if not found and right.isalpha():
            found = names.flat.match(text, start) if right in "ABCDabcd" else None
            found = found or names.era_glued.match(text, start)
        glued = _glued().match(text, start)
        if not found and glued and glued[0].lower() in names.glued:
            found = glued
    if found:
        return found.span()
    return _odds_at(text, run, names) if right in "-/" else None


def _letter_led(text: str, run: re.Match[str], names: Names) -> tuple[int, int] | None:
    """ "G20", "A350-900", "Covid-19", "SW1A 1AA"; not "Rs500", "km2" or "mid-1990s"."""
    start = run.start()
    hyphen = text[start - 1] in DASHES
    stop = start - 1 if hyphen else start
    at = stop
    while at > 0 and stop - at < 24 and (text[at - 1].isalpha() or text[at - 1] in "&"):
        at -= 1
    letters = text[at:stop]
    low = letters.lower()
    before = text[at - 1 : at]
    if before.isdigit() or (before and before in "$£€¥."):
        return None  # "5km2", "US$A20"
    if hyphen:
        is_name = letters[0].isupper() or low in names.hyphened
        if low in names.not_hyphened or not is_name or before in ("-", "’", "'"):
            return None
        if text[run.end() : run.end() + 1] == "s" and not letters[-1].isupper():
            return None  # "under-18s" are people
        if text[run.end() : run.end() + 1] in ",.%" and text[run.end() + 1 : run.end() + 2].isdigit():
            return None
    elif letters in names.symbols or letters.upper() in names.symbols or (low in names.powers and len(run[0]) == 1):
        return None
    follower = _follower().match(text, run.end())
    if follower and not hyphen and letters.isupper() and (follower["word"] or "").lower() in names.scales:
        return None  # "VT350 million" is money
    tail = _tail().match(text, run.end())
    end = tail.end() if tail else run.end()
    code = _postcode().match(text, at)
    return at, code.end() if code else end


def _word_led(text: str, run: re.Match[str], names: Names) -> tuple[int, int] | None:
    """ "Section 230", "page 12", "No. 10", "Radio 4": the word before makes it a name."""
    word, at = word_before(text, run.start())
    if not (word in names.before or word in names.capital):
        return None
    is_small = text[at : at + len(word)].islower()
    if not word or (is_small and word not in names.before):
        return None
    between = text[at + len(word) : run.start()]
    if between not in (" ", "\u00a0", ". ", ".\u00a0") or (between[0] == "." and len(word) > 4):
        return None
    end = run.end()
    if word in names.plays and _odds().match(text, run.start()):
        return None  # "passed the bill 228-210", "beat the Heat 112-103"
    version = _version().match(text, end) if text[end : end + 1] == "." and word in names.versions else None
    follower = _follower().match(text, version.end() if version else end)
    if follower and (follower["sign"] or follower["word"].lower() in names.not_before):
        return None
    if follower and is_small and follower["word"].islower() and _is_plural(follower["word"], names):
        return None  # "they stage 3 shows"
    tail = _verse().match(text, end) or _tail().match(text, end)
    return at, tail.end() if tail else end


def _is_plural(word: str, names: Names) -> bool:
    """Whether a word is several things by its ending: "shows", not "diabetes"."""
    return word.endswith(names.plural) and not word.endswith(names.singular)


def _odds_at(text: str, run: re.Match[str], names: Names) -> tuple[int, int] | None:
    """ "a 5-1 favourite", "odds of 100/1": what a bet pays, not what was scored."""
    found = _odds().match(text, run.start())
    if not found:
        return None
    follower = _follower().match(text, found.end())
    if follower and (follower["word"] or "").lower() in names.odds_after:
        return found.span()
    word, at = word_before(text, run.start())
    known = word in names.odds_before or word_before(text, at)[0] in names.odds_before
    return found.span() if known else None


@cache
def _odds() -> re.Pattern[str]:
    return re.compile(r"\d{1,4}[-/]\d{1,3}(?!\d|[.,%/-]\d)")


@cache
def _dotted() -> re.Pattern[str]:
    """ "2.0.1", "192.168.0.1"; a date such as 16.11.2016 is claimed elsewhere."""
    return re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}(?:\.\d{1,4})*(?!\d)")


@cache
def _decimal_place() -> re.Pattern[str]:
    return re.compile(r"\d{1,3}\.\d{1,9}°\s?[NSEW]\b")


@cache
def _coordinate() -> re.Pattern[str]:
    minutes, seconds = r"\d{1,2}(?:\.\d{1,9})?['′’]", r"\d{1,2}(?:\.\d{1,9})?[\"″”]"
    return re.compile(rf"\d{{1,3}}°\s?{minutes}(?:\s?{seconds})?(?:\s?[NSEW]\b)?|\d{{1,3}}°\s?[NSEW]\b")


@cache
def _tail() -> re.Pattern[str]:
    """What goes on a name: "A350-900", "F-16s", "230(c)", "2.0"; not "Covid-19-related"."""
    return re.compile(r"[\dA-Za-z]*(?:\.\d{1,4})*(?:[-–/][\dA-Z][\dA-Za-z]*)*(?:\([a-z0-9]\))*")


@cache
def _version() -> re.Pattern[str]:
    return re.compile(r"(?:\.\d{1,3}){1,3}(?![\d%])")


@cache
def _verse() -> re.Pattern[str]:
    return re.compile(r":\d{1,3}(?:[-–]\d{1,3})?(?!\d)")


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}[A-Za-z]{1,2}\d{0,3}[a-z]?\b")


@cache
def _postcode() -> re.Pattern[str]:
    return re.compile(r"[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}\b")


@cache
def _follower() -> re.Pattern[str]:
    return re.compile(r"(?P<sign>%|,\d{3}|\.\d|\s?[-–]\s?\d+\s?%)|[ \u00a0-](?P<word>[^\W\d_]+)")
