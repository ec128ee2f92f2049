"""The calendar's words, ready for `date.py` and `year.py` to look up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from figcheck.language import Language
from figcheck.record import record
from figcheck.scan.mark import alternatives
from figcheck.scan.sketch import Leads, leads


@record(eq=False)
class Calendar:
    """The calendar's words, ready to be looked up, and three expressions that look to the right of a day."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    capital_only: frozenset[str]
    articles: frozenset[str]
    not_days: frozenset[str]
    year_words: frozenset[str]
    not_years: frozenset[str]
    events: frozenset[str]
    endings: tuple[tuple[str, ...], tuple[str, ...]]
    decade_words: frozenset[str]
    not_decades: frozenset[str]
    certain: range
    weekday_after: re.Pattern[str]
    after_day: re.Pattern[str]
    after_month_day: re.Pattern[str]
    since: Leads
    named_days: Mapping[str, date]
    day_names: Leads
    day_numbers: tuple[str, ...]
    days: Mapping[str, int]
    tens: Mapping[str, int]
    after_day_word: re.Pattern[str]


YEAR = r"(?P<year>1[0-9]{3}|2[01][0-9]{2})(?![\d%]|,\d{3}|\.\d)"


def counts(text: str, at: int, words: frozenset[str]) -> bool:
    """Whether what follows a number makes it an amount: "people", "per cent", "%", ".5"."""
    after = _after().match(text, at)
    if not after:
        return False
    return after["sign"] is not None or (after["word"] or "").lower() in words


@cache
def _after() -> re.Pattern[str]:
    return re.compile(r"\s?(?P<sign>%|[.,:]\d|°|/\d)|[\s-](?P<word>[^\W\d_]+(?:/h)?)")


@cache
def calendar_words(language: Language) -> Calendar:
    """The calendar of a language; worked out once."""
    told: Mapping[str, Any] = language.calendar
    words, years, days = told.get("dates", {}), told.get("years", {}), told.get("named-days", {})
    suffix, of = alternatives(words.get("suffixes")), alternatives(words.get("of"))
    last = rf"(?:(?:\s?[-–]\s?|\s{alternatives(words.get('to'))}\s)(?P<last>\d{{1,2}}){suffix}?)?"
    then_year = rf"(?:(?:,?[\s-]|\s{of}\s){YEAR})?"
    return Calendar(
        months=told.get("months", {}),
        weekdays=told.get("weekdays", {}),
        capital_only=frozenset(words.get("capital-only", ())),
        articles=frozenset([*words.get("the", ()), *words.get("of", ())]),
        not_days=frozenset(words.get("not-days", ())),
        year_words=frozenset(years.get("before", ())),
        not_years=frozenset(years.get("not-before", ())),
        endings=(tuple(years.get("plural", ())), tuple(years.get("singular", ()))),
        events=frozenset(years.get("events", ())),
        decade_words=frozenset(years.get("decades-before", ())),
        not_decades=frozenset(years.get("not-decades", ())),
        certain=range(int(years.get("certain-from", 1900)), int(years.get("certain-to", 2049)) + 1),
        weekday_after=re.compile(rf"(?:, {alternatives(words.get('a'))} | \()(?P<word>[A-Z][a-z]{{5,8}})\b(?!['’])"),
        after_day=re.compile(rf"{suffix}?{last}(?:\s{of})?[\s-](?P<month>[^\W\d_]{{3,9}})\b\.?{then_year}"),
        after_month_day=re.compile(rf"{suffix}?{last}(?![\d%]|[.:]\d|[^\W\d_])(?:(?:,\s?|\s|\s{of}\s){YEAR})?"),
        since=leads(words.get("since", ())),
        named_days={name: date.fromisoformat(day) for name, day in days.items()},
        day_names=leads(name for name in days if not name[0].isdigit()),
        day_numbers=tuple(name for name in days if name[0].isdigit()),
        days=words.get("days", {}),
        tens=words.get("tens", {}),
        after_day_word=re.compile(rf"\s{of}\s(?P<month>[A-Z][a-z]{{2,8}})\b\.?{then_year}"),
    )
