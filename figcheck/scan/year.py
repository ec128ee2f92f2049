"""Years: "in 2013", "2013-14", "the 1990s", "the ’80s", and the bare numbers that are none.

A year is the days from its first of January to its last of December.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

from figcheck.interval import Interval
from figcheck.model import Figure
from figcheck.scan.calendar import Calendar, counts
from figcheck.scan.mark import mark, word_before

NEAR = 40  # characters back to "temperatures" in "temperatures are in the 90s"
SHORTEST_PLURAL = 4  # letters: "in 2000 was" is shorter


def read_year(text: str, run: re.Match[str], calendar: Calendar) -> Figure | None:
    """A bare year, a span of years or a decade."""
    year = int(run[0])
    if not 1000 <= year < 2200:
        return None
    right = _after_year().match(text, run.end())
    if right and right["decade"] and year % 10 == 0:
        length = 100 if year % 100 == 0 and year < 1900 else 10  # "the 1800s" is the century, "the 1900s" the decade
        return _years(text, (run.start(), right.end()), year, year + length - 1)
    if right and right["last"]:
        last = int(right["last"]) if len(right["last"]) == 4 else year - year % 100 + int(right["last"])
        last += 100 if last < year and year % 100 == 99 else 0
        if year < last <= year + 150 and year >= 1500:
            return _years(text, (run.start(), right.end()), year, last)
        return None
    if text[run.end() : run.end() + 1].isalnum() or counts(text, run.end(), calendar.not_years):
        return None
    return _years(text, run.span(), year, year) if _is_year(text, run, year, calendar) else None


def read_decade(text: str, run: re.Match[str], calendar: Calendar) -> Figure | None:
    """ "the ’90s", "the mid-80s". Not "in her 90s", an age, nor "in the 40s", a temperature as like as not."""
    value = int(run[0])
    if value % 10 or run.end() - run.start() != 2 or text[run.end() : run.end() + 1] != "s":
        return None
    if text[run.end() + 1 : run.end() + 2].isalnum():
        return None
    sign = text[run.start() - 1 : run.start()]
    if sign in ("'", "’", "‘"):
        return _years(text, (run.start() - 1, run.end() + 1), 1900 + value, 1909 + value)
    word, _ = word_before(text, run.start() - (sign == "-"))
    earlier = text[max(0, run.start() - NEAR) : run.start()].rpartition(". ")[2].lower().split()
    if word in calendar.decade_words and value >= 50 and calendar.not_decades.isdisjoint(earlier):
        return _years(text, (run.start(), run.end() + 1), 1900 + value, 1909 + value)
    return None


@cache
def _after_year() -> re.Pattern[str]:
    """ "1990s", "2013-14", "2013/14", "2013–2014"; not "2013-14-year" or "2000-3000m"."""
    return re.compile(r"['’]?(?P<decade>s)\b|\s?[-–/]\s?(?P<last>\d{4}|\d\d)(?![\w%/]|[-–.,:]\d)")


def _is_year(text: str, run: re.Match[str], year: int, calendar: Calendar) -> bool:
    """Whether a bare number is a year: by its size, or by the word before it."""
    before = text[run.start() - 1 : run.start()]
    word, _ = word_before(text, run.start())
    if year in calendar.certain and year % 100:
        return not before or before in " \u00a0\n\t(-–—/‘’'\"“[…"
    if before == " " and _listed().search(text[max(run.start() - 6, 0) : run.end() + 10]):
        return True
    known = word in calendar.year_words or word.endswith(("'s", "’s"))
    if not known or text[run.start() - 2 : run.start()] == ", ":
        return before == "(" and text[run.end() : run.end() + 1] in ")-–" and 1200 <= year < 2100
    return not _looks_counted(text, run.end(), calendar)


@cache
def _listed() -> re.Pattern[str]:
    """A number between two years of a list: "in 1996, 2000 and 2004"."""
    return re.compile(r"^(?:19|20)\d\d, \d{4}(?:,| [a-z]{2,3}) (?:19|20)\d\d")


def _looks_counted(text: str, at: int, calendar: Calendar) -> bool:
    """A plural in small letters right after: "the 1500 jobs"; "in 1900 was" and "the 2000 elections" are years."""
    after = _follower().match(text, at)
    word = after["word"] if after else ""
    if len(word) < SHORTEST_PLURAL or word in calendar.events:
        return False
    plural, singular = calendar.endings
    return word.endswith(plural) and not word.endswith(singular)


@cache
def _follower() -> re.Pattern[str]:
    return re.compile(r"[ -](?P<word>[a-z]+)\b")


def _years(text: str, span: tuple[int, int], first: int, last: int) -> Figure:
    """The figure of the years from first to last."""
    box = Interval(Decimal(date(first, 1, 1).toordinal()), Decimal(date(last, 12, 31).toordinal()))
    parts = {"year": first} | ({"end": last} if last > first else {})
    upper = Decimal(last) if last > first else None
    return mark(text, span, "year", Decimal(first), box, upper=upper, parts=parts)
