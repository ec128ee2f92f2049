"""Brackets that lost a square or an hour."""

from __future__ import annotations

import pytest

import figcheck


def rules_of(text: str) -> list[str]:
    return [finding.rule for finding in figcheck.check(text).findings]


@pytest.mark.parametrize(
    "text",
    [
        "The marsh is 30 square miles (48 km) of reeds.",
        "The marsh is 30 square miles (78 km) of reeds.",
        "The dump holds 500 cubic yards (382 metres) of rubble.",
    ],
)
def test_an_area_in_a_length_is_told_whether_or_not_its_number_was_squared(text):
    assert rules_of(text) == ["area-stays-an-area"]


def test_a_length_beside_an_area_is_no_slip_when_the_numbers_do_not_fit():
    assert rules_of("The marsh is 30 square miles (9 km) of reeds.") == []


def test_a_rate_said_in_words_says_its_time_for_both():
    assert rules_of("The well gives 40 litres a minute (10.6 gallons).") == []
    assert rules_of("The cyclist reached 56mph (90km) downhill.") == ["speed-stays-a-speed"]
