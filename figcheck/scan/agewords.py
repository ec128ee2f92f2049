"""The words of age, ready for `age.py` to look up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property

from figcheck.language import Language
from figcheck.record import record
from figcheck.scan.mark import alternatives
from figcheck.scan.sketch import Leads, leads

OPEN = "s .,(\u00a0"  # what may end the word before an age besides its own letters: "he's 34"


@record(eq=False, slots=False)
class Ages:
    """The words of age, ready to be looked up, and expressions for what stands beside them.

    These are large, and made when an article has the first word that asks for one.
    """

    one_of: Mapping[str, str]
    starts: Leads
    endings: Leads
    spans: Mapping[str, str]
    words: Mapping[str, int]
    early: frozenset[str]
    possessive: frozenset[str]
    over: frozenset[str]
    under: frozenset[str]
    not_names: frozenset[str]
    short: Leads
    decades: Mapping[str, int]
    now: frozenset[str]
    kin: frozenset[str]
    leading: frozenset[str]
    leading_ends: frozenset[str]

    @cached_property
    def aged(self) -> re.Pattern[str]:
        """What stands after "aged": "34", "16 to 24", "between 16 and 24", "65 and over", "under 30"."""
        return _aged_pattern(self.one_of)

    @cached_property
    def old(self) -> re.Pattern[str]:
        """What stands before "old": "14-year-", "16- to 24-year-"."""
        return _old_pattern(self.one_of)

    @cached_property
    def named(self) -> re.Pattern[str]:
        """An age between commas or in brackets: "Hale, 34, of Leeds", "Hale (34) from Leeds"."""
        return _named_pattern(self.one_of)

    @cached_property
    def said(self) -> re.Pattern[str]:
        """What stands before an age that is said of someone: "she is now", "who was just", "he's"."""
        one_of = self.one_of
        return re.compile(rf"\b(?i:{one_of['people']})(?:\s{one_of['is']}|['’]s)(?:\s{one_of['only']})?\s$")

    @cached_property
    def clause(self) -> re.Pattern[str]:
        """What ends a clause behind an age."""
        return re.compile(rf"(?:[;!?)]|[.,](?!\d)|\s{self.one_of['clauses']}\b(?!\s\d)|$)")


@cache
def age_words(language: Language) -> Ages:
    """The words of age of a language; worked out once."""
    told = language.calendar.get("ages", {})
    cardinals = {word: value for word, value in language.numerals.get("cardinals", {}).items() if 0 < value < 100}
    one_of = _one_of(told, cardinals)
    starts = [*told.get("aged", ()), *told.get("turned", ())]
    leading = [word for key in ("is", "only", "now") for word in told.get(key, ())]
    return Ages(
        one_of=one_of,
        starts=leads(dict.fromkeys(form for word in starts for form in (word, word.capitalize()))),
        endings=leads((*told.get("old", ()), *told.get("of-age", ()))),
        spans=told.get("spans", {}),
        words=cardinals,
        early=frozenset(told.get("early", ())),
        possessive=frozenset(told.get("possessive", ())),
        over=frozenset(told.get("over", ())),
        under=frozenset(told.get("under", ())),
        not_names=frozenset(told.get("not-names", ())),
        short=leads(told.get("short", ())),
        decades=told.get("decades", {}),
        now=frozenset(told.get("now", ())),
        kin=frozenset(told.get("kin", ())),
        leading=frozenset(leading),
        leading_ends=frozenset([*(word[-1] for word in leading), *OPEN]),
    )


def _named_pattern(one_of: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(
        rf"[0-9](?:(?<=, \d)|(?P<bracketed>(?<= \(\d)))\d{{0,2}}"
        rf"(?:(?=[,.;](?!\d)|\s{one_of['of']}\s[A-Z])|(?=\),?\s{one_of['of']}\s[A-Z]))"
    )


def _one_of(told: Mapping[str, list[str]], cardinals: Mapping[str, int]) -> dict[str, str]:
    """Each word list of ages as a piece of an expression, and with them a number and what joins two."""
    pieces = {name: alternatives(list(words)) for name, words in told.items()}
    join = rf"(?:\s?[-–]\s?|-?\s{pieces['to']}\s|-{pieces['to']}-)"
    return pieces | {"number": _number_pattern(cardinals), "join": join}


def _old_pattern(one_of: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,])(?P<low>(?i:{one_of['number']}))(?:{one_of['join']}(?P<high>{one_of['number']}))?"
        rf"[- ](?P<unit>{one_of['spans']})[- ]$"
    )


def _number_pattern(cardinals: Mapping[str, int]) -> str:
    """An age in digits or in words, of which "thirty-four" is two."""
    tens, ones = ([word for word in cardinals if cardinals[word] in some] for some in (range(20, 100), range(1, 10)))
    return rf"(?:\d{{1,3}}|{alternatives(tens)}[ -]{alternatives(ones)}|{alternatives(list(cardinals))})"


def _aged_pattern(one_of: Mapping[str, str]) -> re.Pattern[str]:
    number, end = one_of["number"], r"(?![\w%]|[.,]\d)"
    return re.compile(
        rf"\s(?:{one_of['between']}\s|(?:(?P<above>{one_of['over']})|(?P<below>{one_of['under']}))\s)?"
        rf"(?P<low>{number}){end}(?!\s{one_of['not-before']}\b)"
        rf"(?:{one_of['join']}(?P<high>{number}){end}|\s(?P<unit>{one_of['spans']})\b(?!\s{one_of['old']})|\s(?:(?P<up>{one_of['up']})|(?P<down>{one_of['down']}))\b)?"
    )
