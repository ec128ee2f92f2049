"""Numbers printed the way a figure of the text is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figcheck import language
from figcheck.judge.calendar import other_time
from figcheck.judge.style import in_digits, rounded, shown, written
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
        (figure("12 inches", "12", "measure", "inch"), "1", "1", "1 inch"),
        (figure("a point", "1", "measure", "point", digits=(0, 1)), "3", "1", "3 points"),
        (figure("3 square feet", "3", "measure", "foot"), "1", "1", "1 square foot"),
        (figure("5 tonnes a day", "5", "measure", "ton/day"), "1", "1", "1 tonne a day"),
        (figure("a ton and a half", "1.5", "measure", "ton", digits=(0, 1)), "2", "0.5", "2 tons"),
        (figure("doubled", "2", "multiple", digits=(0, 7)), "3", "1", "3 times"),
        (figure("800", "800"), "1200", "1", "1,200"),
        (figure("$98", "98", "money", "USD"), "14.7", "0.1", "$14.70"),
        (figure("98p", "0.98", "money", "GBP", "0.01", scale="0.01"), "0.145", "0.001", "14.5p"),
        (figure("$43.2 million", "43.2e6", "money", "USD", "1e5", scale="1e6"), "43.2e9", "1e5", "$43,200 million"),
        (figure("€1.5 billion", "1.5e9", "money", "EUR", "1e8", scale="1e9"), "2.44e9", "1e8", "€2.4 billion"),
    ],
)
def test_a_number_takes_the_figures_style(made, value, grain, expected):
    assert written(made, Decimal(value), Decimal(grain), WORDS) == expected


def test_a_computed_value_has_decimals_enough():
    assert shown(figure("62%", "62", "percent", "percent"), Decimal(13) / 28, WORDS) == "46.4%"
    assert shown(figure("20km", "20", "measure", "kilometer"), Decimal("14.484"), WORDS) == "14.5km"
    assert shown(figure("75", "75"), Decimal("75.3"), WORDS, unlike="75") == "75.3"


LONG = "two hours and five minutes"


def test_a_length_in_two_units_is_written_in_both():
    length = figure(LONG, "125", "duration", "minute", digits=(0, len(LONG)))
    assert written(length, Decimal(85), Decimal(1), WORDS) == "1 hour and 25 minutes"
    assert written(length, Decimal(120), Decimal(1), WORDS) == "2 hours"


def test_a_part_of_an_hour_is_told_in_minutes():
    length = figure("three hours", "3", "duration", "hour", digits=(0, 5))
    assert shown(length, Decimal(4) / 3, WORDS) == "1 hour and 20 minutes"
    assert shown(length, Decimal("1.5"), WORDS) == "1.5 hours"


def test_only_numbers_are_put_into_digits():
    day = figure("VE Day", "710159", "date", digits=(0, 6))
    assert in_digits(day, WORDS) == "VE Day"
    assert in_digits(figure("a torch", "1", digits=(0, 0)), WORDS) == "a torch"
    assert in_digits(figure("a ton and a half", "1.5", "measure", "ton", digits=(0, 1)), WORDS) == "a ton and a half"


@pytest.mark.parametrize(
    ("printed", "minutes", "expected"),
    [("3.50pm", 12 * 60 + 50, ["12.50pm"]), ("05:15", 7 * 60 + 15, ["07:15"]), ("11.30am", 12 * 60 + 30, [])],
)
def test_another_hour_stays_in_its_half_of_the_day(printed, minutes, expected):
    hour = int(printed[:-4].strip(":.") or 0) if printed[-1] == "m" else int(printed[:2])
    half = 12 if printed.endswith("pm") else 0
    time = figure(printed, "0", "time", parts=(("hour", hour + half), ("minute", 0)))
    assert [text for text, _ in other_time(time, Decimal(minutes), WORDS)] == expected


def test_halves_are_rounded_up():
    assert rounded(Decimal("2.5"), Decimal(1)) == 3
    assert rounded(Decimal("0.125"), Decimal("0.01")) == Decimal("0.13")
