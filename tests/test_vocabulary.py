"""The words lent by quantulum3 and CLDR."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import pytest

from figcheck import vocabulary
from figcheck.terms import facts, parsed

TABLES = tomllib.loads((vocabulary.FOLDER / "vocabulary.toml").read_text(encoding="utf-8"))
DECISIONS = tomllib.loads((vocabulary.FOLDER / "borrowed.toml").read_text(encoding="utf-8"))


def test_borrowing_again_changes_nothing() -> None:
    written = (vocabulary.FOLDER / "vocabulary.toml").read_text(encoding="utf-8")
    if vocabulary.versions() not in written:
        pytest.skip("other versions of the lenders are installed")
    assert vocabulary.generated() == written


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("miles", "mile"),
        ("square kilometres", "square kilometer"),
        ("cubic feet", "cubic foot"),
        ("litres", "liter"),
        ("kilometers per hour", "kilometer/hour"),
        ("tonnes", "metric_ton"),
        ("tons", "ton"),
        ("short tons", "short_ton"),
        ("gallons", "gallon"),
        ("degrees fahrenheit", "fahrenheit"),
        ("megawatt-hours", "megawatt_hour"),
        ("percent", "percent"),
        ("nautical miles", "nautical_mile"),
        ("megatonnes", "megatonne"),
    ],
)
def test_a_word_names_its_unit(word: str, unit: str) -> None:
    assert TABLES["units"][word] == unit


@pytest.mark.parametrize("word", ["c", "bar", "set", "second of arc", "quarter", "gross", "siemens", "pond", "stones"])
def test_a_word_that_means_something_else_is_not_borrowed(word: str) -> None:
    assert word not in TABLES["units"]


@pytest.mark.parametrize("symbol", ["C", "F", "K", "kt", "Mt", "Pa", "R", "p", "'", "b", "m", "ac", "in", "T", "G"])
def test_a_treacherous_symbol_is_not_borrowed(symbol: str) -> None:
    assert symbol not in TABLES["abbreviations"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("australian dollars", "AUD"),
        ("us dollars", "USD"),
        ("dollars", "USD"),
        ("pounds", "GBP"),
        ("pounds sterling", "GBP"),
        ("swiss franc", "CHF"),
        ("south korean won", "KRW"),
        ("zloty", "PLN"),
        ("turkish lira", "TRY"),
        ("saudi riyals", "SAR"),
        ("german marks", "DEM"),
    ],
)
def test_a_name_means_its_currency(name: str, code: str) -> None:
    assert TABLES["currencies"][name] == code


@pytest.mark.parametrize("name", ["won", "real", "gold", "mark", "peso", "francs", "colon"])
def test_a_bare_name_that_is_shared_or_a_common_word_is_no_currency(name: str) -> None:
    assert name not in TABLES["currencies"]


def test_a_shared_name_lists_its_owners() -> None:
    assert {"ARS", "MXN", "PHP"} <= set(TABLES["shared"]["pesos"])


@pytest.mark.parametrize(("symbol", "code"), [("$", "USD"), ("£", "GBP"), ("A$", "AUD"), ("¥", "JPY"), ("₽", "RUB")])
def test_a_sign_means_its_currency(symbol: str, code: str) -> None:
    assert TABLES["symbols"][symbol] == code


def test_every_borrowed_unit_is_known_by_size() -> None:
    known = facts()["factors"].keys() | facts()["open"].keys() | facts()["calendar"].keys()
    for table in ("units", "abbreviations"):
        for word, unit in TABLES[table].items():
            assert {name for name, _ in parsed(unit)} <= known, word


def test_every_word_left_out_has_its_reason() -> None:
    for table in ("drop", "drop-words", "drop-currencies", "drop-codes"):
        assert all(DECISIONS[table].values()), table


def test_an_unknown_phrase_is_put_to_quantulum3() -> None:
    assert vocabulary.unit("bushels per acre") == "bushel/acre"
    assert vocabulary.unit("watts per square metre") == "watt/square meter"


@pytest.mark.parametrize("phrase", ["people", "megatonnes of carbon", "", "("])
def test_what_quantulum3_reads_only_in_part_is_no_unit(phrase: str) -> None:
    assert vocabulary.unit(phrase) is None


def test_the_door_itself_wakes_nobody() -> None:
    code = "import sys, figcheck.vocabulary; print({'quantulum3', 'babel', 'pint'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
