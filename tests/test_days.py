"""Sums of days and hours, as laws ask for them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import days
from figcheck.arithmetic import CALENDAR, CLOCK, YEARLY, Amount
from figcheck.interval import Interval
from figcheck.units import UnlikeUnits

DATES = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 1, 1))


def on(year: int, month: int = 0, day: int = 0) -> Amount:
    """The days of a year, of a month, or one day."""
    first = date(year, month or 1, day or 1)
    last = date(year, month or 12, day or days.days_in_month(month or 12, year))
    return Amount(Interval(Decimal(first.toordinal()), Decimal(last.toordinal())), CALENDAR)


def at(hour: int, minute: int = 0) -> Amount:
    return Amount(Interval.point(Decimal(hour * 60 + minute)), CLOCK)


def unyeared(month: int, day: int) -> Amount:
    return Amount(Interval.point(Decimal(date(4, month, day).timetuple().tm_yday)), YEARLY)


@given(DATES)
def test_the_weekday_is_that_of_the_calendar(day):
    assert days.weekday(on(day.year, day.month, day.day)).interval.low == day.isoweekday()


def test_a_month_is_on_any_weekday_and_so_is_a_date_without_a_year():
    any_day = Interval(Decimal(1), Decimal(7))
    assert days.weekday(on(2023, 3)).interval == days.weekday(unyeared(3, 14)).interval == any_day


@given(DATES, DATES)
def test_an_age_is_never_more_than_a_birthday_from_the_years_elapsed(first, second):
    first, second = sorted((first, second))
    age = days.years_between(on(first.year, first.month, first.day), on(second.year, second.month, second.day))
    assert age.interval.low == age.interval.high
    assert 0 <= (second.year - first.year) - age.interval.low <= 1


def test_who_was_born_in_june_has_not_had_the_birthday_of_this_year_in_march():
    assert days.years_between(on(1961, 6), on(2023, 3, 3)).interval == Interval(Decimal(61), Decimal(61))


def test_from_one_year_to_another_it_may_be_a_year_more_or_less():
    told = days.elapsed(on(1978), on(1990))
    assert told.unit == "year"
    assert 11 in (round(told.interval.low), round(told.interval.high)) or Decimal(12) in told.interval
    assert Decimal(14) not in told.interval and Decimal(10) not in told.interval


def test_both_ends_of_a_stretch_of_days_may_be_counted():
    told = days.elapsed(on(2023, 3, 3), on(2023, 3, 17))
    assert (told.unit, told.interval.low, told.interval.high) == ("day", 14, 15)


@pytest.mark.parametrize(
    ("first", "last", "length"),
    [((11, 21), (1, 18), 58), ((3, 1), (4, 1), 31), ((2, 27), (3, 2), 3), ((12, 31), (1, 1), 1)],
)
def test_dates_without_a_year_are_counted_round_the_year(first, last, length):
    assert Decimal(length) in days.elapsed(unyeared(*first), unyeared(*last)).interval


@pytest.mark.parametrize(
    ("first", "last", "minutes"), [((18, 15), (19, 5), 50), ((23, 50), (0, 20), 30), ((10, 0), (10, 0), 0)]
)
def test_hours_are_counted_past_midnight(first, last, minutes):
    assert days.elapsed(at(*first), at(*last)) == Amount(Interval.point(Decimal(minutes)), "minute")


def test_an_hour_and_a_date_have_nothing_between_them():
    with pytest.raises(UnlikeUnits):
        days.elapsed(at(9), on(2023, 3, 3))


def test_a_year_is_no_day_that_a_date_without_a_year_could_be_counted_from():
    with pytest.raises(UnlikeUnits):
        days.elapsed(on(2022), unyeared(3, 14))


def test_an_age_lasts_until_the_next_birthday_and_a_bare_number_may_be_one():
    printed = Amount(Interval(Decimal(34), Decimal(35), high_open=True), "year")
    assert days.whole_years(printed).interval == Interval.point(Decimal(34))
    assert days.whole_years(Amount(Interval.point(Decimal(34)))).interval == Interval.point(Decimal(34))
    with pytest.raises(UnlikeUnits):
        days.whole_years(Amount(Interval.point(Decimal(14)), "month"))


def test_people_age_by_the_years_between_or_one_more():
    assert days.ageing(on(2001, 9, 11), on(2021, 9, 13)).interval == Interval(Decimal(20), Decimal(21))


def test_a_printed_stretch_of_years_may_have_its_ends_in_part():
    assert days.lasting(Amount(Interval(on(1912).interval.low, on(1997).interval.high), CALENDAR)).interval == Interval(
        Decimal(84), Decimal(86)
    )


def test_anniversaries_go_by_the_year_alone():
    assert days.calendar_year(on(1972, 6, 3)).interval == Interval.point(Decimal(1972))
