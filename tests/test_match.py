"""Matching: which figures a pattern binds, and what keeps it from binding them."""

from __future__ import annotations

from figcheck.match import attempts
from figcheck.rules import Rulebook
from tests.passages import kind, passage, proposed

OF_WHOM = "{whole} ~ , {parts} <of-whom>"


def refusals(text: str, relation) -> list[str]:
    return [attempt.refusal for attempt in attempts(passage(text), Rulebook((relation,))) if attempt.refusal]


def test_a_pattern_binds_figures_to_roles():
    assert proposed("There are 50 boats, 40 of which float.", kind(OF_WHOM)) == [{"whole": ["50"], "parts": ["40"]}]


def test_a_relation_may_be_partial():
    assert proposed("The remaining 10 boats sank, 9 at once.", kind("<the-rest> ~3 {rest}")) == [{"rest": ["10"]}]


def test_without_its_cue_a_pattern_is_silent():
    assert proposed("There are 50 boats, 40 on the lake.", kind(OF_WHOM)) == []


def test_the_first_pattern_wins():
    first = kind("{parts} <of-whom>", OF_WHOM)
    assert proposed("There are 50 boats, 40 of which float.", first) == [{"parts": ["40"]}]


def test_a_shared_role_may_be_played_again():
    both = kind("{whole} ~ , {parts} ~", "{whole} ~ , {rest} ~", shared=frozenset({"whole"}))
    found = proposed("There are 50 boats, 40 rafts.", both)
    assert found == [{"whole": ["50"], "parts": ["40"]}, {"whole": ["50"], "rest": ["40"]}]


def test_a_condition_refuses_and_says_which():
    strict = kind(OF_WHOM, where=(("same_unit", ("whole", "parts")),))
    text = "It sold boats for £50, 40 of which float."
    assert proposed(text, strict) == []
    assert refusals(text, strict) == ["same_unit(whole, parts) does not hold"]


def test_a_parting_word_among_the_figures_refuses():
    parted = kind("{whole} ~ {parts}", without=("of-whom",))
    assert refusals("There are 50 boats of which 40 float.", parted) == ["<of-whom> stands among them"]
    assert refusals("Of these 50 boats 40 float.", parted) == []


def test_a_word_may_speak_against_a_whole_paragraph():
    barred = kind("{whole} ~ {parts}", unless=("the-rest",))
    assert refusals("There are 50 boats and 40 float. The rest sank.", barred) == ["<the-rest> stands in the paragraph"]


def test_classes_that_clash_refuse():
    clashing = kind("{whole} ~ {parts}", clash=(("including", "the-rest"),))
    text = "There were 50 boats including the remaining 40."
    assert refusals(text, clashing) == ["including and the-rest clash"]


def test_a_split_role_makes_a_relation_of_each_member():
    split = kind("{whole} ~2 ( {parts+} ~2 )", split="parts", shared=frozenset({"whole"}))
    assert proposed("It has 50 boats (40 rafts, 30 canoes).", split) == [
        {"whole": ["50"], "parts": ["40"]}, {"whole": ["50"], "parts": ["30"]},
    ]  # fmt: skip


def test_a_list_is_bound_in_the_order_of_the_text():
    assert proposed("It sold 12 rafts, 9 canoes and 8 punts, 29 in all.", kind("{parts+} ~ , {whole} <in-all>")) == [
        {"parts": ["12", "9", "8"], "whole": ["29"]}
    ]


def test_an_optional_role_is_filled_where_it_can_be():
    pattern = kind("{whole} ~2 [ ( {parts} ) ] ~ <the-rest> ~2 {rest}")
    assert proposed("All 50 boats (40) float, the remaining 10 boats sank.", pattern)[0]["parts"] == ["40"]
    assert proposed("All 50 boats float, the remaining 10 boats sank.", pattern) == [{"whole": ["50"], "rest": ["10"]}]


def test_a_newsroom_may_spell_words_out():
    own = kind("group total ~ {whole}")
    assert proposed("The group total came to 81,500, from 70,000.", own) == [{"whole": ["81,500"]}]
    assert proposed("The total came to 81,500, from 70,000.", own) == []


def test_a_relation_remembers_the_cues_it_was_found_by():
    found = list(attempts(passage("There are 50 boats, 40 of which float."), Rulebook((kind(OF_WHOM),))))
    assert found[0].relation.cues == frozenset({"of-whom"})
