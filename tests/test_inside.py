"""What a law may ask of the inside of a figure: the two sides of a score, and how near a round number is."""

from __future__ import annotations

import pytest

from figcheck import pipeline
from figcheck.model import Document
from figcheck.rates import Rates


def found(text: str, rule: str) -> bool:
    """Whether a rule has something to say about a text."""
    rulebook = pipeline.load_rulebook(select=[rule])
    return bool(pipeline.check(Document("text", text, ()), rulebook, Rates.load()).findings)


@pytest.mark.parametrize(("score", "is_wrong"), [("31-17", False), ("17-31", False), ("31-16", True)])
def test_the_gap_of_a_score_has_no_direction(score, is_wrong):
    assert found(f"Dayton won {score} on Friday, its third straight 14-point victory.", "margin") is is_wrong


def test_a_round_number_is_near_all_that_rounds_to_it():
    start = "Ferris leads by 104 votes, 9,870 to 9,766. Lund received 1,300 votes. Altogether they drew"
    assert not found(f"{start} 21,000 votes.", "ballots")
    assert found(f"{start} 22,000 votes.", "ballots")
