"""What a story tells twice: the headline and the story, two mentions, an alliance and its parties."""

from __future__ import annotations

import pytest

from figcheck import pipeline
from figcheck.model import Document
from figcheck.rates import Rates


def told(text: str, *relations: str) -> list[str]:
    """The messages of these relations about a text, notes included."""
    rulebook = pipeline.load_rulebook(select=relations)
    return [finding.message for finding in pipeline.check(Document("text", text, ()), rulebook, Rates.load()).findings]


@pytest.mark.parametrize("body", [
    "A tanker carrying 19,700 tonnes of grain ran aground off the cape last night.",
    "A tanker carrying 20,300 tonnes of grain ran aground off the cape last night.",
    "A tanker ran aground last night. It carries 12,000 tonnes of grain and 8,000 tonnes of rice.",
    "A tanker ran aground last night. It was bound for Lagos.",
])  # fmt: skip
def test_a_headline_may_round_and_add_up(body):
    assert told(f"Ship with 20,000 tonnes of grain aground\n\n{body}", "headline") == []


def test_a_headline_is_held_against_the_only_figure_of_its_thing():
    text = "Ship with 20,000 tonnes of grain aground\n\nA ship with 2,000 tonnes of grain ran aground last night."
    assert told(text, "headline") == ["The headline says 20,000 tonnes, the story 2,000 tonnes."]


def test_two_figures_that_might_be_meant_are_none():
    text = "Ship with 20,000 tonnes aground\n\nA ship with 3,000 tonnes of grain hit one with 5,000 tonnes of rice."
    assert told(text, "headline") == []


def test_a_line_alone_is_no_headline():
    assert told("Ship with 20,000 tonnes of grain aground", "headline") == []


def test_a_title_is_a_headline_wherever_the_story_begins():
    title = "Ferry with 150 aboard runs aground"
    body = "None of the 105 people aboard the ferry was hurt."
    document = Document("text", f"{title}\n\n{body}", (), offset=len(title) + 2)
    report = pipeline.check(document, pipeline.load_rulebook(select=["headline"]), Rates.load())
    assert [finding.rule for finding in report.findings] == ["headline-tells-the-story"]


def test_an_update_in_other_words_is_no_repetition():
    assert told("Nine miners were missing on Monday. By Friday 12 miners had been found.", "repeat") == []


def test_what_is_told_again_may_be_the_sum_of_what_was_told():
    text = "The dairy has 14 staff and took on three more in May. All 17 of the staff will keep their jobs."
    assert told(text, "repeat") == []


def test_a_name_with_two_first_names_is_two_people():
    assert told("Ann Reed, 31, met Tom Reed, 13, at the gate.", "repeat") == []


def test_digits_that_changed_places_are_found_in_a_price():
    text = "The mill sold for £1.86m in May. The £1.68m sale was its third."
    assert told(text, "repeat") == ["Told first as £1.86m, then as £1.68m."]


def test_an_alliance_that_some_choice_of_parties_makes_agrees():
    text = "The Reds have 41 seats, the Blues 33, the Greens 19 and the Whites 7. A coalition could count on"
    assert told(f"{text} 60.", "coalition") == []
    assert told(f"{text} 62.", "coalition") != []


def test_a_change_in_the_headline_is_held_against_the_values_below_it():
    text = "Egg prices up 40%\n\nEgg prices rose from £2.00 to £2.20 a dozen in March."
    assert told(text, "headline-change") == ["From £2.00 to £2.20 is a change of 10%, not the headline's 40%."]
