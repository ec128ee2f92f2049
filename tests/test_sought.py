"""What shares and changes ask of the engine: fallbacks, idioms and laws that are told."""

from datetime import date

from figcheck import pipeline, rules
from figcheck.model import Document, Finding
from figcheck.rates import Rates

RULEBOOK = rules.load()


def findings(text: str) -> list[Finding]:
    document = Document("one", text, (), date(2023, 1, 20))
    return list(pipeline.check(document, RULEBOOK, Rates.load()).findings)


def found(text: str) -> set[str]:
    return {finding.rule for finding in findings(text)}


def test_a_fallback_is_sought_only_for_figures_that_no_pattern_bound():
    assert found("The choir's numbers rose 50 per cent in a year, to 50 from 40.") == {"rise-matches-percent"}
    assert found("Once 600 strong, the choir has grown by a fifth to 900 voices.") == {"gain-fits-percent"}


def test_a_figure_held_against_something_else_at_once_is_not_sought():
    assert not found("Takings of £50, up 30 per cent on the year, beat the £48 of the week before.")


def test_a_cue_inside_a_set_phrase_is_not_heard():
    text = "Tuition will climb to $14,300 next fall from $13,000, a 15 percent increase."
    assert found(text) == {"rise-matches-percent"}


def test_what_only_rounding_could_explain_is_a_warning():
    (finding,) = findings("The grant was cut 30 percent, from $400 million to $300 million.")
    assert (finding.rule, finding.severity) == ("fall-matches-percent", "warning")


def test_the_working_is_taken_from_the_law_that_is_told():
    (finding,) = findings("Attendance was off 25 percent, officials said: 90,000 people came, down from 100,000.")
    assert finding.working.startswith("100% - 90,000 ÷ 100,000 = 10 percent")
