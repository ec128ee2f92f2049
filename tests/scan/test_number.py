"""Numbers as printed, digits and words."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import language
from figcheck.scan.draft import Draft
from figcheck.scan.lexicon import lexicon
from figcheck.scan.number import digit_runs, digits_at
from figcheck.scan.words import words_at

WORDS = lexicon(language.load("en"))


def digits(text: str) -> Draft | None:
    found = digit_runs().search(text)
    assert found
    return digits_at(text, found.start(), len(text), WORDS)


def words(text: str) -> Draft:
    first = re.split("[ -]", text)[0]
    assert first in WORDS.seeds
    draft = words_at(text, 0, len(first), len(text), WORDS)
    assert draft
    return draft


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("50,000", "50000"), ("50\u202f000", "50000"), ("50\u00a0000 men", "50000"), ("1 234 567", "1234567"),
        ("12,34,567.89", "1234567.89"), ("1.20", "1.20"), (".001", "0.001"), ("1½", "1.5"), ("2 1/2", "2.5"),
        ("1/16", "0.0625"), ("1.99×10−30", "1.99E-30"), ("1.3e6", "1300000"), ("100,100,1000", "100100"), ("1,2", "1"),
    ],
)  # fmt: skip
def test_digits(text: str, value: str) -> None:
    draft = digits(text)
    assert draft and draft.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value", "read"),
    [
        ("two hundred and forty-one", 241, "two hundred and forty-one"),
        ("two hundred forty one men", 241, "two hundred forty one"),
        ("one hundred and ninety thousand", 190000, "one hundred and ninety thousand"),
        ("one hundred and two hundred", 100, "one hundred"),
        ("one thousand and two thousand", 1000, "one thousand"),
        ("three lakh crore", 3 * 10**12, "three lakh crore"),
        ("twenty-one trillion three hundred", 21 * 10**12 + 300, "twenty-one trillion three hundred"),
        ("seventy one two", 71, "seventy one"),
        ("five point five", Decimal("5.5"), "five point five"),
        ("two dozen eggs", 24, "two dozen"),
        ("two and a half million", 2500000, "two and a half million"),
        ("six-and-a-half years", Decimal("6.5"), "six-and-a-half"),
        ("one and three-quarters", Decimal("1.75"), "one and three-quarters"),
    ],
)
def test_number_words(text: str, value: int | Decimal, read: str) -> None:
    draft = words(text)
    assert draft.value == value and text[draft.start : draft.end] == read


@given(st.integers(1, 10**9 - 1))
def test_every_number_reads_back_from_its_words(number: int) -> None:
    draft = words(spell(number))
    assert draft.value == number


@given(st.integers(0, 10**12))
def test_every_number_reads_back_from_its_groups(number: int) -> None:
    draft = digits(f"{number:,}")
    assert draft and draft.value == number


UNITS = [word for word, value in sorted(WORDS.cardinals.items(), key=lambda item: item[1]) if 0 < value < 20]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(number: int) -> str:
    """A number in words, as British newspapers write it."""
    for scale, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            head, tail = divmod(number, scale)
            joint = " and " if tail and (scale == 100 or tail < 100) else " "
            return f"{spell(head)} {name}" + (joint + spell(tail) if tail else "")
    if number < 20:
        return UNITS[number - 1]
    return TENS[number // 10] + (f"-{UNITS[number % 10 - 1]}" if number % 10 else "")
