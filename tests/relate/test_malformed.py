"""Numbers that no reader could read."""

from __future__ import annotations

import figcheck


def told(text: str) -> list[tuple[str, str]]:
    return [(f.rule, f.severity) for f in figcheck.check(text, select=["malformed"]).findings]


def test_commas_no_country_would_set_are_a_warning_and_the_reason_is_the_working():
    finding = figcheck.check("The roof will cost £20,000,00 to mend.").findings[0]
    assert (finding.rule, finding.severity) == ("numbers-can-be-read", "warning")
    assert finding.message.startswith("£20,000,00 ") and finding.repairs == ()


def test_a_list_of_pages_and_an_indian_sum_are_numbers():
    assert told("See pages 3,40,100 on the Rs 2,50,000 fee and the 3,00,00,000 fund.") == []


def test_a_sign_and_its_word_are_only_a_note():
    assert told("It paid $40 dollars.") == [("unit-is-said-once", "note")]


def test_a_number_that_is_corrected_in_the_text_is_left_alone():
    assert told("A report wrongly said that the roof cost £20,000,00. It cost £20,000.") == []
