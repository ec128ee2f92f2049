"""The boxes around a printed number: every statement of the catalogue's section on rounding and hedges."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.interval import INFINITY, Interval
from figcheck.scan.rounding import ERROR_CAP, ONE, Boxes, boxes, coarsest, grain_of, loose_boxes, place, range_boxes

BOUNDS = ("nearly", "just under", "just over", "more than", "at least", "less than", "at most", "up to")
HEDGES = ("", "about", "exactly", *BOUNDS)
KINDS = ("count", "money", "measure", "percent", "duration", "multiple", "share")

printed = st.tuples(st.integers(1, 10**7), st.integers(0, 6), st.integers(0, 3)).map(
    lambda parts: (Decimal(parts[0]).scaleb(parts[1] - parts[2]), Decimal(1).scaleb(-parts[2]))
)


def number(text: str) -> Decimal:
    return Decimal(text)


def within(inner: Interval, outer: Interval) -> bool:
    return outer.low <= inner.low and inner.high <= outer.high


def none(value: str, grain: str = "1", kind: str = "measure", unit: str = "") -> Boxes:
    return boxes(number(value), number(grain), kind, unit, "")


def ends(box: Interval) -> tuple[Decimal, Decimal]:
    return box.low, box.high


@given(printed, st.sampled_from(HEDGES), st.sampled_from(KINDS))
def test_the_boxes_are_nested(value_and_grain: tuple[Decimal, Decimal], hedge: str, kind: str) -> None:
    value, grain = value_and_grain
    tight, loose, widest = boxes(value, grain, kind, "", hedge)
    assert within(tight, loose) and within(loose, widest)


@given(printed, st.sampled_from(("", "about", "at least", "at most", "up to", "exactly")), st.sampled_from(KINDS))
def test_the_printed_value_lies_in_every_box(value_and_grain: tuple[Decimal, Decimal], hedge: str, kind: str) -> None:
    value, grain = value_and_grain
    assert all(value in box for box in boxes(value, grain, kind, "", hedge))


@given(printed, st.sampled_from(KINDS))
def test_about_never_narrows_the_widest_box(value_and_grain: tuple[Decimal, Decimal], kind: str) -> None:
    value, grain = value_and_grain
    assert within(boxes(value, grain, kind, "", "")[2], boxes(value, grain, kind, "", "about")[2])


@given(printed, st.sampled_from(HEDGES), st.sampled_from(KINDS))
def test_a_negative_number_has_the_mirrored_boxes(printed_as: tuple[Decimal, Decimal], hedge: str, kind: str) -> None:
    value, grain = printed_as
    assert boxes(-value, grain, kind, "", hedge) == tuple(-box for box in boxes(value, grain, kind, "", hedge))


@given(printed)
def test_the_loose_boxes_keep_within_their_caps_or_the_grain(value_and_grain: tuple[Decimal, Decimal]) -> None:
    value, grain = value_and_grain
    _, loose, widest = boxes(value, grain, "money", "", "")
    assert loose.width <= max(grain, value * Decimal("0.1"))
    assert widest.width <= max(grain, value * Decimal("0.25"))


@given(printed)
def test_a_coarser_grain_never_exceeds_the_place_of_the_last_digit(value_and_grain: tuple[Decimal, Decimal]) -> None:
    value, grain = value_and_grain
    assert grain <= coarsest(value, grain, ERROR_CAP) <= place(value, grain)


@pytest.mark.parametrize(
    ("digits", "grain"),
    [("65", "1"), ("50,000", "1"), ("1.2", "0.1"), ("1.20", "0.01"), ("5.0", "0.1"), (".001", "0.001")],
)
def test_the_grain_is_the_place_of_the_last_digit_printed(digits: str, grain: str) -> None:
    assert grain_of(digits) == number(grain)


@pytest.mark.parametrize(("value", "last"), [("65", "1"), ("50000", "10000"), ("47300", "100"), ("1250", "10")])
def test_doubt_lies_in_the_trailing_zeros_only(value: str, last: str) -> None:
    assert place(number(value), ONE) == number(last)


@pytest.mark.parametrize(
    ("value", "grain"), [("7", "1"), ("250", "10"), ("50000", "10000"), ("100", "25"), ("20", "5")]
)
def test_the_grain_at_the_error_cap(value: str, grain: str) -> None:
    assert coarsest(number(value), ONE, ERROR_CAP) == number(grain)


def test_twenty_kilometres_do_not_reach_fifteen() -> None:
    assert ends(none("20", unit="kilometer")[2]) == (number("17.5"), number("22.5"))


def test_a_scale_word_fixes_the_place() -> None:
    assert ends(none("83000000", "1000000", "money")[2]) == (number("82500000"), number("83500000"))


def test_a_small_count_without_a_hedge_is_exact() -> None:
    assert [ends(box) for box in none("14", kind="count")] == [(number("14"), number("14"))] * 3


def test_a_small_round_count_is_exact_except_for_errors() -> None:
    tight, loose, widest = none("30", kind="count")
    assert tight == loose == Interval.point(number("30")) and widest.low < number("30") < widest.high


def test_months_and_minutes_round_to_parts_of_a_year_and_an_hour() -> None:
    assert ends(none("18", kind="duration", unit="month")[2]) == (number("16.5"), number("19.5"))
    assert ends(none("90", kind="duration", unit="minute")[2]) == (number("82.5"), number("97.5"))


def test_almost_seven_months_is_more_than_five() -> None:
    tight, loose, widest = boxes(number("7"), ONE, "duration", "month", "nearly")
    assert ends(widest) == (number("5"), number("7")) and ends(loose) == (number("6"), number("7"))
    assert number("7") not in widest and tight == loose


def test_just_over_mirrors_just_under() -> None:
    assert ends(boxes(number("50000"), ONE, "count", "", "just over")[2]) == (number("50000"), number("70000"))
    assert ends(boxes(number("50000"), ONE, "count", "", "just under")[2]) == (number("30000"), number("50000"))


def test_more_than_reaches_the_next_number_of_the_same_roundness() -> None:
    _, loose, widest = boxes(number("50000"), ONE, "count", "", "more than")
    assert ends(loose) == (number("50000"), number("60000")) and loose.low_open
    assert widest.high == INFINITY and number("50000") not in widest


def test_at_least_lets_the_number_itself_in() -> None:
    assert number("14") in boxes(number("14"), ONE, "count", "", "at least")[2]


def test_less_than_and_at_most_differ_in_the_number_itself() -> None:
    assert number("20") not in boxes(number("20"), ONE, "count", "", "less than")[2]
    assert number("20") in boxes(number("20"), ONE, "count", "", "at most")[2]


def test_up_to_is_a_soft_ceiling() -> None:
    _, loose, widest = boxes(number("400"), ONE, "count", "", "up to")
    assert number("450") not in loose and number("450") in widest and number("0") in loose


def test_about_leaves_a_round_number_as_it_is() -> None:
    assert boxes(number("50000"), ONE, "count", "", "about")[2] == none("50000", kind="count")[2]


def test_about_loosens_a_number_that_is_not_round() -> None:
    assert number("64") in boxes(number("65"), ONE, "count", "", "about")[2]
    assert number("64") not in none("65", kind="count")[2]


def test_exactly_takes_away_the_doubt_about_zeros() -> None:
    assert ends(boxes(number("1000"), ONE, "money", "USD", "exactly")[2]) == (number("999.5"), number("1000.5"))


def test_half_is_five_in_a_hundred_either_way_at_most() -> None:
    _, loose, widest = none("0.5", "0.5", "share")
    assert ends(widest) == (number("0.45"), number("0.55")) and ends(loose) == (number("0.48"), number("0.52"))


def test_more_than_half_cannot_be_48_per_cent() -> None:
    _, loose, widest = boxes(number("0.5"), number("0.5"), "share", "", "more than")
    assert number("0.48") not in widest
    assert number("0.93") in widest and number("0.93") not in loose


def test_doubled_is_not_one_and_a_half() -> None:
    assert ends(none("2", kind="multiple")[2]) == (number("1.75"), number("2.25"))


def test_a_range_keeps_its_ends_and_their_own_rounding() -> None:
    tight, loose, widest = range_boxes(number("10"), number("20"), (ONE, ONE), "")
    assert tight == loose and ends(loose) == (number("10"), number("20"))
    assert ends(widest) == (number("9.5"), number("20.5"))


def test_dozens_are_two_dozen_at_least() -> None:
    _, loose, widest = loose_boxes(number("12"), number("120"), True)
    assert ends(loose) == (number("24"), number("120")) and ends(widest) == (number("24"), INFINITY)


def test_several_hundred_has_an_end() -> None:
    assert ends(loose_boxes(number("300"), number("1200"), False)[2]) == (number("300"), number("1200"))
