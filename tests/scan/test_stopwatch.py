"""Running times: "2:39:54" is a length of time, "10:30:00 GMT" a time of day."""

from __future__ import annotations

import pytest

from figcheck import language
from figcheck.scan.sketch import sketch
from figcheck.scan.stopwatch import stopwatch


def seconds(text: str) -> list[int]:
    """The running times of a text in seconds."""
    return [int(figure.quantity.magnitude) for figure in stopwatch(sketch(text, language.load()), language.load())]


def test_two_colons_are_hours_minutes_and_seconds():
    assert seconds("She won in 2:39:54, he in 2:44:04.") == [9594, 9844]


@pytest.mark.parametrize(
    "text", ["at 10:30:00 GMT", "at 10:30:00 am", "verse 1:2:3", "a ratio of 2:10", "id 10:30:00:12"]
)
def test_times_of_day_and_other_colons_are_none(text):
    assert seconds(text) == []
