"""Changed figures: what a law guards is caught, and each survivor says what became of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from figcheck import pipeline
from figcheck.mutate import mutate
from figcheck.rates import Rates

NEWSROOM = Path(__file__).parent / "newsroom"


def changed(*rules: str) -> list[str]:
    """The lines that tell of the changed figures of these rules' examples."""
    return mutate(pipeline.load_rulebook((NEWSROOM,), rules), Rates.load()).splitlines()


def test_each_figure_of_a_rule_of_equals_is_caught_when_it_is_changed():
    assert changed("sold-is-printed-less-returned") == [
        "12 changed figures, 12 caught (100.0 %), 0 survive; 0 more stay within a bound"
    ]


def test_a_bound_has_room_on_one_side():
    told = changed("part-fits-whole")[-1]
    assert re.search(r" 0 survive; \d+ more stay within a bound", told), told


@pytest.mark.parametrize("rule", ["years-listed-are-times", "breakdown-makes-count"])
def test_every_survivor_is_told_with_its_cause_and_the_causes_are_counted(rule):
    lines = changed(rule)
    survivors = [line for line in lines if " survives in: " in line]
    causes = {line.rpartition("[")[2].rstrip("]") for line in survivors}
    counted = dict(line.strip().split(" ", 1)[::-1] for line in lines if re.match(r" +\d+ ", line))
    assert causes == set(counted)
    assert sum(map(int, counted.values())) == len(survivors)
