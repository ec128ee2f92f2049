"""What stands in the bracket beside a number tells its unit."""

from __future__ import annotations

import pytest

from figcheck import language
from figcheck.scan import scan


def read(text: str) -> list[str]:
    """Each figure as "magnitude unit"."""
    quantities = [figure.quantity for figure in scan(text, language.load())]
    return [f"{quantity.magnitude.normalize():f} {quantity.unit}" for quantity in quantities]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("the jet was at 30,000ft (9,000m)", ["30000 foot", "9000 meter"]),
        ("he is 6ft 7ins (about 2.01m)", ["79 inch", "2.01 meter"]),
        ("the lid is 0.68 in (1.7 cm) thick", ["0.68 inch", "1.7 centimeter"]),
        ("143 million pounds (65 million kilograms) of beef", ["143000000 pound", "65000000 kilogram"]),
        ("a lorry of 44 tonnes (97,000 pounds)", ["44 metric_ton", "97000 pound"]),
        ("a 30,000-pound ($36,500) van", ["30000 GBP", "36500 USD"]),
        ("an acre (0.4 hectares)", ["1 acre", "0.4 hectare"]),
        ("a ton and a half of salt", ["1.5 ton"]),
        ("70 euro cents (61p)", ["70 EUX", "61 GBX"]),
    ],
)
def test_a_unit_is_told_by_its_bracket(text: str, figures: list[str]):
    assert read(text) == figures


@pytest.mark.parametrize(
    "text", ["an acre of maize", "a mile to the north", "she put a foot wrong", "a pound of flesh"]
)
def test_one_of_a_unit_with_nothing_beside_it_is_no_figure(text: str):
    assert read(text) == []


def test_millions_stay_millions_beside_a_bracket_of_money():
    assert read("it has 9m users (2m of them paying)") == ["9000000 ", "2000000 "]
