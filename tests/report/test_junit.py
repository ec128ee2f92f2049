"""JUnit, read by a parser of it: a suite an article, a test a relation, passes included."""

from __future__ import annotations

from typing import Any

import pytest

from figcheck import report as formats
from figcheck.record import replace
from figcheck.report.shape import shown, written
from tests.report import made

junitparser = pytest.importorskip("junitparser")


def _suites(*reports: Any) -> list[Any]:
    text = str(written(formats.findings_shape("junit"), reports))
    return list(junitparser.JUnitXml.fromstring(text.encode("utf-8")))


def test_each_relation_judged_is_a_test_and_each_article_a_suite():
    wrong, right = _suites(made.report(), made.silent())
    assert (wrong.name, wrong.tests, wrong.failures, wrong.skipped) == ("harbour.txt", 1, 1, 0)
    assert (right.tests, right.failures, right.skipped) == (2, 0, 1)
    assert [case.is_passed for case in right] == [True, False]


def test_a_failure_says_what_is_wrong_and_shows_the_working():
    ((case,),) = _suites(made.report())
    (failure,) = case.result
    assert (failure.message, failure.type) == ("40,000 + 15,000 = 55,000, not 50,000", "error")
    assert "harbour.txt:1:28" in failure.text and "50,000 - 40,000 = 10,000" in failure.text
    assert case.name == "parts-make-whole 1:28 whole 50,000; part 40,000; rest 15,000"


def test_what_could_not_be_judged_is_skipped_with_the_reason():
    ((_, case),) = _suites(made.silent())
    assert case.result[0].message == "not judged: no rate on record"


def test_what_was_accepted_fails_no_build_and_says_who_accepted_it():
    judged = made.report()
    accepted = replace(judged.findings[0], status="accepted", reason="checked", accepted_by="A. Pryde")
    ((case,),) = _suites(replace(judged, findings=(accepted,)))
    assert case.result[0].message.endswith("accepted: checked (A. Pryde)")


def test_a_finding_milder_than_what_is_shown_passes_and_is_still_told():
    (suite,) = _suites(shown(made.report(severity="note"), "warning"))
    (case,) = suite
    assert suite.failures == 0 and case.is_passed
    assert case.system_out == "note: 40,000 + 15,000 = 55,000, not 50,000"


def test_an_article_cannot_break_the_xml():
    judged = made.report(message='<![CDATA[ \x00\x1b\ufffe ]]> & "5" \ud800')
    ((case,),) = _suites(judged)
    assert case.result[0].message.startswith("<![CDATA[ ") and case.result[0].message.count("\ufffd") == 4


def test_an_empty_run_is_a_report_too():
    assert _suites() == []
