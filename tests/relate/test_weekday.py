"""The years in which a date with a weekday may lie."""

from __future__ import annotations

from datetime import date

import pytest

from figcheck.model import Document
from figcheck.pipeline import check, load_rulebook
from figcheck.rates import Rates

RULE = "weekday-fits-date"


def findings(text: str, published: date | None = date(2023, 3, 16)):
    report = check(Document("a", text, (), published), load_rulebook(select=[RULE]), Rates.load())
    return report.findings


def test_a_date_without_a_year_is_of_the_year_of_the_article():
    assert not findings("The vote is on Tuesday, March 21.")
    assert findings("The vote is on Wednesday, March 21.")


def test_half_a_year_away_the_year_before_may_be_meant():
    assert not findings("She was last seen on Wednesday, September 7.")
    assert not findings("The trial opens on Thursday, September 7.")
    assert findings("The trial opens on Monday, September 7.")


@pytest.mark.parametrize(
    "text", ["In 2017 it fell on Thursday, March 2.", "Six years ago, on Thursday, March 2, it was sold."]
)
def test_a_year_of_the_same_paragraph_may_be_meant(text):
    assert not findings(text)


def test_a_printed_year_is_the_only_one():
    (found,) = findings("It opened on Monday, March 14, 2023, not in 2022.")
    assert found.severity == "error"


def test_nobody_knows_the_year_without_a_day_of_publication():
    assert not findings("The vote is on Wednesday, March 21.", None)
    assert findings("The vote was on Wednesday, March 21, 2023.", None)


def test_a_weekday_in_a_quotation_is_still_on_the_calendar():
    (found,) = findings("“We would have met on Friday, March 23,” he said.")
    assert found.severity == "warning"


def test_a_paragraph_that_corrects_its_date_is_left_alone():
    assert not findings("Police said it was on Wednesday 21 March. They later corrected that to Tuesday 21 March.")


def test_both_repairs_are_offered():
    (found,) = findings("Trains will not run on Tuesday 23 March.")
    assert [repair.new for repair in found.repairs] == ["Thursday 23 March", "Tuesday 21 March", "Tuesday 28 March"]
    assert found.working == "23 March 2023 is a Thursday, but the text says Tuesday 23 March"


def test_a_repair_keeps_the_style_of_the_date():
    (found,) = findings("It is due on Tues. March 23rd.")
    assert [repair.new for repair in found.repairs] == ["Thu. March 23rd", "Tues. March 21st", "Tues. March 28th"]


def test_dates_of_the_old_calendar_are_not_judged():
    assert not findings("Parliament was dissolved on Monday, 20 April 1653.")
