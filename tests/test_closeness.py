"""Figures that make one another by adding or taking away, and those that only stand near each other."""

from __future__ import annotations

import pytest

from figcheck import closeness
from figcheck.model import Claim
from tests.passages import passage


def figures(text: str) -> list[Claim]:
    return [claim for claim in passage(text).claims if claim.figure.kind != "label"]


@pytest.mark.parametrize(
    "text", ["It was 61 to 55, six clear.", "It was 61 to 55, eight clear.", "19,377 and 16,535, by 1,842."]
)
def test_a_gap_a_little_off_belongs_to_its_two_figures(text):
    assert closeness.near_gap(figures(text))


@pytest.mark.parametrize(
    "text", ["It was 61 to 12, eight clear.", "It was 61 to 61, eight clear.", "It was six to two, nine clear."]
)
def test_a_gap_far_off_is_another_matter(text):
    assert not closeness.near_gap(figures(text))


def test_parts_near_their_whole_may_be_all_of_it():
    assert closeness.near_sum(figures("604 and 586 of 1,200"))
    assert not closeness.near_sum(figures("204 and 186 of 1,200"))


def test_two_halves_make_about_the_match():
    assert closeness.near_tally(figures("They led 41-28, won the rest 47-36 and the match 88-70."))
    assert not closeness.near_tally(figures("They led 41-28, won the rest 7-6 and the match 88-70."))


def test_counts_of_one_noun_are_alike():
    assert closeness.counts_alike(figures("They have 61 points and are eight points clear."))
    assert not closeness.counts_alike(figures("They have 61 points and 20 wins."))
    assert not closeness.counts_alike(figures("They have 61 and are eight clear."))


def test_votes_at_an_election_go_into_thousands():
    assert closeness.thousands(figures("It was 19,377 to 16,535."))
    assert not closeness.thousands(figures("It was 19,377 to 535."))


def test_rents_by_the_month_and_by_the_week_are_not_alike():
    assert closeness.per_alike(figures("Rents go from £900 a month up to £650."))
    assert not closeness.per_alike(figures("Rents go from £900 a month up to £250 a week."))
