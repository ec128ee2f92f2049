"""The words that quantulum3 and CLDR lend us: the only door to both.

Which surfaces name a unit ("square miles", "kWh"), and which a currency ("Australian dollars", "A$"),
was written down long ago by others. `python -m figcheck.vocabulary` copies it into
`languages/en/vocabulary.toml`; `languages/en/borrowed.toml` says what is left out and why.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "languages" / "en"
Table = dict[str, str]


def generated() -> str:
    """The text of vocabulary.toml, made afresh from the packages installed here."""
    decisions = _decisions()
    words, abbreviations = _units(decisions)
    names, shared = _currencies(decisions)
    tables: dict[str, Mapping[str, object]] = {
        "units": words,
        "abbreviations": abbreviations,
        "currencies": names,
        "shared": shared,
        "symbols": _symbols(),
        "codes": {code: code for code in sorted(_money_names()) if code not in decisions["drop-codes"]},
    }
    return _written(tables)


def versions() -> str:
    """The versions of the lenders, as vocabulary.toml records them in its second line."""
    from importlib.metadata import version

    return ", ".join(f"{package} {version(package)}" for package in ("quantulum3", "inflect", "Babel"))


def _written(tables: Mapping[str, Mapping[str, object]]) -> str:
    """The tables as TOML, sorted, one fact a line."""
    import json

    lines = [
        "# Written by `python -m figcheck.vocabulary`: edit borrowed.toml or units.toml instead.",
        f"# From {versions()}.",
        "# [units] words in lower case; [abbreviations] as written; [currencies] names in lower case;",
        "# [shared] bare names of several currencies; [symbols] and [codes] as written.",
    ]
    for name, table in tables.items():
        lines += ["", f"[{name}]"]
        lines += [
            f"{json.dumps(key, ensure_ascii=False)} = {json.dumps(table[key], ensure_ascii=False)}"
            for key in sorted(table)
        ]
    return "\n".join(lines) + "\n"


def _units(decisions: Mapping[str, Any]) -> tuple[Table, Table]:
    """Unit words (lower case) and unit symbols (as written), each with our name for the unit."""
    from quantulum3 import load

    words: Table = {}
    symbols: Table = {}
    dropped, ours = decisions["drop-words"], decisions["words"]
    surfaces: list[tuple[str, str]] = []
    for base, unit in sorted(load.units().names.items()):
        name = "" if unit.entity.name == "currency" else _our_name(base, unit, decisions)
        surfaces += [(surface, name) for surface in unit.surfaces if name and surface not in dropped]
        symbols |= {symbol: ours.get(symbol, name) for symbol in unit.symbols if name and symbol not in symbols}
    for surface, name in surfaces + list(decisions["also"].items()):
        for spelling in _spellings(surface, decisions["spelling"]):
            for form in (spelling, load.pluralize(spelling)):
                words.setdefault(form.lower(), ours.get(surface, name))
    return _without(words, dropped), _without(symbols, dropped)


def _our_name(name: str, unit: Any, decisions: Mapping[str, Any]) -> str:
    """Our name for quantulum3's unit, "" when it is left out: "kilometre per hour" is kilometer/hour."""
    if name in decisions["drop"] or not _is_used(unit, decisions["prefixes"]):
        return ""
    if name in decisions["names"]:
        return str(decisions["names"][name])
    for british, american in decisions["spelling"].items():
        name = name.replace(british, american)
    return name.replace(" per ", "/").replace("-", "_")


def _is_used(unit: Any, prefixes: Mapping[str, list[str]]) -> bool:
    """Whether news puts this prefix before this unit: milliwatts, but no picowatts."""
    from quantulum3 import load

    for prefix in load.METRIC_PREFIXES.values():
        base = unit.name.removeprefix(prefix)
        if base != unit.name and "prefixes" in _entry(base):
            return prefix in prefixes.get(base, [])
    return True


@cache
def _entry(name: str) -> dict[str, Any]:
    """A unit as quantulum3's own list has it, before it is multiplied by prefixes."""
    import json

    from quantulum3 import load

    lists = [json.loads(path.read_text(encoding="utf-8")) for path in (load.GENERAL_UNITS_PATH,)]
    return dict(lists[0].get(name, {}))


def _without(table: Table, dropped: Mapping[str, str]) -> Table:
    """The table less the dropped words."""
    return {word: name for word, name in table.items() if word not in dropped}


def _spellings(surface: str, spelling: Mapping[str, str]) -> tuple[str, ...]:
    """A surface in British and American spelling, and with a space for its hyphen."""
    found = [surface]
    for british, american in spelling.items():
        found += [surface.replace(british, american)]
        if british not in surface:
            found += [surface.replace(american, british)]
    found += [each.replace("-", " ") for each in found]
    return tuple(dict.fromkeys(found))


def _money_names() -> dict[str, tuple[str, ...]]:
    """Every currency that was legal tender since 1999, with its CLDR names in the singular and the plural."""
    from babel.core import get_global
    from babel.numbers import get_currency_name

    tender = {
        code
        for periods in get_global("territory_currencies").values()
        for code, _, end, is_tender in periods
        if is_tender and (end is None or end >= (1999, 1, 1))
    }
    named = {code: tuple(get_currency_name(code, count=count, locale="en") for count in (1, 2)) for code in tender}
    return {code: names for code, names in sorted(named.items()) if "(" not in names[0] and names[0] != code}


def _currencies(decisions: Mapping[str, Any]) -> tuple[Table, dict[str, list[str]]]:
    """Currency names in lower case, and the bare names that several currencies share."""
    from quantulum3 import load

    full: Table = {}
    bare: dict[str, set[str]] = {}
    for code, names in _money_names().items():
        for name in names:
            for spelling in (name.lower(), _plain(name.lower())):
                full[spelling] = code
                bare.setdefault(spelling.split()[-1], set()).add(code)
    for unit in load.units().names.values():
        if unit.currency_code:
            for surface in unit.surfaces:
                full.setdefault(surface.lower(), unit.currency_code)
                full.setdefault(load.pluralize(surface).lower(), unit.currency_code)
    dropped = decisions["drop-currencies"]
    shared = {name: sorted(codes) for name, codes in bare.items() if len(codes) > 1 and name not in dropped}
    alone = {name: min(codes) for name, codes in bare.items() if len(codes) == 1}
    given = decisions["also-currencies"] | decisions["default"]
    default = {load.pluralize(name): code for name, code in given.items()} | given
    table = {name: code for name, code in (alone | full).items() if name not in shared} | default
    return _without(table, dropped), shared


def _plain(name: str) -> str:
    """A name without its accents, as agencies print it: colon for colón."""
    import unicodedata

    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _symbols() -> Table:
    """Currency signs: CLDR's for readers of English, quantulum3's, then signs such as ₽ that have one owner."""
    from babel import Locale
    from babel.localedata import locale_identifiers
    from quantulum3 import load

    known = _money_names()
    places = sorted(locale_identifiers(), key=lambda place: (not place.startswith("en"), place))
    offers = [(symbol, code) for code, symbol in Locale("en").currency_symbols.items()]
    offers += [(symbol, unit.currency_code) for unit in load.units().names.values() for symbol in unit.symbols]
    for place in places:
        for code, symbol in Locale.parse(place).currency_symbols.items():
            if place.startswith("en") or len(symbol) == 1:
                offers.append((symbol, code))
    found: Table = {}
    for symbol, code in offers:
        if code in known and _is_sign(symbol):
            found.setdefault(symbol, code)
    return found


def _is_sign(symbol: str) -> bool:
    """Whether a symbol holds a currency sign and no space: US$ and ₽, but not kr or R."""
    from unicodedata import category

    return any(category(character) == "Sc" for character in symbol) and all(
        category(character) in ("Sc", "Lu") for character in symbol
    )


@cache
def unit(phrase: str) -> str | None:
    """What quantulum3's parser makes of a unit phrase that our own words do not know, or nothing.

    Asked only about the odd phrase ("bushels per acre"), for the first question
    costs seconds. It is given a one to count, its reading of numbers is never
    used, and it must have understood the whole phrase: of "megatonnes of carbon"
    it understands a half.
    """
    parse = _parser()
    readings = parse(f"1 {phrase}")
    if len(readings) != 1 or readings[0].span != (0, len(phrase) + 2):
        return None
    decisions = _decisions()
    over: list[str] = []
    under: list[str] = []
    for part in readings[0].unit.dimensions:
        name = _one_name(part["base"], decisions)
        if not name:
            return None
        (over if part["power"] > 0 else under).extend([name] * abs(part["power"]))
    return " ".join(over) + "".join(f"/{name}" for name in under) if over else None


def _one_name(base: str, decisions: Mapping[str, Any]) -> str:
    """Our name for one of quantulum3's units, a currency's being its code."""
    from quantulum3 import load

    found = load.units().names[base]
    return str(found.currency_code or "") if found.entity.name == "currency" else _our_name(base, found, decisions)


@cache
def _parser() -> Any:
    """quantulum3's parser, without its classifier: that asks scikit-learn, and guesses by the words around."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, parser
    classifier.USE_CLF = False
    return parser.parse


@cache
def _decisions() -> dict[str, Any]:
    """borrowed.toml: what we keep, and under which name."""
    return tomllib.loads((FOLDER / "borrowed.toml").read_text(encoding="utf-8"))


def main() -> None:
    """Write vocabulary.toml again."""
    (FOLDER / "vocabulary.toml").write_text(generated(), encoding="utf-8")


if __name__ == "__main__":
    main()
