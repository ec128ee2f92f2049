"""Pairs of the same two currencies in one article must imply one rate."""

from __future__ import annotations

from datetime import date

from figcheck import pipeline
from figcheck.model import Document
from figcheck.rates import Rates


def compared(text: str, published: date | None = None) -> list[list[str]]:
    """The fours of figures that are held against each other, in the order of their roles."""
    document = Document("text", text, (), published)
    judged = pipeline.check(document, pipeline.load_rulebook(select=["coherence"]), Rates.load())
    fours = dict.fromkeys(check.relation.roles for check in judged.checks)
    return [[claim.figure.surface for _, claim in roles] for roles in fours]


def test_two_pairs_of_one_article_are_held_against_each_other():
    text = "It paid £120,000 ($150,000) for the boat.\n\nThe trailer cost £8,000 ($14,500)."
    assert compared(text) == [["£120,000", "$150,000", "£8,000", "$14,500"]]


def test_the_direction_of_a_pair_does_not_matter():
    text = "It paid £120,000 ($150,000) for the boat. The trailer cost $14,500 (£8,000)."
    assert compared(text) == [["$150,000", "£120,000", "$14,500", "£8,000"]]


def test_of_three_pairs_the_odd_one_is_held_against_the_others():
    text = "The boat cost £120,000 ($184,500). The trailer cost £8,000 ($10,000). The oars cost £960 ($1,210)."
    assert all("£960" in four[:2] for four in compared(text))


def test_other_currencies_have_rates_of_their_own():
    assert compared("It paid £120,000 ($150,000) for the boat. The trailer cost €8,000 ($14,500).") == []


def test_amounts_of_other_days_have_rates_of_their_own():
    text = "It was bought in 2007 for £120,000 ($240,000).\n\nIt is now worth £180,000 ($216,000)."
    assert compared(text, date(2022, 12, 23)) == []
