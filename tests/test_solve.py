"""Laws held against amounts, and turned round."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import solve
from figcheck.arithmetic import CALENDAR, Amount
from figcheck.expression import parse
from figcheck.interval import Interval
from figcheck.rates import Rates
from figcheck.units import UnlikeUnits

RATES = Rates.load().window(date(2022, 12, 23))
numbers = st.decimals(min_value=1, max_value=10_000, places=1)


def point(number: object, unit: str = "") -> Amount:
    return Amount(Interval.point(Decimal(str(number))), unit)


def span(low: object, high: object, unit: str = "") -> Amount:
    return Amount(Interval(Decimal(str(low)), Decimal(str(high))), unit)


def day(year: int, month: int = 1, of: int = 1) -> Amount:
    return point(date(year, month, of).toordinal(), CALENDAR)


@st.composite
def boxes(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    inside = low + (high - low) * draw(st.decimals(min_value=0, max_value=1, places=2))
    return Interval(low, high), inside


LAWS = ["a * b + c", "(a - b) / c", "sum(a, b) - c", "mean(a, b, c)", "max(a, b) * c", "min(a, b) / c", "a / b / c"]


@given(st.sampled_from(LAWS), boxes(), boxes(), boxes())
def test_every_sample_of_the_inputs_lands_inside_the_output(side, a, b, c):
    node = parse(f"x == {side}").right
    box = solve.evaluate(node, {name: (Amount(one[0]),) for name, one in zip("abc", (a, b, c), strict=True)}, RATES)
    sample = solve.evaluate(node, {n: (point(one[1]),) for n, one in zip("abc", (a, b, c), strict=True)}, RATES)
    value, slack = sample.interval.low, Decimal("1e-15")
    assert box.interval.low - slack <= value <= box.interval.high + slack


TURNED = {
    "whole == sum(parts) + rest": ("whole", "parts", "rest"),
    "part == by * whole": ("part", "by", "whole"),
    "to == from * (1 + by)": ("to", "from", "by"),
    "average == mean(parts)": ("average", "parts"),
    "total / count(parts) == rate": ("total", "rate"),
    "rest == whole - sum(parts)": ("whole", "parts", "rest"),
    "rate == total / number": ("rate", "total", "number"),
}


@given(
    st.sampled_from([(law, role) for law, roles in TURNED.items() for role in roles]),
    st.lists(numbers, min_size=5, max_size=5),
)
def test_the_amount_that_solves_a_law_satisfies_it(case, chosen):
    text, role = case
    law = parse(text)
    values = {name: (point(number),) for name, number in zip(law.roles, chosen, strict=False)}
    if "parts" in values:
        values["parts"] = (*values["parts"], point(chosen[-1]))
    found = solve.solve(law, role, 0, values, RATES)
    assert found is not None
    near = Interval(found.interval.low - Decimal("1e-9"), found.interval.high + Decimal("1e-9"))
    values[role] = (Amount(near), *values[role][1:])
    assert solve.holds(law, values, RATES)


def test_a_member_of_a_plural_role_is_solved_for_alone():
    values = {"whole": (point(45),), "parts": (point(17), point(32))}
    found = solve.solve(parse("whole == sum(parts)"), "parts", 1, values, RATES)
    assert found == point(28)


def test_a_law_is_not_turned_round_where_a_role_stands_twice_or_nothing_is_equal():
    values = {"to": (point(6),), "from": (point(5),), "by": (point("0.2"),)}
    assert solve.solve(parse("by == (to - from) / from"), "from", 0, values, RATES) is None
    assert solve.solve(parse("to <= from"), "to", 0, values, RATES) is None


def test_a_figure_that_stands_twice_is_the_same_number_both_times():
    """A fall of 8 % from 1.3bn to 1.2bn: taken twice over, the interval of 1.3bn would allow any change."""
    values = {"from": (span("1.25", "1.35"),), "to": (span("1.15", "1.25"),), "by": (span("-0.145", "-0.135"),)}
    law = parse("by == (to - from) / from")
    assert solve.holds(law, values, RATES)
    assert not solve.holds(law, {**values, "by": (span("-0.175", "-0.165"),)}, RATES)


def test_more_than_fifty_is_no_obstacle_where_it_stands_twice():
    values = {
        "from": (Amount(Interval(Decimal(50), Decimal("Infinity"), True, True)),),
        "to": (point(60),),
        "by": (point("0.1"),),
    }
    assert solve.holds(parse("by == (to - from) / from"), values, RATES)


def test_an_empty_plural_role_adds_nothing():
    assert solve.holds(parse("whole == sum(parts) + sum(rest)"), {"whole": (point(5),), "parts": (point(5),)}, RATES)


def test_an_empty_role_cannot_be_evaluated():
    with pytest.raises(solve.Unfit, match="rest"):
        solve.holds(parse("whole == sum(parts) + rest"), {"whole": (point(5),), "parts": (point(5),)}, RATES)


def test_a_difference_of_two_temperatures_at_once_cannot_be_evaluated():
    with pytest.raises(solve.Unfit, match="delta of 2 figures"):
        solve.holds(parse("delta(a) == b"), {"a": (point(5), point(6)), "b": (point(5),)}, RATES)


def test_a_tuesday_that_was_a_friday():
    values = {"when": (day(2022, 12, 23),), "when.named_weekday": (point(2),)}
    law = parse("weekday(when) == named_weekday(when)")
    assert not solve.holds(law, values, RATES)
    assert solve.holds(law, {**values, "when.named_weekday": (point(5),)}, RATES)


def test_an_age_counts_completed_years():
    values = {"born": (day(1990, 5, 2),), "published": (day(2022, 5, 1),), "age": (point(31, "year"),)}
    law = parse("age == years_between(born, published)")
    assert solve.holds(law, values, RATES)
    assert not solve.holds(law, {**values, "age": (point(32, "year"),)}, RATES)


def test_conversion_happens_inside_the_comparison():
    law = parse("total == rate * time")
    values = {"total": (point(45000, "GBP"),), "rate": (point(2500, "GBP/day"),), "time": (point(18, "day"),)}
    assert solve.holds(law, values, RATES)
    assert not solve.holds(law, {**values, "total": (point(55000, "GBP"),)}, RATES)
    weeks = {"total": (point(31500, "GBP"),), "rate": (point(1500, "GBP/day"),), "time": (point(3, "week"),)}
    assert solve.holds(law, weeks, RATES)


def test_pounds_and_miles_are_not_compared():
    with pytest.raises(UnlikeUnits):
        solve.holds(parse("a == b"), {"a": (point(5, "GBP"),), "b": (point(5, "mile"),)}, RATES)
