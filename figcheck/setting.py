"""When and where an amount in two currencies is set: whose days' rates and which country's money it may rest on.

"They bought it in 2007 for £1.1m ($2.2m)" is right at the rates of 2007, whatever the
pound is worth when the article is printed; and "$20m (£10m)" in an article on Australia
may be Australian dollars. Both are charitable readings: the judge tries them only when
the figures do not agree at the rates of the day and in the obvious money.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from figcheck import units
from figcheck.fold import Passage
from figcheck.language import Language, words
from figcheck.model import Claim, Document, Figure, Relation
from figcheck.problem import Problem, nearest
from figcheck.record import replace

YEAR = 365
# The cue classes that point to a time, and how many days before publication it may begin: in the last
# twelve months, in the last year but one ("last year" of December is two years back), or ever.
BEGINNINGS = {"this-past-year": YEAR, "year-before": 3 * YEAR, "long-ago": date.max.toordinal()}
YEAR_AFTER, SHARED_SIGN = "year-after", "shared-sign"
AT_HOME = ("USD", "GBP")  # meant where no country is named; a rupee has no such home
COUNTRIES = {"uk": "imperial", "us": "US"}  # dialect -> whose gallons and pints it means


def of_house(document: Document, home: str, dialect: str, language: Language) -> Document:
    """The article with what its newsroom means by "$" and by "gallon"; a `Problem` where there is no such thing."""
    if dialect and dialect not in COUNTRIES:
        raise Problem("--dialect", f"unknown dialect {dialect!r}", nearest(dialect, COUNTRIES))
    code = home.upper()
    if code and code not in _codes(language):
        raise Problem("--home-currency", f"unknown currency {code!r}", nearest(code, _codes(language)))
    return replace(document, home=code, dialect=dialect)


@lru_cache(maxsize=1)
def _codes(language: Language) -> frozenset[str]:
    """Every currency that a language has a name for."""
    named = {code for codes in language.vocabulary.get("shared", {}).values() for code in codes}
    return frozenset(named.union(language.vocabulary.get("codes", {}).values()))


def meant(figures: Sequence[Figure], document: Document, language: Language) -> tuple[Figure, ...]:
    """The figures as the article's newsroom means them: "$5m" in Sydney, "six pints" in London."""
    return tuple(_meant(figure, document, language) for figure in figures)


def _meant(figure: Figure, document: Document, language: Language) -> Figure:
    unit = figure.quantity.unit
    if figure.kind == "money":
        code, slash, per = unit.partition("/")
        if _shares(figure.surface.lower(), code, document.home, language):
            unit = document.home + slash + per
    if document.dialect:
        unit = units.of_country(unit, COUNTRIES[document.dialect])
    return figure if unit == figure.quantity.unit else replace(figure, quantity=replace(figure.quantity, unit=unit))


def _shares(surface: str, code: str, home: str, language: Language) -> bool:
    """Whether an amount's bare name or sign may as well mean the money at home."""
    if not home or home == code or not _is_bare(surface, language):
        return False
    shared = language.vocabulary.get("shared", {})
    named = shared.get(surface.split()[-1], ())
    return home in named if named else any({code, home} <= set(codes) for codes in shared.values())


def dated(relations: Iterable[Relation], passage: Passage, published: date | None) -> list[Relation]:
    """The relations of a passage, those between currencies with the days that their sentence speaks of."""
    return [_dated(one, passage, published or date.max) if exchanges(one) else one for one in relations]


def exchanges(relation: Relation) -> bool:
    """Whether amounts of different currencies meet in a relation."""
    money = {units.currency(claim.figure.quantity.unit) for _, claim in relation.roles if claim.figure.kind == "money"}
    return len(money) > 1


def _dated(relation: Relation, passage: Passage, published: date) -> Relation:
    numbers = sorted({claim.sentence for _, claim in relation.roles})
    days = _days(passage, numbers, published) or _days(passage, [numbers[0] - 1], published)
    return replace(relation, days=tuple(dict.fromkeys(days))) if days else relation


def _days(passage: Passage, sentences: Sequence[int], published: date) -> list[tuple[int, int]]:
    """The stretches of days before publication that some sentences name, as ordinals."""
    today = published.toordinal()
    said = [
        name for name in (*BEGINNINGS, YEAR_AFTER)
        if any(_sentence_at(passage, at) in sentences for at, _ in passage.occurrences(name))
    ]  # fmt: skip
    more = YEAR if YEAR_AFTER in said else 0
    found = [_stretch(claim, today, more) for claim in passage.claims if claim.sentence in sentences]
    found += [(max(1, today - BEGINNINGS[name]), today) for name in said if name in BEGINNINGS]
    return [stretch for stretch in found if stretch and stretch[0] <= today]


def _stretch(claim: Claim, today: int, more: int) -> tuple[int, int] | None:
    """The days that a year or a date covers; one without a year fell within the last twelve months."""
    figure = claim.figure
    if figure.kind not in ("year", "date"):
        return None
    box = figure.quantity.tight
    if figure.kind == "date" and box.width > 100 * YEAR:
        return today - YEAR, today
    return _ordinal(box.low), _ordinal(box.high + more)


def _ordinal(day: Decimal) -> int:
    return int(min(max(day, Decimal(1)), Decimal(date.max.toordinal())))


def _sentence_at(passage: Passage, token: int) -> int:
    """The number of the sentence in which a token stands, counted on from the nearest figure."""
    if not passage.claim_at:
        return -1
    nearest = min(passage.claim_at, key=lambda at: abs(at - token))
    low, high = sorted((nearest, token))
    ends = sum(symbol == "|" for symbol in passage.symbols[low:high])
    number = passage.claims[passage.claim_at[nearest]].sentence
    return number + ends if token > nearest else number - ends


@lru_cache(maxsize=1)
def named(text: str, language: Language) -> frozenset[str]:
    """The currencies whose countries an article names, by code; paragraphs without a figure count too."""
    countries = _countries(language)
    found: set[str] = set()
    tokens = words(text)
    for at, word in enumerate(tokens):
        for phrase, name in countries.get(word, ()):
            if tokens[at : at + len(phrase)] == phrase:
                found.add(name)
    return frozenset(found)


@cache
def _countries(language: Language) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The words for the countries whose money shares its name with another's, by the first of each."""
    codes = {code for shared in language.vocabulary.get("shared", {}).values() for code in shared}
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for word, entries in language.cues.items():
        told = [(phrase, name) for phrase, name in entries if name in codes]
        if told:
            found[word] = told
    return found


def placed(
    relations: Sequence[Relation], countries: frozenset[str], language: Language, home: str = ""
) -> list[Relation]:
    """The relations, those between currencies with the other money that their words may mean."""
    at_home = (*AT_HOME, home)
    return [_placed(one, countries, language, at_home) if exchanges(one) else one for one in relations]


def _placed(relation: Relation, countries: frozenset[str], language: Language, at_home: Sequence[str]) -> Relation:
    swaps = []
    for _, claim in relation.roles:
        if claim.figure.kind == "money" and _is_bare(claim.figure.surface.lower(), language):
            code = claim.figure.quantity.unit.partition("/")[0]
            swaps += [(code, other) for other in _others(code, countries, language, at_home)]
    return replace(relation, namesakes=tuple(dict.fromkeys(swaps))) if swaps else relation


def _is_bare(surface: str, language: Language) -> bool:
    """Whether an amount has a shared name or sign and nothing else: "$5m", not "US$5m" nor "5m Egyptian pounds"."""
    last = surface.split()[-2:]
    if last[-1] in language.vocabulary.get("shared", {}):
        return " ".join(last) not in language.vocabulary.get("currencies", {})
    sign = surface[: next((at for at, letter in enumerate(surface) if letter.isdigit()), 0)].strip(" .")
    return any(name == SHARED_SIGN for _, name in language.cues.get(sign, ()))


def _others(code: str, countries: frozenset[str], language: Language, at_home: Sequence[str]) -> list[str]:
    """The namesakes that may be meant: those named; any, where its own country is not and it has no home."""
    sharing = [codes for codes in language.vocabulary.get("shared", {}).values() if code in codes]
    others = [other for other in dict.fromkeys(other for codes in sharing for other in codes) if other != code]
    if code in at_home or code in countries:
        return [other for other in others if other in countries]
    return [other for other in others if other in countries] or others
