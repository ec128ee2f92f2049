"""The line a run ends with."""

from __future__ import annotations

from collections import Counter

from figcheck.model import Check, Report, Verdict
from figcheck.report import summary
from tests.report import made


def test_the_line_counts_articles_figures_relations_and_silences():
    counts = summary.tally(made.report()) + summary.tally(made.silent())
    assert summary.line(counts) == (
        "2 articles, 6 figures, 2 relations judged: 1 agreeing, 1 contradicted; 1 not judged (1 no rate on record)"
    )


def test_a_relation_held_against_two_rules_is_one_relation_with_the_worse_verdict():
    judged = made.report()
    check = judged.checks[0]
    checks = (Check("another", check.relation, Verdict("agrees")), check)
    counts = summary.tally(Report(judged.document, judged.sentences, judged.claims, checks, judged.findings))
    assert "1 relation judged: 0 agreeing, 1 contradicted" in summary.line(counts)


def test_reasons_come_most_frequent_first_and_none_is_lost():
    reasons = {("reason", f"reason {n}"): n for n in range(1, 8)}
    line = summary.line(Counter({("outcome", "not judged"): 28, **reasons}))
    assert line.endswith("28 not judged (7 reason 7; 6 reason 6; 5 reason 5; 4 reason 4; 6 for other reasons)")
