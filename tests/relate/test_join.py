"""Joining: pieces of a relation across sentences, antecedents, and rivals."""

from __future__ import annotations

from tests.passages import joined, kind, relations

PIECES = ("{whole} ~ , {parts} <of-whom>", "<the-rest> ~3 {rest}")
SAME = (("same_unit", ("whole", "parts", "rest")),)


def test_pieces_of_two_sentences_make_a_relation():
    text = "There are 50 boats, 40 of which float. The remaining 10 boats sank."
    assert joined(text, kind(*PIECES, reach=1)) == [{"whole": ["50"], "parts": ["40"], "rest": ["10"]}]


def test_what_stays_incomplete_is_dropped():
    assert joined("There are 50 boats, 40 of which float.", kind(*PIECES, reach=1)) == []


def test_pieces_are_not_joined_beyond_their_reach():
    text = "There are 50 boats, 40 of which float. It rained. It snowed. The remaining 10 boats sank."
    assert joined(text, kind(*PIECES, reach=1)) == []
    assert len(joined(text, kind(*PIECES, reach=3))) == 1


def test_pieces_that_break_a_condition_are_not_joined():
    text = "There are 50 boats, 40 of which float. The remaining £10 was lost."
    assert joined(text, kind(*PIECES, reach=1, where=SAME)) == []


def test_a_role_is_filled_once():
    text = "There are 50 boats, 40 of which float. The remaining 10 boats sank. The remaining 9 oars float."
    assert joined(text, kind(*PIECES, reach=2)) == [{"whole": ["50"], "parts": ["40"], "rest": ["10"]}]


def test_a_plural_role_gathers_members_from_several_pieces():
    pieces = kind("{whole} ~ , {parts+} <of-whom>", "<of-whom> {parts+}", "<the-rest> ~3 {rest}", reach=2)
    text = "There are 50 boats, 30 of which float. Of these 12 leak. The remaining 8 sank."
    assert joined(text, pieces) == [{"whole": ["50"], "parts": ["30", "12"], "rest": ["8"]}]


def test_an_earlier_figure_may_be_the_antecedent():
    pieces = kind("{parts} ~ , <the-rest> ~3 {rest}", reach=1, antecedent="whole", where=SAME)
    text = "The lake has 50 boats. Last week 40 floated, the remaining 10 sank."
    assert joined(text, pieces) == [{"whole": ["50"], "parts": ["40"], "rest": ["10"]}]


def test_antecedents_are_rivals_and_the_only_near_one_is_chief():
    pieces = kind("{parts} ~ , <the-rest> ~3 {rest}", reach=2, antecedent="whole", where=SAME)
    text = "The sea has 70 boats. The lake has 50 boats. Last week 40 floated, the remaining 10 sank."
    found = relations(text, pieces)
    assert {relation.group for relation in found} == {found[0].group} != {""}
    assert [claim.figure.surface for r in found if r.chief for claim in r.claims("whole")] == ["50"]


def test_two_equal_antecedents_leave_no_chief():
    pieces = kind("{parts} ~ , <the-rest> ~3 {rest}", reach=1, antecedent="whole", where=SAME)
    text = "The sea has 70 boats and the lake has 50 boats. Last week 40 floated, the remaining 10 sank."
    assert not any(relation.chief for relation in relations(text, pieces))
