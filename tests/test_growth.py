"""No text makes figcheck slow: four times the text takes about four times as long, whatever it is made of.

Calls are counted, which is exact and shows every loop within a loop; the time of the processor shows what one
call may hide, such as an expression that walks to the end of the text.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import process_time
from types import FrameType

import pytest

import figcheck
from figcheck import language, scan

SMALL, COUNTED, TIMES = 3_000, 1_500, 4  # characters
MOST = 7.5  # four times, and what a busy machine adds; what grows with the square takes sixteen times as long
MOST_CALLS = 4.6  # calls are the same on any machine; what is made once leaves them below four
FEWEST = 2_000  # calls: below this a ratio tells nothing
INSTANT = 0.05  # seconds: below this a ratio tells nothing

HOSTILE = {
    "grouped": "1,", "hyphened": "1-", "added": "one and ", "brackets": "(", "spaces": " ", "digits": "7",
    "stops": ".", "stops apart": ". ", "open pounds": "£1 (", "articles": "a ", "letters": "a", "initials": "A. ",
    "lines": "\n", "quotes": '"', "hundreds": "hundred ", "apostrophes": "'s ", "rules": "=", "dashes": "x-",
    "counts": "1 ", "list": "12 boats, ", "members": "12 of them ", "shares": "5% ", "dates": "12 March, ",
    "years": "in 2019 ", "sentences": "12 wide boats sank. ", "pairs": "$12 (£10) ", "rises": "up 5% to 6, ",
    "ends": "1.", "ranges": "1 to ", "ones": "one ", "halves": "half a ", "additions": "one and a half ",
    "signs": "£", "openings": "( ", "per cent": "per cent ", "shares of": "12 of 15, or 80%, ", "hours": "7.45pm ",
    "clocks": "1:", "addresses": "://", "sites": "www.", "ages": "aged 5 ", "names": "Hale, 34, ", "marks": "½",
    "scores": "3-2 ", "labels": "No. 1 ", "codes": "A1-", "strokes": "1/", "days": "20 January ", "since": "since May ",
    "fractions": "one in 5 ", "thousands": "thousands of ", "groups": "000 ", "accents": "é", "codes of money": "US$",
    "paragraphs": "It cost £12m, up from £10m. Of 50 boats, 12 sank.\n\n",
}  # fmt: skip


def seconds(read: Callable[[str], object], text: str) -> float:
    start = process_time()
    read(text)
    return process_time() - start


def calls(read: Callable[[str], object], text: str) -> int:
    """How many functions, those of C included, are called for one reading."""
    number = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return number


def hostile(piece: str, size: int) -> str:
    return f"So it was: {piece * (size // len(piece))} and so on."


def call_growth(read: Callable[[str], object], piece: str) -> float:
    """How many times as many calls the larger text takes, once all that is made but once is made."""
    small, large = hostile(piece, COUNTED), hostile(piece, COUNTED * TIMES)
    read(small)
    before, after = calls(read, small), calls(read, large)
    return after / before if after > FEWEST else 1


def growth(read: Callable[[str], object], piece: str) -> float:
    """How many times as long the larger text takes, by the quickest of some readings of each."""
    small, large = hostile(piece, SMALL), hostile(piece, SMALL * TIMES)
    before, after = seconds(read, small), seconds(read, large)
    for _ in range(4):
        if after < INSTANT or after < before * MOST:
            break
        before, after = min(before, seconds(read, small)), min(after, seconds(read, large))
    return after / before if after > INSTANT else 1


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_scan_calls_no_more_than_the_text_is_long(kind: str):
    english = language.load("en")
    assert call_growth(lambda text: scan.scan(text, english), HOSTILE[kind]) < MOST_CALLS


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_check_calls_no_more_than_the_text_is_long(kind: str):
    assert call_growth(lambda text: figcheck.check(text, date="2022-12-23"), HOSTILE[kind]) < MOST_CALLS + 1


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_scan_takes_as_long_as_the_text_is(kind: str):
    english = language.load("en")
    assert growth(lambda text: scan.scan(text, english), HOSTILE[kind]) < MOST


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_check_takes_as_long_as_the_text_is(kind: str):
    assert growth(lambda text: figcheck.check(text, date="2022-12-23"), HOSTILE[kind]) < MOST


@pytest.mark.parametrize("piece", [".", "!", "!?", ".'", ",", "=", "A", "a-", "(", " "])
def test_a_run_of_signs_that_ends_in_a_letter_is_looked_at_once(piece: str):
    def check(size: int) -> float:
        return seconds(lambda text: figcheck.check(text), f"Hale, 34, of 5{piece * (size // len(piece))}x")

    small, large = min(check(4_000) for _ in range(3)), min(check(16_000) for _ in range(3))
    assert large < max(small * MOST, INSTANT)


def test_a_paragraph_of_too_many_figures_is_still_judged():
    story = "Of the 50 members, 40 agreed and the remaining 20 did not. "
    report = figcheck.check(story * 50)
    assert len(report.figures) == 150
    assert len(report.findings) == 50


def test_a_sentence_of_too_many_figures_is_still_judged():
    boats = "; ".join(["12 boats"] * 200)
    report = figcheck.check(f"{boats}; of the 50 members, 40 agreed and the remaining 20 did not.")
    assert len(report.findings) == 1
