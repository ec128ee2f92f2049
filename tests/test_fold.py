"""Folding: one character a token, cues where they stand, fillers out of the way."""

from __future__ import annotations

from figcheck.pattern import FIRST_CLASS
from tests.passages import passage


def folded(text: str, *classes: str) -> str:
    """The symbols of a text after the bar that it opens with; the classes asked for show as digits, in their order."""
    symbols = passage(text).folded(classes)[0].removeprefix("|")
    return "".join(str(ord(c) - FIRST_CLASS) if ord(c) >= FIRST_CLASS else c for c in symbols)


def test_a_passage_is_one_character_a_token():
    assert folded("Drivers: 50,000 of them, then 40% left.") == "w:Cww,wPw|"


def test_each_kind_of_figure_has_its_letter():
    assert folded("It cost £30 and weighed 12 tonnes.") == "wwMwwU|"


def test_a_cue_is_one_symbol_however_many_words_it_has():
    assert folded("There are 50 boats, 40 of whom float.", "of-whom") == "wwCw,C0w|"


def test_a_cue_that_was_not_asked_for_stays_words():
    assert folded("There are 50 boats, 40 of whom float.") == "wwCw,Cwww|"


def test_the_longest_cue_wins():
    # "of" is a cue as well, and begins "of whom"
    assert folded("There are 50 boats, 40 of whom float.", "of", "of-whom") == "wwCw,C1w|"


def test_fillers_count_only_straight_before_a_figure():
    assert folded("They said that just 40 float.") == "wwwfCw|"
    assert folded("They float about, 40 of them.") == "www,Cww|"


def test_sentences_end_with_a_bar():
    assert folded("Sales fell by 40. Then 12 rose.") == "wwwC|wCw|"


def test_a_passage_opens_with_a_bar_so_that_a_pattern_can_ask_for_a_beginning():
    assert passage("There are 50 boats.").folded(())[0].startswith("|")


def test_labels_are_words():
    assert folded("The G7 met 12 bankers.") == "wwwCw|"


def test_marks_that_look_alike_fold_alike():
    assert folded("He sold 12 [40] – boats.") == folded("He sold 12 (40) — boats.")


def test_no_mark_of_a_text_is_mistaken_for_a_sign():
    assert folded("He sold 12 | boats \ue000 for 40.") == "wwCwwwwC|"


def test_a_span_leads_back_to_the_text():
    text = "There are 50 boats, 40 of whom float."
    made = passage(text)
    assert [text[slice(*made.span(token))] for token in range(1, 5)] == ["There", "are", "50", "boats"]
