"""Amounts in two currencies: the days and the countries that the text names besides the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from figcheck import pipeline
from figcheck.model import Document
from figcheck.rates import Rates

DAY = date(2022, 12, 23)


def outcomes(text: str, published: date | None = DAY) -> list[str]:
    """How each pair of currencies comes out, in the order of the text."""
    rulebook = pipeline.load_rulebook(select=["currencies-agree"])
    judged = pipeline.check(Document("text", text, (), published), rulebook, Rates.load())
    return [check.verdict.outcome for check in judged.checks]


@pytest.mark.parametrize(
    "text",
    [
        "They bought the mill in 2007 for £1.1m ($2.2m).",
        "The mill changed hands in 2007. They paid £1.1m ($2.2m) for it.",
        "Last year the club made a profit of £1m ($1.37m).",
        "The tram cost £5m, then worth $9m, to build.",
        "In 2000 and the following year it lost 331bn yen ($2.7bn).",
    ],
)
def test_the_rates_of_the_days_that_the_text_names_count_as_well(text: str):
    assert outcomes(text) == ["agrees"]


def test_a_year_after_publication_has_no_rates():
    assert outcomes("By 2030 it will have cost £1.1m ($2.2m).") == ["contradicts"]


def test_no_rate_of_any_day_makes_a_power_of_ten_right():
    assert outcomes("They bought the mill in 2007 for £1.1m ($22m).") == ["contradicts"]


def test_years_before_the_record_are_judged_by_all_of_it():
    assert outcomes("In 1985 it cost £650,000, then worth about $845,000.") == ["agrees"]
    assert outcomes("In 1985 it cost £650,000, then worth about $84,500.") == ["contradicts"]


def test_a_sign_may_be_the_money_of_a_country_that_the_text_names():
    assert outcomes("The statue cost $20m (£11.1m).\n\nIt stands in an Australian park.") == ["agrees"]
    assert outcomes("The statue cost $20m (£11.1m).\n\nIt stands in an English park.") == ["contradicts"]


def test_a_sign_with_its_country_means_that_country():
    assert outcomes("The statue cost US$20m (£11.1m). It stands in an Australian park.") == ["contradicts"]


def test_a_name_without_a_home_is_open_until_a_country_is_named():
    assert outcomes("A loaf costs 125 rupees ($0.34).") == ["not judged"]
    assert outcomes("A loaf costs 125 rupees ($0.34) in Delhi.") == ["contradicts"]


def test_a_pair_that_agrees_needs_no_charity():
    assert outcomes("A loaf costs 125 rupees ($1.51).") == ["agrees"]


def test_without_a_date_every_rate_on_record_will_do():
    assert outcomes("They paid £1.1m ($2.2m) for it.", None) == ["agrees"]
    assert outcomes("They paid £1.1m ($22m) for it.", None) == ["contradicts"]


def test_what_only_the_first_amount_is_per_counts_for_both():
    assert outcomes("He earns £2,000 a month ($2,440).") == ["agrees"]
    assert outcomes("He earns £2,000 a month ($24,400).") == ["contradicts"]
