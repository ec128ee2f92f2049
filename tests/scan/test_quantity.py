"""Quantities in sentences: the examples of the word lists, and what stands around a figure."""

from __future__ import annotations

import itertools
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import language
from figcheck.model import Figure
from figcheck.scan import scan

ENGLISH = language.load("en")
OTHERS = ("date", "year", "time", "ordinal", "label", "age", "score")


def read(text: str) -> list[Figure]:
    return [figure for figure in scan(text, ENGLISH) if figure.kind not in OTHERS]


def told(figure: Figure) -> str:
    """A figure as the examples write it: hedge, kind, value, unit."""
    quantity = figure.quantity
    value = format(quantity.magnitude.normalize(), "f")
    if quantity.upper is not None:
        value += ".." + format(quantity.upper.normalize(), "f")
    unit = "" if quantity.unit == figure.kind else quantity.unit
    return " ".join(part for part in (figure.hedge, figure.kind, value, unit) if part)


def all_told(text: str) -> str:
    return "; ".join(map(told, read(text))) or "nothing"


EXAMPLES = [
    pytest.param(spelling, group["meaning"], id=f"{name}: {spelling}")
    for name in ("numerals", "units", "hedges")
    for group in language.examples("en")[name]
    for spelling in group["spellings"]
]


@pytest.mark.parametrize(("spelling", "meaning"), EXAMPLES)
def test_each_spelling_has_its_meaning(spelling: str, meaning: str) -> None:
    assert all_told(spelling) == meaning


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("Fares rose from 5 to 7 per cent", "percent 5; percent 7"),
        ("Four-fifths were sold; the other fifth was burned", "share 0.8; share 0.2"),
        ("an odds ratio of 0.63 (95% CI 0.52 to 0.77)", "count 0.63; percent 95; count 0.52..0.77"),
        ("Wool made 41% of sales, cotton 35, silk 24.", "percent 41; percent 35; percent 24"),
        ("Wool made up 62% and cotton 38.", "percent 62; percent 38"),
        ("Sales rose 5%, Hull opened 20 and Kent 3.", "percent 5; count 20; count 3"),
        ("Wool made 41% of sales, cotton 35 shirts, silk 24.", "percent 41; count 35; count 24"),
        ("a six or 20-day pass", "duration 6 day; duration 20 day"),
        ("an eight or 15-day pass", "duration 8..15 day"),
        ("She's ⅔ done, and the pot's 40½ cm deep", "share 0.6666666666666666666666666667; measure 40.5 centimeter"),
        ("It costs 17 USD 40 EUR", "money 17 USD; money 40 EUR"),
        ("tickets at 10 $ 30 $", "money 10 USD; money 30 USD"),
        ("She swam the 1,500m in 16 minutes", "measure 1500 meter; duration 16 minute"),
        ("Fares range from 5 to 7 per cent", "percent 5..7"),
        ("Sales went from $2m to $3.5 million", "money 2000000 USD; money 3500000 USD"),
        ("It took three or four years", "duration 3..4 year"),
        ("a 10-15 mile walk", "measure 10..15 mile"),
        ("five per cent to 20 per cent", "percent 5..20"),
        ("£83 million ($100 million) a month", "money 83000000 GBP/month; money 100000000 USD/month"),
        ("8 litres per 100km", "measure 8 liter/100 kilometer"),
        ("280 million of the 1.5 billion shekels", "money 280000000 ILS; money 1500000000 ILS"),
        ("$600 billion dollars in interest", "money 600000000000 USD"),
        ("the toll was 5 dollars and 20 cents", "money 5.2 USD"),
        ("a ratio of 20:1", "multiple 20"),
        ("beaten by 3-to-1", "multiple 3"),
        ("it fell by 1/16 of an inch", "measure 0.0625 inch"),
        ("one for every 1,800 people", "share 0.0005555555555555555555555555556"),
        ("8 deaths per 100,000 people", "count 8; count 100000"),
        ("a nine-member crew and a 38-strong choir", "count 9; count 38"),
        ("he won it three times", "count 3"),
        ("one of the 12 jurors", "count 1; count 12"),
        ("More than one in four pupils", "more than share 0.25"),
        ("all but four of the 29", "count 4; count 29"),
        ("12pc more than a year ago", "percent 12"),
        ("more than a decade", "more than duration 10 year"),
        ("Sales more than doubled to $84.7 million", "more than multiple 2; money 84700000 USD"),
        ("the past 11 and a half years", "duration 11.5 year"),
        ("7-1/2-year bonds", "duration 7.5 year"),
        ("two more miles", "measure 2 mile"),
        ("It costs 15 dollars 50.", "money 15.5 USD"),
        ("75 USD million", "money 75000000 USD"),
        ("a loss of 30 MUSD", "money 30000000 USD"),
        ("it weighs 20 (kg)", "measure 20 kilogram"),
        ("another million barrels a day", "measure 1000000 barrel/day"),
        ("(£5m) was lost", "money 5000000 GBP"),
        ("a loss of -£5m, or −3.5%", "money -5000000 GBP; percent -3.5"),
        ("plus or minus 3 points", "about count 3"),
        ("the 100m final", "measure 100 meter"),
        ("100m people", "count 100000000"),
        ("a 37m (121ft) mast", "measure 37 meter; measure 121 foot"),
        ("he lost 20 pounds", "measure 20 pound"),
        ("a fine of 20 pounds sterling", "money 20 GBP"),
        ("five pounds of flour", "measure 5 pound"),
        ("He gave £50. Others gave 20 pounds", "money 50 GBP; money 20 GBP"),
        ("40m Chilean pesos", "money 40000000 CLP"),
        ("hundreds of miles and dozens of men", "measure 100..1000 mile; count 12..120"),
    ],
)
def test_what_a_phrase_means(text: str, meanings: str) -> None:
    assert all_told(text) == meanings


@pytest.mark.parametrize(
    "text",
    [
        "the A350-900 and the G20", "version 1.2.3 of it", "a 5G mast", "24703L202", "the TPP-11 deal", "he is no one",
        "the one that got away", "second to none", "a double room", "the third quarter", "top-five finish",
        "a PS5 and an R2 road", "1" * 60, "one another", "as one", "in the first half", "loved ones",
    ],
)  # fmt: skip
def test_names_and_pronouns_are_no_quantities(text: str) -> None:
    assert all_told(text) == "nothing"


@pytest.mark.parametrize(
    ("text", "surface", "digits", "scale"),
    [
        ("about £83m a week", "£83m a week", "83", "1000000"),
        ("some 2.5 million homes", "2.5 million", "2.5", "1000000"),
        ("some two hundred and one homes", "two hundred and one", "two hundred and one", "1"),
        ("two million homes", "two million", "two", "1000000"),
        ("roughly 50,000 fighters", "50,000", "50,000", "1"),
        ("62 per cent of voters", "62 per cent", "62", "1"),
    ],
)
def test_a_figure_knows_its_digits_and_its_scale(text: str, surface: str, digits: str, scale: str) -> None:
    (figure,) = read(text)
    assert figure.surface == surface
    assert text[figure.digits.start : figure.digits.end] == digits
    assert figure.scale == Decimal(scale)


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("£83m", "1000000"), ("1.2 million", "100000"), ("1.20 million", "10000"), ("half a million", "100000"),
        ("5.0%", "0.1"), ("six-and-a-half years", "0.5"), ("seven months", "1"), ("12st 4lb", "1"),
    ],
)  # fmt: skip
def test_the_grain_follows_the_printed_form(text: str, grain: str) -> None:
    assert read(text)[0].grain == Decimal(grain)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("for over two years", "more than"), ("spread over two years", ""), ("nearly a third of them", "nearly"),
        ("50-odd cars", "about"), ("14 or more cars", "at least"), ("as many as 14 cars", "up to"),
        ("exactly 14 cars", ""), ("just 14 cars", ""), ("~14 cars", "about"), ("about US $5", "about"),
        ("no more than 14 cars", "at most"), ("only 14 cars", ""), ("a little over 14 miles", "just over"),
    ],
)  # fmt: skip
def test_hedges_on_either_side(text: str, hedge: str) -> None:
    assert read(text)[0].hedge == hedge


@given(st.text(alphabet=st.sampled_from("0123456789,.-–/ $£€%½()mkbnxC°twohalfndrei\n\u00a0\u202fé'"), max_size=60))
def test_spans_are_exact_sorted_and_apart(text: str) -> None:
    figures = scan(text, ENGLISH)
    assert all(text[figure.span.start : figure.span.end] == figure.surface for figure in figures)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(figures))
    assert all(f.span.start <= f.digits.start <= f.digits.end <= f.span.end for f in figures)


@pytest.mark.parametrize(
    "unit", ["1,", "1-", "one and ", "(", " ", "7", "100,", "1 to ", "two ", "$1 (", "half a ", "1 000 "]
)
def test_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.perf_counter()
        scan(text, ENGLISH)
        return time.perf_counter() - start

    seconds(2_000)
    short, long = min(seconds(5_000) for _ in range(3)), min(seconds(40_000) for _ in range(2))
    assert long < 8 * short * 3 + 0.02


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("gave £8m to 12 schools", "money 8000000 GBP; count 12"),
        ("left $3 to 12 people", "money 3 USD; count 12"),
        ("from 90 boats worth £8m to 71 boats", "count 90; money 8000000 GBP; count 71"),
    ],
)
def test_those_who_get_the_money_are_not_counted_in_it(text: str, meaning: str) -> None:
    assert all_told(text) == meaning
