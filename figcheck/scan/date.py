"""Dates and years: "Tuesday 14 March 2023", "Jan. 6, 2021", "2013-14", "the 1990s".

A date is an interval of days (`date.toordinal`), as wide as what was printed: "March
2019" is 31 days. A date without a year may be any day on record, and its magnitude
is the day's number in a leap year, so that 1 March is 61 in every text. A day that
does not exist ("31 April") has magnitude 0 and any day in its box: the parts tell.
A month or weekday alone is no figure, except in "since May".

The digits are found first; words are looked up to their left and right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain

from figcheck.interval import Interval
from figcheck.language import Language
from figcheck.model import Figure
from figcheck.scan.calendar import Calendar, calendar_words, counts
from figcheck.scan.mark import mark, word_before
from figcheck.scan.sketch import Sketch
from figcheck.scan.year import read_decade, read_year

LONGEST = 5  # digits of a year and one more
EVER = Interval(Decimal(1), Decimal(date.max.toordinal()))
DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def dates(sketch: Sketch, language: Language) -> list[Figure]:
    """The dates and years of a text, in order and without overlap."""
    text, calendar, short = sketch.text, calendar_words(language), _short().match
    found: list[Figure] = []
    done = 0
    for at, end in sketch.runs:
        run = short(text, at) if end - at < LONGEST and at >= done else None
        figure = _dated(text, run, calendar) if run else None
        if figure:
            found.append(figure)
            done = figure.span.end
    found += _since(sketch, calendar, found)
    found += _named_days(sketch, calendar)
    found += _worded(sketch, calendar)
    found.sort(key=lambda figure: figure.span.start)
    return found


@cache
def _short() -> re.Pattern[str]:
    """One, two or four digits that are no part of a longer number, a price or a word."""
    return re.compile(r"[0-9](?<![\w$£€¥#%]\d)(?<!\d[.,:]\d)(?:\d{3}|\d?)(?!\d|,\d{3}(?!\d)|\.\d{1,9}%)")


def _dated(text: str, run: re.Match[str], calendar: Calendar) -> Figure | None:
    """The date or year that a run of digits belongs to; what stands beside it decides what is tried."""
    after = text[run.end() : run.end() + 1]
    if run.end() - run.start() == 4:
        return _numeric(text, run, after) or _month_year(text, run, calendar) or read_year(text, run, calendar)
    reading = _numeric(text, run, after) or _day_first(text, run, calendar) or _month_first(text, run, calendar)
    return reading or (read_decade(text, run, calendar) if after == "s" else None)


def _day_first(text: str, run: re.Match[str], calendar: Calendar) -> Figure | None:
    """ "14 March 2023", "the 14th of March", "14-16 March", with the weekday before it."""
    right = calendar.after_day.match(text, run.end())
    if not right:
        return _weekday_day(text, run, calendar)
    month = _month(right["month"], calendar)
    if not month:
        return None
    start, weekday = _weekday(text, run.start(), calendar)
    parts = {"weekday": weekday, "day": int(run[0]), "end": int(right["last"] or 0), "month": month}
    parts["year"] = int(right["year"] or 0)
    end = right.end() if right["year"] else right.end("month")
    return _day_figure(text, (start, end), run, parts, calendar)


def _month_first(text: str, run: re.Match[str], calendar: Calendar) -> Figure | None:
    """ "March 14, 2023", "Jan. 6", "March the 14th", "July 3-5"."""
    word, start = word_before(text, run.start())
    if word in calendar.articles:
        word, start = word_before(text, start)
    month = _month(text[start : start + len(word)], calendar) if word else 0
    if not month or text[start + len(word) : run.start()].strip(". ") not in ("", *calendar.articles):
        return None
    right = calendar.after_month_day.match(text, run.end())
    if not right or (not right["year"] and counts(text, right.end(), calendar.not_days)):
        return None
    start, weekday = _weekday(text, start, calendar)
    parts = {"weekday": weekday, "day": int(run[0]), "end": int(right["last"] or 0), "month": month}
    parts["year"] = int(right["year"] or 0)
    return _day_figure(text, (start, right.end()), run, parts, calendar)


def _day_figure(
    text: str, span: tuple[int, int], run: re.Match[str], parts: dict[str, int], calendar: Calendar
) -> Figure | None:
    """The figure of a day, once the weekday after it is looked at: "14 March, a Tuesday", "(Tuesday)"."""
    if not 1 <= parts["day"] <= 31 or parts["end"] > 31:
        return None
    if not parts["weekday"]:
        after = calendar.weekday_after.match(text, span[1])
        number = calendar.weekdays.get(after["word"].lower(), 0) if after else 0
        if after and number:
            parts["weekday"], span = number, (span[0], after.end("word"))
    return _day_mark(text, span, parts, (run.start(), run.end()))


def _day_mark(text: str, span: tuple[int, int], parts: dict[str, int], digits: tuple[int, int]) -> Figure:
    year, month, day, last = parts.get("year", 0), parts["month"], parts["day"], parts.get("end", 0)
    kept = {name: value for name, value in parts.items() if value}
    first, final = _ordinal(year or 4, month, day), _ordinal(year or 4, month, last or day)
    if not first or not final:
        return mark(text, span, "date", Decimal(0), EVER, parts=kept, digits=digits)
    if not year:
        first, final = first - date(4, 1, 1).toordinal() + 1, final - date(4, 1, 1).toordinal() + 1
    upper = Decimal(final) if last else None
    box = Interval(Decimal(first), Decimal(final)) if year else EVER
    return mark(text, span, "date", Decimal(first), box, parts=kept, upper=upper, digits=digits)


def _ordinal(year: int, month: int, day: int) -> int:
    """The number of a day, or 0 when there is no such day."""
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return 0


def _weekday(text: str, start: int, calendar: Calendar) -> tuple[int, int]:
    """Where the date begins once its weekday is added, and which one that is; 0 for none."""
    word, at = word_before(text, start)
    if word in calendar.articles:
        word, at = word_before(text, at)
    number = calendar.weekdays.get(word, 0)
    right = number and (text[at].isupper() or word not in calendar.capital_only)
    return (at, number) if right else (start, 0)


def _weekday_day(text: str, run: re.Match[str], calendar: Calendar) -> Figure | None:
    """ "Friday the 13th": a weekday and a day, the month left out."""
    suffix = text[run.end() : run.end() + 2]
    if not suffix.isalpha() or suffix.isupper() or text[run.end() + 2 : run.end() + 3].isalnum():
        return None
    start, weekday = _weekday(text, run.start(), calendar)
    if not weekday or not 1 <= int(run[0]) <= 31:
        return None
    parts = {"weekday": weekday, "day": int(run[0])}
    return mark(text, (start, run.end() + 2), "date", Decimal(0), EVER, parts=parts, digits=run.span())


def _month(word: str, calendar: Calendar) -> int:
    """The month that a word names; "may" and "march" only with a capital."""
    low = word.lower()
    number = calendar.months.get(low, 0)
    return number if number and (word[0].isupper() or low not in calendar.capital_only) else 0


def _numeric(text: str, run: re.Match[str], after: str) -> Figure | None:
    """ "2023-01-20", "16/11/2016", "16.11.2016". Day and month are told apart only when one is above 12."""
    found = _numeric_date().match(text, run.start()) if after and after in "-/." else None
    if not found:
        return None
    if found["iso_year"]:
        parts = {"day": int(found["iso_day"]), "month": int(found["iso_month"]), "year": int(found["iso_year"])}
        return _day_mark(text, found.span(), parts, run.span()) if _possible(parts) else None
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    either = [{"day": a, "month": b, "year": year} for a, b in dict.fromkeys([(first, second), (second, first)])]
    readings = [parts for parts in either if _possible(parts)]
    if len(readings) == 1:
        return _day_mark(text, found.span(), readings[0], run.span())
    if not readings:
        return None
    days = sorted(_ordinal(year, parts["month"], parts["day"]) for parts in readings)
    box = Interval(Decimal(days[0]), Decimal(days[-1]))
    return mark(text, found.span(), "date", Decimal(days[0]), box, parts={"year": year}, digits=run.span())


def _possible(parts: Mapping[str, int]) -> bool:
    return 1 <= parts["month"] <= 12 and 1 <= parts["day"] <= DAYS_IN_MONTH[parts["month"] - 1]


@cache
def _numeric_date() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<iso_year>(?:1[5-9]|20)\d\d)(?P<dash>[-/])(?P<iso_month>\d\d?)(?P=dash)(?P<iso_day>\d\d?)"
        r"|(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)?\d\d))(?![\w/-]|\.\d)"
    )


def _month_year(text: str, run: re.Match[str], calendar: Calendar) -> Figure | None:
    """ "March 2019", "March of 2019"."""
    word, start = word_before(text, run.start())
    if word not in calendar.months and start and word:
        word, start = _past_of(text, word, start, calendar)
    month = _month(text[start : start + len(word)], calendar) if word in calendar.months else 0
    year = int(run[0])
    if not month or not 1000 <= year < 2200 or counts(text, run.end(), calendar.not_years):
        return None
    first = date(year, month, 1)
    final = date(year + month // 12, month % 12 + 1, 1)
    box = Interval(Decimal(first.toordinal()), Decimal(final.toordinal() - 1))
    parts = {"month": month, "year": year}
    return mark(text, (start, run.end()), "date", box.low, box, parts=parts, digits=run.span())


def _past_of(text: str, word: str, start: int, calendar: Calendar) -> tuple[str, int]:
    """The word before "of", in "March of 2019"."""
    return word_before(text, start) if word in calendar.articles else (word, start)


def _since(sketch: Sketch, calendar: Calendar, found: list[Figure]) -> Iterator[Figure]:
    """ "for almost seven months since May": the one place where a month alone is a date."""
    text, taken = sketch.text, {figure.span.start for figure in found}
    for at, word in sketch.hits(calendar.since):
        match = _next_word().match(text, at + len(word))
        month = _month(match["month"], calendar) if match else 0
        if not match or not month or match.start("month") in taken or not match["month"][0].isupper():
            continue
        first = date(4, month, 1).toordinal() - date(4, 1, 1).toordinal() + 1
        yield mark(text, match.span("month"), "date", Decimal(first), EVER, parts={"month": month})


def _named_days(sketch: Sketch, calendar: Calendar) -> Iterator[Figure]:
    """ "9/11", "D-Day": a day with a name of its own."""
    text = sketch.text
    for at, name in chain(sketch.hits(calendar.day_names), _numbered(sketch, calendar)):
        end = at + len(name)
        after = text[end : end + 1]
        if not text[at - 1 : at].isalnum() and not after.isalnum() and after not in ("/", "%"):
            day = calendar.named_days[name]
            parts = {"day": day.day, "month": day.month, "year": day.year}
            box = Interval.point(Decimal(day.toordinal()))
            yield mark(text, (at, end), "date", box.low, box, parts=parts)


def _numbered(sketch: Sketch, calendar: Calendar) -> Iterator[tuple[int, str]]:
    """Where a day whose name is a number may stand."""
    if "/" not in sketch.text:
        return
    for at, end in sketch.runs:
        if sketch.text[end : end + 1] == "/":
            yield from ((at, name) for name in calendar.day_numbers if sketch.text.startswith(name, at))


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r"\s(?P<month>[^\W\d_]{3,9})\b(?!\.?\s\d)")


def _worded(sketch: Sketch, calendar: Calendar) -> Iterator[Figure]:
    """ "The Fourth of July", "the twenty-first of June 1987", "March the fourteenth"."""
    text = sketch.text
    for at, word in sketch.spots(calendar.days):
        day, end = calendar.days[word], at + len(word)
        if text[at - 1 : at] == "-":
            tens, at = word_before(text, at - 1)
            day += calendar.tens.get(tens, 0) if day < 10 else 0
        right = calendar.after_day_word.match(text, end)
        span = (at, right.end() if right and right["year"] else right.end("month")) if right else None
        month = _month(right["month"], calendar) if right else 0
        if not right and not text[end : end + 1].isalnum():
            span, month = _after_month(text, at, end, calendar)
        if span and month:
            parts = {"day": day, "month": month, "year": int(right["year"] or 0) if right else 0}
            yield _day_mark(text, span, parts, (at, end))


def _after_month(text: str, at: int, end: int, calendar: Calendar) -> tuple[tuple[int, int], int]:
    """The month before "the fourteenth", and where the date begins."""
    article, begin = word_before(text, at)
    word, start = word_before(text, begin) if article in calendar.articles else ("", at)
    is_plain = text[start + len(word) : begin].isspace() and not text[end : end + 2].lstrip().isalpha()
    month = _month(text[start : start + len(word)], calendar) if word and is_plain else 0
    return (start, end), month
