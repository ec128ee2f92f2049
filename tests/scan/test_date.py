"""Dates, years, ages and hours: what is one, what is none, and which days it may be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import language
from figcheck.scan.age import ages
from figcheck.scan.clock import times
from figcheck.scan.date import dates
from figcheck.scan.sketch import sketch

ENGLISH = language.load()


def only(find, text):
    found = find(sketch(text, ENGLISH), ENGLISH)
    assert len(found) == 1, [figure.surface for figure in found]
    assert text[found[0].span.start : found[0].span.end] == found[0].surface
    return found[0]


def days(figure):
    return tuple(date.fromordinal(int(end)) for end in (figure.quantity.tight.low, figure.quantity.tight.high))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It sank on 20 January 2023.", date(2023, 1, 20), date(2023, 1, 20)),
        ("It sank in March 2019.", date(2019, 3, 1), date(2019, 3, 31)),
        ("It sank in February 2020.", date(2020, 2, 1), date(2020, 2, 29)),
        ("It sank in 2013.", date(2013, 1, 1), date(2013, 12, 31)),
        ("They met on 14-16 March 2023.", date(2023, 3, 14), date(2023, 3, 16)),
        ("They met on March 14-16, 2023.", date(2023, 3, 14), date(2023, 3, 16)),
        ("It fell in 2013-14.", date(2013, 1, 1), date(2014, 12, 31)),
        ("It fell over 1999-00.", date(1999, 1, 1), date(2000, 12, 31)),
        ("It fell in the 1990s.", date(1990, 1, 1), date(1999, 12, 31)),
        ("It fell in the 1800s.", date(1800, 1, 1), date(1899, 12, 31)),
        ("It was dated 04/05/2016.", date(2016, 4, 5), date(2016, 5, 4)),
        ("It was dated 24/05/2016.", date(2016, 5, 24), date(2016, 5, 24)),
    ],
)
def test_a_date_is_as_many_days_as_were_printed(text, first, last):
    assert days(only(dates, text)) == (first, last)


def test_a_date_without_a_year_may_be_any_day_on_record():
    figure = only(dates, "It sank on 1 March.")
    assert figure.quantity.magnitude == 61
    assert days(figure) == (date.min, date.max)


@pytest.mark.parametrize("text", ["due on 31 April 2022", "due on February 29, 2023", "due on 30 February"])
def test_a_day_that_does_not_exist_is_kept_as_printed(text):
    figure = only(dates, text)
    assert figure.quantity.magnitude == 0
    assert {"day", "month"} <= dict(figure.parts).keys()


@pytest.mark.parametrize(
    "text",
    [
        "on Tuesday 14 March 2023",
        "on Tuesday, March 14, 2023",
        "on 14 March 2023, a Tuesday",
        "on 14 March 2023 (Tuesday)",
    ],
)
def test_a_weekday_and_its_date_are_one_figure(text):
    assert dict(only(dates, text).parts) == {"weekday": 2, "day": 14, "month": 3, "year": 2023}


@pytest.mark.parametrize(
    "text",
    [
        "In March 20 people died.",
        "They march 20 miles.",
        "It may 5 times fail.",
        "In May 4 per cent left.",
        "It sold 2000 tickets and 1500 jobs went.",
        "About 1440 bombs fell.",
        "It cost £2013 or $1999.",
        "Some 2,013 came.",
        "It weighs 1984.5 grams.",
        "They walked 1900 metres.",
        "He came in March.",
        "On Monday he left.",
    ],
)
def test_a_count_beside_a_month_or_as_large_as_a_year_is_no_date(text):
    assert dates(sketch(text, ENGLISH), ENGLISH) == []


def test_since_a_month_is_a_date():
    assert dict(only(dates, "They have fought for seven months since May.").parts) == {"month": 5}


def test_two_years_with_words_between_are_two_figures():
    served = sketch("He served from 2001 to 2009.", ENGLISH)
    assert [figure.surface for figure in dates(served, ENGLISH)] == ["2001", "2009"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Ann Hale, 34, of Leeds", 34, 35),
        ("a 14-year-old girl", 14, 15),
        ("thirty-four-year-old twins", 34, 35),
        ("aged between 16 and 24", 16, 25),
        ("children aged 1 to 4", 1, 5),
        ("a woman in her early 30s", 30, 40),
        ("those aged 65 and over", 65, "Infinity"),
        ("those aged under 30", 0, 30),
        ("the over-65s", 65, "Infinity"),
    ],
)
def test_an_age_counts_completed_years(text, low, high):
    quantity = only(ages, text).quantity
    assert (quantity.unit, quantity.tight.low, quantity.tight.high) == ("year", low, Decimal(high))


def test_the_age_of_a_baby_is_in_months():
    assert only(ages, "a 14-month-old boy").quantity.unit == "month"


@pytest.mark.parametrize(
    "text",
    [
        "After 34 years he left.",
        "On page 34, it says so.",
        "In Leeds, 34, York, 20, Hull, 3.",
        "In the 30s it burned.",
        "On March 14, 20 came.",
        "aged 5 per cent",
    ],
)
def test_a_number_beside_a_place_or_a_page_is_no_age(text):
    assert [figure.surface for figure in ages(sketch(text, ENGLISH), ENGLISH)] == []


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at 7.45pm", 1185),
        ("at 7:45 p.m. EDT", 1185),
        ("at 12:05 a.m.", 5),
        ("by 19:45", 1185),
        ("16:00 GMT", 960),
        ("1600 GMT", 960),
        ("at 7 o’clock", 420),
        ("by noon", 720),
        ("at 12 midnight", 1440),
        ("at 3pm ET", 900),
    ],
)
def test_a_time_counts_minutes_since_midnight(text, minutes):
    assert only(times, text).quantity.magnitude == minutes


def test_a_stretch_of_hours_keeps_both_ends():
    quantity = only(times, "open 9-5pm").quantity
    assert (quantity.magnitude, quantity.upper) == (540, 1020)


@pytest.mark.parametrize(
    "text", ["a ratio of 7:45", "run in 14:05", "£7.45 a pint", "45 a month", "High Noon", "in 2:05:33"]
)
def test_a_ratio_a_race_and_a_price_are_no_hours(text):
    assert times(sketch(text, ENGLISH), ENGLISH) == []


@given(st.text(alphabet="0123456789 ,.-–/:sthMay2March’()'aged", max_size=60))
def test_surfaces_are_what_stands_there_and_never_overlap(text):
    for find in (dates, ages, times):
        last = 0
        for figure in find(sketch(text, ENGLISH), ENGLISH):
            assert last <= figure.span.start < figure.span.end
            assert text[figure.span.start : figure.span.end] == figure.surface
            assert figure.span.start <= figure.digits.start <= figure.digits.end <= figure.span.end
            last = figure.span.end
