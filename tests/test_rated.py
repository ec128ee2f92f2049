"""What a rate is of, what it is for, and which figures it can be multiplied with."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figcheck import pace, products, rated
from figcheck.model import Claim
from tests.passages import passage


def figures(text: str) -> list[Claim]:
    return [claim for claim in passage(text).claims if claim.figure.kind != "label"]


@pytest.mark.parametrize(
    ("text", "over", "base"),
    [
        ("It costs £2,500 a day.", "GBP", "day"),
        ("It costs £35 a head.", "GBP", "person"),
        ("It costs £12,000 per pupil per year.", "GBP/year", "pupil"),
        ("It costs £350 a month each.", "GBP/month", "each"),
        ("Oil was at $80 a barrel.", "USD", "barrel"),
        ("It took 200 calls a day.", "", "day"),
        ("The ferry made 25 knots.", "knot hour", "hour"),
        ("They sleep three to a cell.", "", "cell"),
    ],
)
def test_a_rate_is_of_one_thing_and_for_another(text, over, base):
    assert rated.parts_of(figures(text)[0]) == (over, base)


def test_what_counts_are_per_goes_into_their_unit_and_counted_nouns_do_not():
    assert rated.rated(figures("It took 200 calls a day.")[0]).figure.quantity.unit == "/day"
    assert rated.rated(figures("It cost £35 a head.")[0]).figure.quantity.unit == "GBP"
    assert rated.rated(figures("It cost £21,000 per inmate per year.")[0]).figure.quantity.unit == "GBP/year"


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("At $310 a ton they took 40,000 tons.", True),
        ("At $310 a ton they took 40,000 barrels.", False),
        ("At £2,500 a day he sat for three weeks.", True),
        ("At £2,500 a day he met three witnesses.", False),
        ("At £35 a head they fed 600 guests.", True),
        ("At £60 per pupil they fed 600 pupils.", True),
        ("At £60 per pupil they hired 600 teachers.", False),
    ],
)
def test_a_number_is_counted_in_what_the_rate_is_for(text, fits):
    rate, number = figures(text)
    assert products.counts_per([number, rate]) is fits


def test_a_total_is_near_its_product_or_a_scale_word_away():
    total, rate, number = figures("A bill of £9bn came from £1 a head for 9 million pupils.")
    assert products.near_product([total, rate, number])
    total, rate, number = figures("A bill of £6m came from £35 a head for 600 guests.")
    assert not products.near_product([total, rate, number])


def test_pounds_are_never_a_product_of_dollars():
    total, rate, number = figures("A bill of £31,000 came from $35 a head for 600 guests.")
    assert not products.near_product([total, rate, number])


def test_barrels_a_day_times_dollars_a_barrel_are_dollars_a_day():
    number, rate, total = figures("They pumped 2 million barrels a day at $80 a barrel, or $160 million a day.")
    assert products.counts_per([number, rate]) and products.made_of([total, rate])
    assert products.near_product([total, rate, number])


def test_a_year_is_longer_than_a_month_and_a_month_than_a_week():
    year, month, week = figures("It is £9,000 a year, £750 a month and £170 a week.")
    assert pace.longer_period([year, month]) and pace.longer_period([month, week])
    assert not pace.longer_period([week, month])


def test_pay_by_the_hour_is_not_earned_all_night():
    rate, shift, fortnight = figures("He gets £12 an hour, did eight hours and was off for two weeks.")
    assert pace.is_working_time([shift, rate])
    assert not pace.is_working_time([fortnight, rate])


def test_rain_is_no_traveller():
    rain, lorry = figures("It rained 3 inches an hour as lorries did 30 miles an hour.")
    assert not pace.is_speed([rain])
    assert pace.is_speed([lorry])


@pytest.mark.parametrize(
    ("ratio", "near"), [("1.5", True), ("0.3", True), ("10", True), ("1000", True), ("37", False), ("12", False)]
)
def test_figures_that_have_nothing_to_do_with_each_other_are_far_apart(ratio, near):
    assert rated.is_near(Decimal(ratio)) is near
