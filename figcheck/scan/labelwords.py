"""The words of names with numbers, ready for `label.py` to look up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property

from figcheck.language import Language
from figcheck.record import record
from figcheck.scan.mark import alternatives


@record(eq=False, slots=False)
class Names:
    """The words of names, ready to be looked up; the expressions are made when a text first asks for them."""

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
    singular: tuple[str, ...]
    scales: frozenset[str]
    symbols: frozenset[str]
    versions: frozenset[str]
    wholes: str
    eras: str
    streets: str

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """A name that opens with digits: "737 MAX 8"."""
        return re.compile(self.wholes + r"(?![\w/])")

    @cached_property
    def flat(self) -> re.Pattern[str]:
        """A number with a letter, and its street."""
        return re.compile(rf"\d{{1,4}}[A-Da-d]{self.streets}")

    @cached_property
    def era(self) -> re.Pattern[str]:
        """What stands behind a year of an era."""
        return re.compile(rf" {self.eras}")

    @cached_property
    def era_glued(self) -> re.Pattern[str]:
        """A year with its era and no room between them."""
        return re.compile(rf"\d{{1,4}}{self.eras}")

    @cached_property
    def street(self) -> re.Pattern[str]:
        """A street behind its number."""
        return re.compile(self.streets)


@cache
def label_words(language: Language) -> Names:
    """The words of names of a language; worked out once."""
    told: Mapping[str, Mapping[str, list[str]]] = language.labels
    names = told.get("names", {})
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
        singular=tuple(names.get("singular", ())),
        scales=frozenset(language.numerals.get("scales", {})),
        symbols=frozenset(money),
        versions=frozenset(names.get("versions", ())),
        wholes=alternatives(names.get("whole")),
        eras=alternatives(names.get("eras")) + r"\b",
        streets=_street_pattern(told.get("addresses", {}).get("streets", [])),
    )


def _street_pattern(streets: list[str]) -> str:
    """ " Downing Street" behind its number: up to three words with capitals, the last one a kind of street."""
    forms = [form for word in streets for form in (word.capitalize(), word.upper())]
    return rf"[ \u00a0](?:[A-Z][\w'’]*\.?[ \u00a0]){{1,3}}{alternatives(forms)}\b"
