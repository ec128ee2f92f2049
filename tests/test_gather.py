"""Sums told in any order: the reading that adds up was meant, and of others only the fullest is told."""

from __future__ import annotations

import figcheck


def _rules(text: str) -> list[str]:
    return [finding.rule for finding in figcheck.check(text).findings]


def test_what_is_left_is_sought_over_two_sentences():
    assert _rules("The pier had 318 lamps. Storms broke 57 of them; 251 remain.") == ["what-remains-fits-what-went"]
    assert _rules("The pier had 318 lamps. Storms broke 57 of them; 261 remain.") == []


def test_any_choice_of_parts_that_adds_up_was_meant():
    assert _rules("The pier had 318 lamps. Storms broke 57, and 20 have been mended; 261 remain.") == []


def test_a_share_among_the_figures_is_a_part_that_no_number_tells():
    assert _rules("The pier had 318 lamps. A fifth were sold, storms broke 57 and 221 remain.") == []


def test_a_word_that_leads_its_figure_is_no_cue_behind_it():
    text = "Two monks, five pupils and three drivers were rescued."
    assert _rules(f"{text} All nine were unhurt.") == ["what-is-listed-makes-the-sum"]
    assert _rules(f"{text} Nine had all fallen ill.") == []


def test_a_thing_without_a_number_keeps_a_list_open():
    assert _rules("Two buses and three vans were burnt. Altogether six vehicles were lost.") != []
    assert _rules("Two buses, a lorry and three vans were burnt. Altogether six vehicles were lost.") == []
