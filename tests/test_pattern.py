"""The pattern language: what each sign matches, and what cannot be read."""

from __future__ import annotations

import re

import pytest

from figcheck.pattern import FIRST_CLASS, PatternError, alphabet, expression, parse

KINDS = (("whole", "CM"), ("part", "C"), ("parts", "C"), ("by", "P"))


def matched(source: str, folded: str) -> dict[str, str] | None:
    """The groups of the first match; in `folded`, digits stand for the pattern's cue classes in their order."""
    classes = re.sub(r"\d", lambda digit: chr(FIRST_CLASS + int(digit.group())), folded)
    hit = expression(parse(source), KINDS).search(classes)
    return hit.groupdict() if hit else None


def test_a_role_is_one_figure_of_its_kinds():
    assert matched("{whole}", "wwC") == {"whole": "C"}
    assert matched("{whole}", "wwP") is None


def test_fillers_before_a_figure_are_skipped():
    assert matched("<of> {whole}", "w0ffCw") == {"whole": "C"}
    assert matched("<of> {whole}", "w0fwCw") is None


def test_a_gap_crosses_words_and_marks_but_no_figure_and_no_sentence_end():
    assert matched("{part} ~ {whole}", "Cww,wC")
    assert not matched("{part} ~ <of> {whole}", "CwPw0C")
    assert not matched("{part} ~ {by}", "Cw|wP")


def test_a_numbered_gap_is_no_longer_than_it_says():
    assert matched("{part} ~2 {by}", "CwwP")
    assert not matched("{part} ~2 {by}", "CwwwP")


def test_a_long_reach_crosses_figures_but_not_the_end_of_a_sentence():
    assert matched("{part} ~~ {by}", "CwCwwP") == {"part": "C", "by": "P"}
    assert not matched("{part} ~~ {by}", "Cw|wP")


def test_a_list_takes_all_its_figures():
    assert matched("{parts+} <of> {by}", "CwC,wCw0P") is None
    assert matched("{parts+} ~ <of> {by}", "CwC,wCw0P") == {"parts": "CwC,wC", "by": "P"}


def test_a_list_inside_brackets_stays_inside():
    # "110 metres (361ft) tall, and the nearest stands 2.1 miles (3.4km)"
    assert matched("{whole} ( {parts+} )", "C(C)w,wwC(C)") == {"whole": "C", "parts": "C"}


def test_a_list_outside_brackets_may_step_over_them():
    assert matched("{parts+} ~ : {whole}", "C(w),C(w):C") == {"parts": "C(w),C", "whole": "C"}


def test_either_of_two_classes_will_do():
    assert matched("<rose/fell> {by}", "w1P") == {"by": "P"}


def test_a_cue_that_must_not_follow_bars_the_match():
    assert matched("{part} <!of> ~ {by}", "CwwP")
    assert not matched("{part} <!of> ~ {by}", "C0wP")


def test_what_is_in_square_brackets_may_be_left_out():
    assert matched("{whole} [ ( {by} ) ]", "C(P)") == {"whole": "C", "by": "P"}
    assert matched("{whole} [ ( {by} ) ]", "C") == {"whole": "C", "by": None}


def test_a_role_that_stands_twice_is_two_figures():
    assert matched("{part} ~ <and> {part}", "Cw0C") == {"part": "C", "part_2": "C"}


def test_only_what_cannot_be_left_out_is_needed():
    pattern = parse("{whole} ~ <of-whom> [ <or> ( {by} ) ]")
    assert pattern.steps == (("role", "whole"), ("cue", "of-whom"))


def test_marks_that_look_alike_are_one():
    assert parse("{whole} – {part}").signs == parse("{whole} — {part}").signs


def test_a_word_stands_for_itself():
    assert parse("Group’s total {whole}").classes == ("=group's", "=total")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("<of> ~ ,", "no {role}"),
        ("{whole", "cannot read '{whole'"),
        ("{Whole} <of>", "cannot read '{Whole}"),
        ("{whole} [ <of>", "unbalanced"),
        ("{whole} ] <of> [", "unbalanced"),
        ("[ {whole} ]", "every {role} may be left out"),
        ("{whole} 12", "cannot read '12'"),
    ],
)
def test_a_pattern_that_cannot_be_read_says_why(source, told):
    with pytest.raises(PatternError, match=re.escape(told)):
        parse(source)


def test_a_gap_bars_a_cue_and_passes_over_what_it_may():
    kinds, blends = (("to", "CM"), ("from", "CM")), (frozenset(("rose", "noun")),)
    pattern = parse("{to} ~3!<rose> <off> {from}")
    rose, off, both = "\x80", "\x81", "\x80"
    assert expression(pattern, kinds).search(f"Mww{off}M")
    assert not expression(pattern, kinds).search(f"Mw{rose}{off}M")
    assert not expression(pattern, kinds).search(f"MwY{off}M")
    assert expression(pattern, kinds, ("year",)).search(f"MwY{off}M")
    assert expression(pattern, kinds, ("bracket",)).search(f"M(Mw){off}M")
    assert not expression(pattern, kinds, (), blends).search(f"Mw{both}{off}M")


def test_a_phrase_of_two_classes_is_either():
    pattern = parse("<rose> ~ {to} ~ <noun> {from}")
    found = alphabet(pattern.classes, (frozenset(("rose", "noun", "verb")),))
    assert found == (frozenset({"rose"}), frozenset({"noun"}), frozenset({"rose", "noun"}))
    assert expression(pattern, (("to", "C"), ("from", "C")), (), (frozenset(("rose", "noun")),)).search("\x82C\x82C")
