"""How a wrong conversion is told: what it should be, in its own style, and the slip that explains it."""

from __future__ import annotations

from datetime import date

import pytest

from figcheck import pipeline
from figcheck.model import Document, Finding
from figcheck.rates import Rates

LINEAR = "the factor of a length used for an area or a volume"


def found(text: str) -> Finding:
    """The one finding on a sentence."""
    rulebook = pipeline.load_rulebook(select=["conversion", "exchange"])
    judged = pipeline.check(Document("text", text, (), date(2022, 12, 23)), rulebook, Rates.load())
    (finding,) = judged.findings
    return finding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The canal is 16 kilometres (16 miles) long.", "9.9 miles"),
        ("The wall is 2.5m (9ft 2in) high.", "8ft 2in"),
        ("They ate 1.5kg (5lb 5oz) of jam.", "3lb 5oz"),
        ("Trains may run at 30 to 55 km/h (19 to 44 mph).", "18.6 to 34.2 mph"),
        ("It lost between $2bn and $3bn (£1.66bn-£3.66bn).", "£1.64bn-£2.46bn"),
        ("The firm is valued at $1.2bn (£1 trillion).", "£0.001 trillion"),
        ("Temperatures topped 33C (81F) in Kent.", "91F"),
    ],
)
def test_what_it_should_be_is_written_like_what_it_is(text: str, expected: str):
    assert found(text).expected == expected


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("He ran 20 miles (12km).", "divided where it should be multiplied, or the reverse"),
        (
            "The yard has 5,000 square metres (16,400 square feet).",
            "the factor of a length used for an area or a volume",
        ),
        (
            "The dam holds 5,000 cubic metres (16,400 cubic feet).",
            "the factor of a length used for an area or a volume",
        ),
        ("The lake is 9 miles (150km) long.", "out by a factor of 10"),
        ("The liner sailed 15,200km (8,200 miles).", "nautical miles taken for miles, or the reverse"),
        ("The sea was 2C (35.6F) warmer than usual.", "converted like the reading of a thermometer, 32 added"),
        ("The mercury hit 25C (45F).", "converted like a difference, without the 32"),
        ("The farm has 120 acres (94ha).", "two digits changed places"),
        ("The firm is valued at $1.2 trillion (£1bn).", "out by a factor of 1,000"),
    ],
)
def test_a_known_slip_is_named(text: str, slip: str):
    assert found(text).diagnosis == slip


def test_a_range_gets_no_guess_at_the_slip():
    assert found("Trains may run at 30 to 55 km/h (19 to 44 mph).").diagnosis == ""


@pytest.mark.parametrize(
    "text", ["He was paid €2m, equivalent to £2.3m.", "A stake of $2 billion (2.12 billion euros) was sold."]
)
def test_one_round_figure_is_not_read_a_quarter_wide(text: str):
    assert found(text).severity in ("error", "warning")
