"""No text makes figcheck slow: four times the text takes about four times as long, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

import figcheck
from figcheck import language, scan

SMALL, TIMES = 3_000, 4
MOST = 7.5  # four times, and what a busy machine adds; what grows with the square takes sixteen times as long
INSTANT = 0.05  # seconds: below this a ratio tells nothing

HOSTILE = {
    "grouped": "1,", "hyphened": "1-", "added": "one and ", "brackets": "(", "spaces": " ", "digits": "7",
    "stops": ".", "stops apart": ". ", "open pounds": "£1 (", "articles": "a ", "letters": "a", "initials": "A. ",
    "lines": "\n", "quotes": '"', "hundreds": "hundred ", "apostrophes": "'s ", "rules": "=", "dashes": "x-",
    "counts": "1 ", "list": "12 boats, ", "members": "12 of them ", "shares": "5% ", "dates": "12 March, ",
    "years": "in 2019 ", "sentences": "12 wide boats sank. ", "pairs": "$12 (£10) ", "rises": "up 5% to 6, ",
    "paragraphs": "It cost £12m, up from £10m. Of 50 boats, 12 sank.\n\n",
}  # fmt: skip


def seconds(read: Callable[[str], object], text: str) -> float:
    start = process_time()
    read(text)
    return process_time() - start


def growth(read: Callable[[str], object], piece: str) -> float:
    """How many times as long the larger text takes; measured again where something else got in the way."""
    small, large = (f"So it was: {piece * (size // len(piece))} and so on." for size in (SMALL, SMALL * TIMES))
    for _ in range(3):
        before, after = seconds(read, small), seconds(read, large)
        ratio = after / before if after > INSTANT else 1
        if ratio < MOST:
            break
    return ratio


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_scan_takes_as_long_as_the_text_is(kind: str):
    english = language.load("en")
    assert growth(lambda text: scan.scan(text, english), HOSTILE[kind]) < MOST


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_check_takes_as_long_as_the_text_is(kind: str):
    assert growth(lambda text: figcheck.check(text, date="2022-12-23"), HOSTILE[kind]) < MOST


def test_a_paragraph_of_too_many_figures_is_still_judged():
    story = "Of the 50 members, 40 agreed and the remaining 20 did not. "
    report = figcheck.check(story * 50)
    assert len(report.figures) == 150
    assert len(report.findings) == 50


def test_a_sentence_of_too_many_figures_is_still_judged():
    boats = "; ".join(["12 boats"] * 200)
    report = figcheck.check(f"{boats}; of the 50 members, 40 agreed and the remaining 20 did not.")
    assert len(report.findings) == 1
