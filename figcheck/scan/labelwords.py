"""The words of names with numbers, ready for `label.py` to look up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from figcheck.language import Language
from figcheck.record import record
from figcheck.scan.mark import alternatives


@record(eq=False)
class Names:
    """The words of names, ready to be looked up."""

    before: frozenset[str]
    plays: frozenset[str]
    capital: frozenset[str]
    hyphened: frozenset[str]
    not_hyphened: frozenset[str]
    powers: frozenset[str]
    not_before: frozenset[str]
    phones: frozenset[str]
    odds_before: frozenset[str]
    odds_after: frozenset[str]
    glued: frozenset[str]
    plural: tuple[str, ...]
    scales: frozenset[str]
    symbols: frozenset[str]
    versions: frozenset[str]
    whole: re.Pattern[str]
    flat: re.Pattern[str]
    era: re.Pattern[str]
    era_glued: re.Pattern[str]
    street: re.Pattern[str]


@cache
def label_words(language: Language) -> Names:
    """The words of names of a language; worked out once."""
    told: Mapping[str, Mapping[str, list[str]]] = language.labels
    names = told.get("names", {})
    street = _street_pattern(told.get("addresses", {}).get("streets", []))
    era = alternatives(names.get("eras")) + r"\b"
    tables = (language.vocabulary, language.units)
    money = [sign for table in tables for name in ("symbols", "codes") for sign in table.get(name, {})]
    return Names(
        before=frozenset(names.get("before", ())),
        plays=frozenset(names.get("plays", ())),
        capital=frozenset(names.get("capital", ())),
        hyphened=frozenset(names.get("hyphened", ())),
        not_hyphened=frozenset([*names.get("not-hyphened", ()), *language.calendar.get("months", {})]),
        powers=frozenset(names.get("powers", ())),
        not_before=frozenset(names.get("not-before", ())),
        phones=frozenset(told.get("phones", {}).get("before", ())),
        odds_before=frozenset(told.get("odds", {}).get("before", ())),
        odds_after=frozenset(told.get("odds", {}).get("after", ())),
        glued=frozenset(names.get("glued", ())),
        plural=tuple(names.get("plural", ())),
        scales=frozenset(language.numerals.get("scales", {})),
        symbols=frozenset(money),
        versions=frozenset(names.get("versions", ())),
        whole=re.compile(alternatives(names.get("whole")) + r"(?![\w/])"),
        flat=re.compile(rf"\d{{1,4}}[A-Da-d]{street}"),
        era=re.compile(rf" {era}"),
        era_glued=re.compile(rf"\d{{1,4}}{era}"),
        street=re.compile(street),
    )


def _street_pattern(streets: list[str]) -> str:
    """ " Downing Street" behind its number: up to three words with capitals, the last one a kind of street."""
    forms = [form for word in streets for form in (word.capitalize(), word.upper())]
    return rf"[ \u00a0](?:[A-Z][\w'’]*\.?[ \u00a0]){{1,3}}{alternatives(forms)}\b"
