"""Sizes told by football pitches and by Wales."""

from __future__ import annotations

import pytest

import figcheck
from figcheck import language, units


def told(text: str) -> list[str]:
    return [finding.rule for finding in figcheck.check(text, select=["likened"]).findings]


def test_a_factor_of_two_is_a_manner_of_speaking_and_ten_is_not():
    assert told("The wood, the size of 20 football pitches, covers 24 hectares.") == []
    assert told("The wood, the size of 20 football pitches, covers 140 hectares.") == ["so-many-things-make-the-size"]


def test_a_thing_that_is_only_named_has_no_say():
    assert told("A farmer in Wales owns a bog of 30 square miles.") == []


@pytest.mark.parametrize("thing", language.load().nouns["references"]["things"], ids=lambda thing: thing["names"][0])
def test_every_thing_has_a_range_in_a_known_unit(thing):
    assert 0 < float(thing["low"]) < float(thing["high"])
    assert units.dimension(thing["unit"]) != ((thing["unit"], 1),)
