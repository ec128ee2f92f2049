"""Amounts: percent as fractions, units carried along, comparisons with conversion inside."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from figcheck import arithmetic
from figcheck.arithmetic import NOTHING, Amount
from figcheck.interval import INFINITY, Interval
from figcheck.rates import Rates
from tests.builders import figure

RATES = Rates.load().window(date(2022, 12, 23))


def amount(low: object, high: object, unit: str = "") -> Amount:
    return Amount(Interval(Decimal(str(low)), Decimal(str(high))), unit)


def of(surface: str, magnitude: str, kind: str, unit: str) -> Amount:
    made = figure(surface, magnitude, kind, unit)
    return arithmetic.amount(made, Interval.point(made.quantity.magnitude))


def test_a_law_sees_percent_and_points_as_fractions():
    assert of("45%", "45", "percent", "percent").interval.low == Decimal("0.45")
    assert of("2 points", "2", "points", "percentage point").interval.low == Decimal("0.02")
    assert of("25 basis points", "25", "points", "basis point").interval.low == Decimal("0.0025")


def test_what_is_merely_counted_is_no_unit():
    assert of("£5,400", "5400", "money", "GBP/household").unit == "GBP"
    assert of("£80", "80", "money", "GBP/barrel").unit == "GBP/barrel"


def test_nothing_has_whatever_unit_is_wanted():
    assert arithmetic.add(NOTHING, amount(3, 3, "mile"), RATES) == amount(3, 3, "mile")
    assert arithmetic.holds(amount(0, 0, "GBP"), "==", NOTHING, RATES)


def test_dates_are_days_apart():
    first, last = (Decimal(date(2020, 1, of).toordinal()) for of in (1, 11))
    apart = arithmetic.subtract(amount(last, last, "date"), amount(first, first, "date"), RATES)
    assert apart == amount(10, 10, "day")


def test_a_gallon_is_either_gallon():
    assert arithmetic.holds(amount(10, 10, "gallon"), "==", amount("37.8", "37.9", "liter"), RATES)
    assert arithmetic.holds(amount(10, 10, "gallon"), "==", amount("45.4", "45.5", "liter"), RATES)
    assert not arithmetic.holds(amount(10, 10, "gallon"), "==", amount(41, 42, "liter"), RATES)


def test_speed_times_time_is_distance():
    distance = arithmetic.multiply(amount(60, 60, "mile/hour"), amount(30, 30, "minute"), RATES)
    assert arithmetic.holds(distance, "==", amount(30, 30, "mile"), RATES)


def test_like_by_like_is_a_plain_number():
    assert arithmetic.divide(amount(3, 3, "kilometer"), amount(2, 2, "kilometer"), RATES) == amount("1.5", "1.5")


def test_comparisons_ask_whether_any_point_will_do():
    small, large = amount(1, 5), amount(5, 9)
    assert arithmetic.holds(large, "<=", small, RATES)
    assert not arithmetic.holds(large, "<", small, RATES)
    assert arithmetic.holds(small, "<", large, RATES)
    assert arithmetic.holds(small, ">=", large, RATES)
    assert not arithmetic.holds(amount(2, 2), "!=", amount(2, 2), RATES)
    above = Amount(Interval(Decimal(5), INFINITY, True, True))
    assert not arithmetic.holds(above, "<=", amount(5, 5), RATES)


ends = st.decimals(min_value=1, max_value=1000, places=2)


@given(ends, ends, ends, ends, st.sampled_from(["0", "0.03", "0.06"]))
def test_swapping_the_sides_leaves_the_verdict(a, b, c, d, slack):
    left, right = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    one, other = Amount(left, "GBP"), Amount(right, "USD")
    there = arithmetic.holds(one, "==", other, RATES, Decimal(slack))
    back = arithmetic.holds(other, "==", one, RATES, Decimal(slack))
    factor = RATES.factor("GBP", "USD")
    edge = min(abs(left.low * factor.low / (1 + Decimal(slack)) - right.high), abs(left.high * factor.high - right.low))
    assert there == back or edge < Decimal("1e-6")
