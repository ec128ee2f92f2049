"""Makes factors.json: the sizes of common units, from pint and from measures.toml.

`python -m figcheck.factors` writes it again; a test proves that this changes nothing.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

from figcheck import units
from figcheck.problem import Problem
from figcheck.terms import parsed

HERE = Path(__file__).parent
Entry = tuple[Decimal, units.Dimension]


def generated() -> str:
    """The text of factors.json, made afresh with the pint installed here."""
    measures = tomllib.loads((HERE / "measures.toml").read_text(encoding="utf-8"))
    entries = dict(_given(measures))
    settled = entries.keys() | measures["open"].keys() | measures["calendar"].keys()
    words = {word for readings in measures["open"].values() for word in readings.values()}
    for name in sorted((_vocabulary() | words) - settled):
        if not units.is_currency(name) and not name.isdigit():
            entries[name] = _asked(name)
    names, prefixes = units.pint_names()
    tables = {
        "pint": version("pint"),
        "factors": {name: (_plain(size), dict(powers)) for name, (size, powers) in sorted(entries.items())},
        "open": measures["open"],
        "calendar": measures["calendar"],
        "subunits": measures["subunits"],
        "phrases": sorted(name for name in measures["share"] if " " in name),
        "prefixes": prefixes,
        "names": [name for name in names if name not in measures["nouns"]["words"]],
    }
    lines = ",\n".join(f"{json.dumps(name)}: {_lines(table)}" for name, table in tables.items())
    return "{\n" + lines + "\n}\n"


def _asked(name: str) -> Entry:
    """pint's word on one unit of the vocabulary."""
    try:
        return units.asked(name)
    except AttributeError as error:  # what pint's UndefinedUnitError is
        raise Problem(
            "vocabulary.toml or units.toml", f"no such unit: {name!r}", "define it in measures.toml"
        ) from error


def _given(measures: dict[str, Any]) -> Iterator[tuple[str, Entry]]:
    """The units that measures.toml defines itself."""
    for name, expression in (measures["exact"] | measures["own"]).items():
        yield name, units.asked(expression)
    for name, size in measures["degrees"].items():
        yield name, (Decimal(size), (("temperature", 1),))
    for name, size in measures["share"].items():
        yield name.replace(" ", "_"), (Decimal(size), ())
    for name, base in measures["alone"].items():
        yield name, (Decimal(1), ((base, 1),))


def _vocabulary() -> set[str]:
    """Every term of every unit that the languages name."""
    found = set()
    folders = HERE / "languages"
    for path in sorted([*folders.glob("*/vocabulary.toml"), *folders.glob("*/units.toml")]):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        for name in ("units", "abbreviations", "glued"):
            for unit in tables.get(name, {}).values():
                found |= {name for name, _ in parsed(unit)}
    return found


def _plain(size: Decimal) -> str:
    """A number without an exponent and without idle zeros."""
    return f"{size.normalize():f}"


def _lines(table: Any) -> str:
    """A table as JSON with one entry a line, a list on one line."""
    if not isinstance(table, dict):
        return json.dumps(table)
    return "{\n" + ",\n".join(f"  {json.dumps(key)}: {json.dumps(table[key])}" for key in table) + "\n}"


def main() -> None:
    """Write factors.json again."""
    (HERE / "factors.json").write_text(generated(), encoding="utf-8")


if __name__ == "__main__":
    main()
