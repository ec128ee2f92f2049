"""Numbers printed the way a figure of the text is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figcheck import language
from figcheck.judge.style import rounded, shown, written
from tests.builders import figure

WORDS = language.load().working


@pytest.mark.parametrize(
    ("made", "value", "grain", "expected"),
    [
        (figure("£63m", "63e6", "money", "GBP", "1e6", scale="1e6"), "83.2e6", "1e6", "£83m"),
        (figure("£8.3m", "8.3e6", "money", "GBP", "1e5", scale="1e6"), "83.25e6", "1e5", "£83.3m"),
        (figure("Seventeen", "17", digits=(0, 9)), "13", "1", "13"),
        (figure("50,000", "50000"), "9000", "1", "9,000"),
        (figure("9000", "9000"), "8500", "1", "8500"),
        (figure("9000", "9000"), "12500", "1", "12,500"),
        (figure("62 per cent", "62", "percent", "percent"), "0.745", "0.1", "74.5 per cent"),
        (figure("a third", "0.333", "share", digits=(2, 7)), "0.25", "1", "25%"),
        (figure("doubled", "2", "multiple", digits=(0, 7)), "2.5", "1", "2.5 times"),
        (figure("40 times", "40", "multiple"), "74", "1", "74 times"),
        (figure("minus 40C", "-40", "measure", "celsius"), "-38", "1", "minus 38C"),
        (figure("€1.5 billion", "1.5e9", "money", "EUR", "1e8", scale="1e9"), "2.44e9", "1e8", "€2.4 billion"),
    ],
)
def test_a_number_takes_the_figures_style(made, value, grain, expected):
    assert written(made, Decimal(value), Decimal(grain), WORDS) == expected


def test_a_computed_value_has_decimals_enough():
    assert shown(figure("62%", "62", "percent", "percent"), Decimal(13) / 28, WORDS) == "46.4%"
    assert shown(figure("20km", "20", "measure", "kilometer"), Decimal("14.484"), WORDS) == "14.5km"
    assert shown(figure("75", "75"), Decimal("75.3"), WORDS, unlike="75") == "75.3"


def test_halves_are_rounded_up():
    assert rounded(Decimal("2.5"), Decimal(1)) == 3
    assert rounded(Decimal("0.125"), Decimal("0.01")) == Decimal("0.13")
