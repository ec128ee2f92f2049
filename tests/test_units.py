"""What one unit is in another, and which have nothing to do with each other."""

from __future__ import annotations

import doctest
import subprocess
import sys
from datetime import date
from decimal import Decimal
from importlib.metadata import version

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import factors, terms, units
from figcheck.interval import Interval
from figcheck.rates import Rates, RateUnknown, Window
from figcheck.units import UnlikeUnits, convert, dimension, divide, multiply

NUMBERS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 9, places=3)


def of(number: str, source: str, target: str, rates: Window | None = None) -> list[Interval]:
    return list(convert(Interval.point(Decimal(number)), source, target, rates))


def one(number: str, source: str, target: str) -> Decimal:
    (interval,) = of(number, source, target)
    assert interval.low == interval.high
    return interval.low


@pytest.mark.parametrize(
    ("number", "source", "target", "expected"),
    [
        ("1", "mile", "kilometer", "1.609344"),
        ("1", "nautical_mile", "meter", "1852"),
        ("1", "foot", "centimeter", "30.48"),
        ("12", "inch", "foot", "1"),
        ("1", "acre", "square meter", "4046.8564224"),
        ("1", "square mile", "acre", "640"),
        ("1", "hectare", "square meter", "10000"),
        ("1", "cubic meter", "liter", "1000"),
        ("1", "imperial_gallon", "liter", "4.54609"),
        ("1", "US_gallon", "liter", "3.785411784"),
        ("1", "barrel", "US_gallon", "42"),
        ("1", "pound", "kilogram", "0.45359237"),
        ("1", "stone", "pound", "14"),
        ("1", "troy_ounce", "gram", "31.1034768"),
        ("1", "metric_ton", "kilogram", "1000"),
        ("1", "short_ton", "pound", "2000"),
        ("1", "long_ton", "pound", "2240"),
        ("1", "knot", "kilometer/hour", "1.852"),
        ("1", "kilowatt_hour", "kilojoule", "3600"),
        ("3", "megawatt hour", "megawatt_hour", "3"),
        ("1", "byte", "bit", "8"),
        ("100", "basis point", "percentage point", "1"),
        ("5", "percent", "", "0.05"),
        ("90", "minute", "hour", "1.5"),
        ("2", "week", "day", "14"),
        ("36", "month", "year", "3"),
        ("1", "decade", "year", "10"),
    ],
)
def test_a_factor_is_the_legal_one(number: str, source: str, target: str, expected: str) -> None:
    assert one(number, source, target).quantize(Decimal("1e-12")) == Decimal(expected).quantize(Decimal("1e-12"))


def test_miles_an_hour_become_kilometres_an_hour() -> None:
    assert one("50", "mile/hour", "kilometer/hour") == Decimal("80.4672")


def test_an_absolute_temperature_moves_its_zero() -> None:
    assert one("30", "celsius", "fahrenheit") == 86
    assert one("-40", "fahrenheit", "celsius") == -40
    assert one("0", "kelvin", "celsius") == Decimal("-273.15")


def test_a_difference_of_temperatures_keeps_its_zero() -> None:
    assert one("1.5", "delta_celsius", "delta_fahrenheit") == Decimal("2.7")
    assert one("9", "delta_fahrenheit", "delta_celsius") == 5


def test_a_difference_beside_a_temperature_counts_both_as_differences() -> None:
    """ "A rise of 3C (37F)" must come out wrong rather than unlike."""
    assert one("3", "delta_celsius", "fahrenheit") == Decimal("5.4")


def test_a_month_is_twenty_eight_to_thirty_one_days() -> None:
    assert of("1", "month", "day") == [Interval(Decimal(28), Decimal(31))]
    assert of("1", "year", "day") == [Interval(Decimal(365), Decimal(366))]


def test_a_monthly_rate_is_a_twelfth_of_a_yearly_one() -> None:
    assert one("100", "GBP/month", "GBP/year") == 1200
    assert one("1200", "GBP/year", "GBP/month") == 100
    assert one("83", "GBP year/month", "GBP") == 996


def test_fifty_two_weeks_make_a_year() -> None:
    (yearly,) = of("100", "GBP/week", "GBP/year")
    assert Decimal(5200) in yearly
    assert Decimal(5214) in yearly
    assert Decimal(5300) not in yearly


def test_an_open_word_keeps_its_readings_apart() -> None:
    american, imperial = of("1", "gallon", "liter")
    assert (american.low, imperial.low) == (Decimal("3.785411784"), Decimal("4.54609"))
    assert [each.low for each in of("1", "ton", "kilogram")] == [
        Decimal("907.18474"),
        Decimal("1016.0469088"),
        Decimal("1000"),
    ]


def test_open_words_on_both_sides_are_read_in_one_system() -> None:
    assert {each.low.quantize(Decimal("1e-9")) for each in of("1", "gallon", "pint")} == {Decimal(8)}


def test_a_calorie_may_be_a_dieters() -> None:
    assert {each.low for each in of("250", "calorie", "kilojoule")} == {Decimal("1046.000"), Decimal("1.046")}


def test_fuel_economy_is_said_both_ways_round() -> None:
    american, imperial = of("30", "mile/gallon", "liter/100 kilometer")
    assert round(american.low, 2) == Decimal("7.84")
    assert round(imperial.low, 2) == Decimal("9.42")


def test_pace_is_speed_turned_round() -> None:
    assert one("6", "minute/mile", "mile/hour") == 10


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("mile/hour", "kilometer/liter"),
        ("megawatt", "megawatt_hour"),
        ("pound", "pound_force"),
        ("USD", "mile"),
        ("mile", ""),
        ("meter", "square meter"),
        ("hour", "hertz"),
        ("household", "mile"),
        ("USD", "USD/barrel"),
    ],
)
def test_unlike_units_are_told_apart(source: str, target: str) -> None:
    with pytest.raises(UnlikeUnits) as caught:
        of("1", source, target)
    assert "measure different things" in caught.value.reason


def test_money_goes_by_the_rates_of_the_window() -> None:
    window = Rates.load().window(date(2022, 12, 23))
    (dollars,) = of("83000000", "GBP", "USD", window)
    assert Decimal(100000000) < dollars.low < dollars.high < Decimal(103000000)
    (pounds_a_litre,) = of("80", "USD/barrel", "GBP/liter", window)
    assert Decimal("0.40") < pounds_a_litre.low < pounds_a_litre.high < Decimal("0.43")


def test_pence_are_hundredths_of_a_pound() -> None:
    assert one("131.5", "GBX", "GBP") == Decimal("1.315")
    assert one("3", "USD", "USX") == 300


def test_money_without_rates_is_unknown() -> None:
    with pytest.raises(RateUnknown):
        of("1", "GBP", "USD")
    with pytest.raises(RateUnknown):
        of("1", "ARS", "USD", Rates.load().window(None))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("USD/barrel", "barrel", "USD"),
        ("mile/hour", "hour", "mile"),
        ("meter", "meter", "square meter"),
        ("square meter", "meter", "cubic meter"),
        ("USD/household", "household", "USD"),
        ("", "USD", "USD"),
        ("GBP/month", "year", "GBP year/month"),
        ("1/second", "second", ""),
    ],
)
def test_a_product_has_the_product_of_the_units(a: str, b: str, expected: str) -> None:
    assert multiply(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("USD", "barrel", "USD/barrel"),
        ("", "second", "1/second"),
        ("cubic meter", "meter", "square meter"),
        ("kilometer", "hour", "kilometer/hour"),
        ("percentage point", "year", "percentage point/year"),
    ],
)
def test_a_quotient_has_the_quotient_of_the_units(a: str, b: str, expected: str) -> None:
    assert divide(a, b) == expected


def test_counts_and_shares_have_no_dimension() -> None:
    for unit in ("", "percent", "percentage point", "basis point"):
        assert dimension(unit) == ()


def test_a_noun_is_a_dimension_of_its_own() -> None:
    assert dimension("USD/bag") == (("bag", -1), ("money", 1))


TABLE = sorted(terms.facts()["factors"])
MEASURED = [name for name in TABLE if dict(units.dimension(name)).keys() - {"decibel", "pixel"} and name != "barrel"]


@given(NUMBERS, st.sampled_from(MEASURED), st.sampled_from(MEASURED))
def test_there_and_back_is_where_it_was(number: Decimal, source: str, target: str) -> None:
    if dimension(source) != dimension(target):
        return
    (there,) = convert(Interval.point(number), source, target, None)
    (back,) = convert(there, target, source, None)
    assert abs(back.low - number) <= number * Decimal("1e-20")


@given(st.sampled_from(TABLE), st.sampled_from(TABLE))
def test_multiplying_undoes_dividing(a: str, b: str) -> None:
    assert multiply(divide(a, b), b) == divide(multiply(a, b), b) == multiply(a, "")


def test_the_factor_table_agrees_with_pint() -> None:
    """Some are pint's to the last digit, those by law to a survey foot: six parts in a million."""
    ours = {"barrel", "british_thermal_unit", "celsius", "delta_celsius", "delta_fahrenheit", "fahrenheit", "kelvin"}
    registry = units._registry()
    for name in TABLE:
        if name in ours or name not in registry:
            continue
        if name in ("percent", "permille", "decibel", "megapixel"):
            continue
        size, measures = units.asked(name)
        assert dimension(name) == measures, name
        assert abs(units._term(name)[0] / size - 1) < Decimal("7e-6"), name


def test_making_the_factors_again_changes_nothing() -> None:
    if terms.facts()["pint"] != version("pint"):
        pytest.skip("another pint is installed")
    assert factors.generated() == (factors.HERE / "factors.json").read_text(encoding="utf-8")


def test_every_unit_of_the_vocabulary_has_a_factor() -> None:
    facts = terms.facts()
    known = facts["factors"].keys() | facts["open"].keys() | facts["calendar"].keys()
    for name in factors._vocabulary():
        assert name in known or units.is_currency(name) or name.isdigit(), name


def test_common_units_do_not_wake_pint() -> None:
    code = (
        "import sys; from decimal import Decimal; from figcheck import units; from figcheck.interval import Interval;"
        "units.convert(Interval.point(Decimal(3)), 'mile/hour', 'kilometer/hour', None);"
        "units.dimension('USD/household'); print('pint' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_a_rare_unit_is_asked_of_pint() -> None:
    assert one("1", "hogshead", "liter").quantize(Decimal("0.1")) == Decimal("238.5")


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(units).failed == doctest.testmod(terms).failed == 0
