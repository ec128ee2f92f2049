"""Names, scores and ranks are claimed before anything is counted."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import language
from figcheck.scan.label import labels
from figcheck.scan.sketch import sketch

ENGLISH = language.load()


def found(text: str) -> list[tuple[str, str]]:
    return [(figure.kind, figure.surface) for figure in labels(sketch(text, ENGLISH), ENGLISH)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("an Airbus A350-900 landed", "A350-900"),
        ("the U.S. and other G7 states", "G7"),
        ("a Covid-19-related delay", "Covid-19"),
        ("the S&P 500 fell", "S&P 500"),
        ("the FTSE 100-listed firm", "FTSE 100"),
        ("at 17 Talbot Street, she said", "17 Talbot Street"),
        ("under Section 230(c) of the act", "Section 230(c)"),
        ("the No. 10 spokesman", "No. 10"),
        ("ring 0800 555 1234 now", "0800 555 1234"),
        ("call 1-800-555-0199", "1-800-555-0199"),
        ("at W1A 1AA", "W1A 1AA"),
        ("wearing shirt #23", "#23"),
        ("at 51°30′N", "51°30′N"),
        ("version 2.0.1 is out", "2.0.1"),
        ("the 9/11 inquiry", "9/11"),
        ("see https://example.org/2013/a-450m-deal for more", "https://example.org/2013/a-450m-deal"),
        ("as Luke 3:16 has it", "Luke 3:16"),
        ("on page 12", "page 12"),
    ],
)
def test_a_name_is_claimed_whole(text, name):
    assert found(text) == [("label", name)]


@pytest.mark.parametrize(
    "text",
    [
        "20 homes",
        "£20",
        "US$20m",
        "Rs500",
        "RM500 million",
        "VT350 million",
        "40 km2",
        "a top-10 list",
        "5m people",
        "8bn pounds",
        "the mid-1990s",
        "they stage 3 shows",
        "Group 20 per cent",
        "50 000 000 people",
        "20-30 people",
        "5-10m euros",
        "2-5 per cent",
        "between 3-4 weeks",
        "in 3-4 hours",
        "1,000-1,500 jobs",
        "aged 10-15 years",
        "from 25 to 30 goals",
    ],
)
def test_an_amount_is_left_to_be_counted(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("Rovers won 3-2", ["3-2"]),
        ("a 24–17 defeat", ["24–17"]),
        ("beaten 4-6, 6-3, 7-6", ["4-6", "6-3", "7-6"]),
        ("a 52-48 vote", ["52-48"]),
        ("the court split 5-4", ["5-4"]),
        ("passed by a vote of 220 to 205", ["220 to 205"]),
        ("a record of 10-4-2", ["10-4-2"]),
        ("a 50-50 chance", ["50-50"]),
    ],
)
def test_a_score_is_no_range(text, scores):
    assert found(text) == [("score", score) for score in scores]


def test_a_score_keeps_both_sides():
    assert dict(labels(sketch("lost 2-5 at home", ENGLISH), ENGLISH)[0].parts) == {"first": 2, "second": 5}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("for the third time", 3),
        ("the third-largest port", 3),
        ("in the 21st century", 21),
        ("ninth straight rise", 9),
        ("came fifth", 5),
    ],
)
def test_a_rank_is_an_ordinal(text, value):
    (figure,) = labels(sketch(text, ENGLISH), ENGLISH)
    assert (figure.kind, figure.quantity.magnitude) == ("ordinal", value)


@pytest.mark.parametrize(
    "text", ["a third of voters", "two-thirds of it", "one fifth more", "per second", "a second later"]
)
def test_a_part_or_a_moment_is_no_rank(text):
    assert found(text) == []


@given(st.text(alphabet="0123456789 -–,.:/#°ABaGSection’(+)%", max_size=60))
def test_labels_stand_where_they_say_and_never_overlap(text):
    last = 0
    for figure in labels(sketch(text, ENGLISH), ENGLISH):
        assert last <= figure.span.start < figure.span.end
        assert text[figure.span.start : figure.span.end] == figure.surface
        last = figure.span.end


@pytest.mark.parametrize("piece", ["1", "1-", "1,", "1 ", "1/", "1:", "A1-", "(", " ", "www.1 "])
def test_work_grows_no_faster_than_the_text(piece):
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        labels(sketch(text, ENGLISH), ENGLISH)
        return time.process_time() - start

    seconds(1000)
    assert seconds(200_000) < 14 * max(seconds(50_000), 0.01)
