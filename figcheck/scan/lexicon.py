"""The words of one language, turned once into the tables that the scanner looks things up in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from figcheck.language import Language
from figcheck.record import record
from figcheck.scan.sketch import seeds


class Unit(NamedTuple):
    """What a unit phrase means: the kind of figure, the unit, and what one of it is worth ("decade": 10 years)."""

    kind: str
    name: str
    factor: Decimal = Decimal(1)


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@record(eq=False)
class Lexicon:
    """Everything the scanner looks up, keyed for one look each.

    `units` maps a phrase to its unit, `firsts` the first word of a phrase to the
    number of words in the longest one, so that text is never tried against all
    phrases. Lower-case keys match any capitals; the rest match as written.
    """

    language: Language
    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    glued_scales: Mapping[str, int]
    money_scales: frozenset[str]
    plurals: Mapping[str, int]
    vague: Mapping[str, list[int]]
    articles: frozenset[str]
    fractions: Mapping[str, int]
    and_letters: frozenset[str]
    marks: Mapping[str, list[int]]
    multiples: Mapping[str, list[int]]
    units: Mapping[str, Unit]
    firsts: Mapping[str, int]
    glued: Mapping[str, Unit]
    spaced: Mapping[str, Unit]
    symbols: Mapping[str, str]
    symbol_ends: frozenset[str]
    careful: frozenset[str]
    hedges_before: Mapping[str, Mapping[tuple[str, ...], str]]
    hedges_after: Phrases
    seeds: frozenset[str]
    sets: Mapping[str, frozenset[str]]
    tied: tuple[str, ...]

    def has(self, name: str, word: str) -> bool:
        """Whether a word stands in a named word list ("share.before")."""
        return word in self.sets[name]


@cache
def lexicon(language: Language) -> Lexicon:
    """The tables of one language; worked out once."""
    numerals, units = language.numerals, language.units
    phrases = _units(language)
    symbols = _symbols(language)
    return Lexicon(
        language=language,
        cardinals=numerals["cardinals"],
        scales=numerals["scales"],
        glued_scales=numerals["glued-scales"],
        money_scales=frozenset(numerals["money-scales"]["letters"]),
        plurals=numerals["plurals"],
        vague=numerals["vague"],
        articles=frozenset(numerals["articles"]["words"]),
        fractions=numerals["fractions"],
        and_letters=frozenset(letter for word in numerals["joiners"]["and"] for letter in (word[0], word[0].upper())),
        marks=numerals["marks"],
        multiples=numerals["multiples"],
        units=phrases,
        firsts=_firsts(phrases),
        glued={letter: _classified(unit, units) for letter, unit in units["glued"].items() if unit},
        spaced={letter: _classified(unit, units) for letter, unit in units["spaced"].items()},
        symbols=symbols,
        symbol_ends=frozenset(symbol[-1] for symbol in symbols),
        careful=frozenset(units["careful"]["symbols"]),
        hedges_before=_by_last(language.hedges["before"]),
        hedges_after=_by_first(language.hedges["after"]),
        seeds=seeds(language),
        sets=_sets(numerals, units, language.hedges),
        tied=tuple(numerals["tied"]["behind"]),
    )


def _classified(unit: str, units: Mapping[str, Any]) -> Unit:
    """The kind of figure that a unit makes."""
    durations = units["durations"]
    if unit in units["counts"]["points"]:
        return Unit("points", unit)
    if unit in units["counts"]["percent"]:
        return Unit("percent", unit)
    if unit in durations["units"]:
        return Unit("duration", unit)
    if unit in durations:
        factor, base = durations[unit]
        return Unit("duration", base, Decimal(factor))
    return Unit("money" if (unit.isupper() and len(unit) == 3) or unit == "sen" else "measure", unit)


def normal(phrase: str) -> str:
    """A phrase with hyphens and full stops read as spaces, as the scanner joins the words it finds."""
    return " ".join(phrase.replace("-", " ").replace(".", " ").split())


def _units(language: Language) -> dict[str, Unit]:
    """Every phrase that names a unit or money behind a number; our own words win over borrowed ones."""
    found: dict[str, Unit] = {}
    own, lent = language.units, language.vocabulary
    for table in ("codes", "currencies", "units", "abbreviations"):
        for source in (lent, own):
            found.update((normal(phrase), _classified(unit, own)) for phrase, unit in source.get(table, {}).items())
    for table in ("shared", "trailing"):
        found.update((normal(phrase), _classified(unit, own)) for phrase, unit in own[table].items())
    found.update({phrase: Unit("money", code, Decimal(10**6)) for phrase, code in own["millions"].items()})
    found.update({key.replace("µ", "μ"): unit for key, unit in found.items() if "µ" in key})
    found.update({key.replace("μ", "µ"): unit for key, unit in found.items() if "μ" in key})
    return {phrase: unit for phrase, unit in found.items() if unit.name}


def _firsts(phrases: Iterable[str]) -> dict[str, int]:
    """The first word of every phrase, with the number of words in its longest phrase."""
    firsts: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.split()
        for first in {words[0], words[0].partition("/")[0]}:  # the scanner reads the "l" of "l/min" first
            firsts[first] = max(len(words), firsts.get(first, 0))
    return firsts


def _symbols(language: Language) -> dict[str, str]:
    """Signs and codes of money that stand before the digits, each with and without a space."""
    symbols: dict[str, str] = {}
    for source in (language.vocabulary, language.units):
        for table in ("codes", "symbols"):
            symbols.update(source.get(table, {}))
    return symbols | {f"{symbol} ": code for symbol, code in symbols.items()}


def _by_last(classes: Mapping[str, list[str]]) -> dict[str, dict[tuple[str, ...], str]]:
    """Hedges by their last word, which is the one right before the figure, then by all their words."""
    index: dict[str, dict[tuple[str, ...], str]] = {}
    for group in sorted(classes, reverse=True):
        for phrase in classes[group]:
            words = tuple(phrase.split())
            index.setdefault(words[-1], {})[words] = group
    return index


def _by_first(classes: Mapping[str, list[str]]) -> Phrases:
    """Hedges behind a figure by their first word; longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for group, phrases in classes.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            index.setdefault(words[0], []).append((words, group))
    return {word: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry))) for word, entries in index.items()}


def _sets(*files: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Every plain word list of the data files, as "table.key"."""
    return {
        f"{table}.{key}": frozenset(words)
        for file in files
        for table, entries in file.items()
        if isinstance(entries, dict)
        for key, words in entries.items()
        if isinstance(words, list) and all(isinstance(word, str) for word in words)
    }
