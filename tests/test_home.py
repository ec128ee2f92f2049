"""What a newsroom means by its own words: "$" is the money at home, a gallon that of its country."""

from __future__ import annotations

from datetime import date

import pytest

import figcheck
from figcheck import cli, pipeline
from figcheck.model import Document, Report
from figcheck.rates import Rates

DAY = date(2024, 3, 14)


def _checked(text: str, home: str = "", dialect: str = "") -> Report:
    rulebook = pipeline.load_rulebook(select=["exchange", "conversion"])
    return pipeline.check(Document("text", text, (), DAY, home=home, dialect=dialect), rulebook, Rates.load())


def _outcomes(text: str, home: str = "", dialect: str = "") -> list[str]:
    return [check.verdict.outcome for check in _checked(text, home, dialect).checks]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("The new tram cost £10m ($19.5m).", "AUD"),
        ("The new tram cost 19.5 million dollars (£10m).", "AUD"),
        ("The new tram cost £10m ($17.3m).", "CAD"),
        ("The new tram cost $10m (167m pesos).", "MXN"),
    ],
)
def test_a_bare_sign_or_name_is_the_money_at_home(text, home):
    assert _outcomes(text, home) == ["agrees"]
    assert _outcomes(text, "USD") != ["agrees"]


@pytest.mark.parametrize("text", ["The tram cost US$10m (£7.8m).", "The tram cost £7.8m, or 10 million US dollars."])
def test_money_that_says_whose_it_is_stays_what_it_is(text):
    assert _outcomes(text, "AUD") == _outcomes(text) == ["agrees"]


def test_at_home_no_other_money_is_meant_unless_its_country_is_named():
    assert _outcomes("The tram cost £10m ($12.8m).", "AUD") == ["contradicts"]
    assert _outcomes("In the United States the tram cost £10m ($12.8m).", "AUD") == ["agrees"]


def test_a_home_that_shares_no_name_changes_nothing():
    for text in ("The tram cost £10m ($12.8m).", "The tram cost £10m (11.7m euros)."):
        assert _outcomes(text, "EUR") == _outcomes(text) == ["agrees"]


def test_money_per_something_is_at_home_as_well():
    (_, price) = _checked("It costs £2 a mile ($3.90 a mile).", "AUD").claims
    assert price.figure.quantity.unit.startswith("AUD")


@pytest.mark.parametrize(
    ("text", "uk", "us"),
    [
        ("The tank holds 10 gallons (45.5 litres).", "agrees", "contradicts"),
        ("The tank holds 10 gallons (37.9 litres).", "contradicts", "agrees"),
        ("The jug holds six pints (2.8 litres).", "contradicts", "agrees"),
        ("The tank holds 10 US gallons (37.9 litres).", "agrees", "agrees"),
    ],
)
def test_a_gallon_is_that_of_the_newsroom_s_country(text, uk, us):
    assert (_outcomes(text, dialect="uk"), _outcomes(text, dialect="us")) == ([uk], [us])
    assert _outcomes(text) == ["agrees"]


@pytest.mark.parametrize("text", ["It weighs 30 tons (30 tonnes).", "It weighs 30 tons (27.2 tonnes)."])
def test_a_ton_may_be_a_tonne_in_any_country(text):
    assert _outcomes(text, dialect="uk") == _outcomes(text, dialect="us") == ["agrees"]


def test_a_config_says_so_for_a_newsroom(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tram.txt").write_text("The tram cost £10m ($12.8m), and its tank holds 10 gallons (37.9 litres).\n")
    words = ["check", "tram.txt", "--date", "2024-03-14"]
    assert cli.main(words) == 0
    for line, code in (('home-currency = "aud"', 1), ('dialect = "uk"', 1), ('dialect = "us"', 0)):
        (tmp_path / "figcheck.toml").write_text(line)
        assert cli.main(words) == code, line
    for line, told in (
        ('dialect = "au"', "figcheck: figcheck.toml:1: unknown dialect 'au' (expected one of: uk, us)\n"),
        ('home-currency = "dollar"', "figcheck: figcheck.toml:1: unknown currency 'DOLLAR'"),
    ):
        (tmp_path / "figcheck.toml").write_text(line)
        capsys.readouterr()
        assert cli.main(words) == 2 and capsys.readouterr().err.startswith(told)


def test_figures_and_explanations_are_those_of_the_newsroom(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tram.txt").write_text("The tram cost $12m.\n")
    (tmp_path / "figcheck.toml").write_text('home-currency = "AUD"\n')
    assert cli.main(["extract", "tram.txt", "--format", "csv"]) == 0
    assert ",AUD," in capsys.readouterr().out
    assert cli.main(["extract", "tram.txt", "--format", "csv", "--isolated"]) == 0
    assert ",USD," in capsys.readouterr().out
    assert cli.main(["explain", "The tram cost $12m."]) == 0
    assert "AUD" in capsys.readouterr().out
    (tmp_path / "figcheck.toml").write_text('dialect = "au"\n')
    for words in (["extract", "tram.txt"], ["explain", "The tram cost $12m."]):
        assert cli.main(words) == 2
        assert capsys.readouterr().err.startswith("figcheck: figcheck.toml:1: unknown dialect 'au'")


def test_python_is_told_by_arguments():
    text = "The tram cost £10m ($19.5m)."
    assert not figcheck.check(text, date=DAY).ok
    assert figcheck.check(text, date=DAY, home_currency="aud").ok
    with pytest.raises(figcheck.Problem, match="unknown dialect 'au'"):
        figcheck.check(text, dialect="au")
