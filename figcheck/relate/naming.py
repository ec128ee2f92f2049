"""A number announced and the names that follow it: "four pubs, the Plough, the Crown and the Bell".

Only lists of bare names are counted, ended by a mark, so that "two men, Jones, 34, and
his brother" stays out. A pair that is one name ("Marks and Spencer") counts as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from figcheck import language as languages
from figcheck.interval import ZERO, Interval
from figcheck.language import Language
from figcheck.model import Claim, Document, Figure, Quantity, Relation, Span
from figcheck.rules import RelationKind

MOST = 12
NOTHING = Interval(ZERO, ZERO)
NOUN, MARK = r"[a-z][a-z '’-]{1,50}", ",|:| —| –"
UNFIT = ("corrected", "negated", "hypothetical", "quoted")


def naming(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation for each small count straight behind whose noun a list of names stands."""
    language = languages.load(document.language)
    found = []
    for claim in claims:
        if claim.figure.kind == "count" and 1 < claim.figure.quantity.magnitude <= MOST and _is_plain(claim):
            names = _names(document.text, claim, language)
            if len(names) > 1:
                members = tuple(("named", _as_claim(document.text, span, claim)) for span in names)
                found.append(Relation(kind.id, (("stated", claim), *members), "structural"))
    return found


def _is_plain(claim: Claim) -> bool:
    return bool(claim.counted) and not claim.figure.hedge and claim.scope.isdisjoint(UNFIT)


@cache
def _name(language: Language) -> str:
    """One name: "the Crown", "Tarn & Hadley", "the Spanish builder Ferrosur"."""
    articles, inside, tails = (_either(language, key) for key in ("articles", "inside", "tails"))
    return rf"(?:{articles} )?[A-Z][\w'’.-]*(?: (?:(?:{inside} )+[A-Z]|[A-Z]|[a-z]+ [A-Z])[\w'’.-]*)*(?: {tails})?"


@cache
def _list(language: Language) -> re.Pattern[str]:
    """A noun phrase, a comma, colon or dash, then names joined by commas and a last "and"."""
    name, ands = _name(language), _either(language, "and")
    noun = rf"[ -](?P<noun>{NOUN})(?P<mark>{MARK}) "
    where = _either(language, "where")  # "four depots, in Leeds, York, Hull and Goole"
    return re.compile(rf"{noun}(?P<where>{where} )?(?P<list>{name}(?:, {name})*,? {ands} {name})(?=[,.;:)]| —| –|$)")


@cache
def _may_list(language: Language) -> re.Pattern[str]:
    """What a list opens with; few figures have that much behind them, and the whole expression is a large one."""
    articles, where = _either(language, "articles"), _either(language, "where")
    return re.compile(rf"[ -]{NOUN}(?:{MARK}) (?:{where} )?(?:{articles} )?[A-Z]")


@cache
def _another(language: Language) -> re.Pattern[str]:
    """One more name of the list, behind what looked like its end: "Age and Youth Together, the Hospice, …"."""
    return re.compile(rf", {_name(language)}(?:,| {_either(language, 'and')} )")


def _either(language: Language, key: str) -> str:
    return "(?:" + "|".join(map(re.escape, language.nouns["lists"][key])) + ")"


def _names(text: str, claim: Claim, language: Language) -> list[Span]:
    """The places of the names, or none where the list is not one of bare names or may run on."""
    start = claim.figure.span.end
    hit = _list(language).match(text, start) if _may_list(language).match(text, start) else None
    if not hit or _runs_on(text, hit.end(), language) or _is_open(hit["noun"], hit["mark"], language):
        return []
    base = hit.start("list")
    held = hit["list"]
    for pair in language.nouns["lists"]["pairs"]:
        held = held.replace(pair, "_" * len(pair))
    ends = [joint.span() for joint in _joints(held, language)]
    if not ends:
        return []
    if hit["where"] and len(ends) < claim.figure.quantity.magnitude:
        return []  # "six shops, in Leeds and York" may be three in each
    starts = [0, *(end for _, end in ends)]
    return [Span(base + a, base + b) for a, b in zip(starts, [*(start for start, _ in ends), len(held)], strict=True)]


def _joints(names: str, language: Language) -> list[re.Match[str]]:
    """The commas and the last "and" between names; none where an "and" may be part of a name.

    Behind a comma ("…, and the Sailors' Rest") the last "and" is told from those inside names.
    """
    word = _either(language, "and")
    if re.search(rf", {word} ", names):
        return list(re.finditer(rf", (?:{word} )?", names))
    joints = list(re.finditer(rf" {word} |, ", names))
    return joints if sum(joint[0] != ", " for joint in joints) == 1 else []


def _runs_on(text: str, end: int, language: Language) -> bool:
    """Whether the list may go on behind its last mark: ", and London" or ", 34," or "'s lawyer"."""
    if _another(language).match(text, end):
        return True
    following = text[end : end + 12].lstrip(",;: —–")
    word = following.split(" ", 1)[0].rstrip(",.")
    return word in language.nouns["lists"]["and"] or following[:1].isdigit()


def _is_open(noun: str, mark: str, language: Language) -> bool:
    """Whether the words before the list say that it need not be complete ("including") or belong to another verb.

    A colon always opens the list of what was announced: "four firms were asked to bid: …".
    """
    words = language.nouns["lists"]["open" if mark != ":" else "partial"]
    return not set(noun.split()).isdisjoint(words)


def _as_claim(text: str, span: Span, near: Claim) -> Claim:
    surface = text[span.start : span.end]
    quantity = Quantity(ZERO, "", NOTHING, NOTHING, NOTHING)
    figure = Figure(span, surface, "label", quantity, Decimal(1), Span(span.start, span.start))
    return Claim(figure, near.sentence)
