"""A size told as so many football pitches, Olympic pools or times Wales, and the same size in a unit.

"The slick, the size of Wales, covers 2,000 square miles" names a size that can be looked up.
Pitches differ, and writers round, so only what is far off is held against it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from figcheck import language as languages
from figcheck import units
from figcheck.interval import Interval
from figcheck.language import Language
from figcheck.model import Claim, Document, Figure, Quantity, Relation, Span
from figcheck.record import record, replace
from figcheck.relate.likeness import CEILING
from figcheck.rules import RelationKind

SLACK = Decimal(2)  # so many times too large or small and it may still be a manner of speaking
NEAR = 60           # characters between the size and the thing that it is likened to
BEFORE = 28         # and between a number and the thing
UNREAD = ("boilerplate", "table")
NUMBERS = ("count", "multiple", "share")


@record(eq=False)
class Reference:
    """A thing that sizes are told by, and how large the smallest and the largest of its kind are."""

    names: tuple[str, ...]
    unit: str
    low: Decimal
    high: Decimal


def likened(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation for each size that is likened to a known thing and told in a unit beside it."""
    if not any(claim.figure.kind == "measure" for claim in claims):
        return []
    language = languages.load(document.language)
    lowered, begin, end = _lowered(document.text), document.blocks[0].span.start, document.blocks[-1].span.end
    here = lowered[begin:end]  # of a text in many parts only this one
    known = [each for each in _references(language) if any(name in here for name in each.names)]
    shut = [block.span for block in document.blocks if block.part in UNREAD]
    starts = [span.start for span in shut]
    found: list[Relation] = []
    for reference in known:
        for hit in _named(reference.names, language).finditer(lowered, begin, end):
            at = bisect_right(starts, hit.start()) - 1
            if at < 0 or hit.start() >= shut[at].end:
                found += _relations(document.text, hit, reference, claims, kind, language)
    return found


@lru_cache(maxsize=2)
def _lowered(text: str) -> str:
    return text.lower()


@cache
def _references(language: Language) -> tuple[Reference, ...]:
    rows = language.nouns["references"]["things"]
    return tuple(
        Reference(tuple(row["names"]), row["unit"], Decimal(row["low"]), Decimal(row["high"])) for row in rows
    )


@cache
def _named(names: tuple[str, ...], language: Language) -> re.Pattern[str]:
    """The thing by one of its names, with what likens a size to it: "the size of Wales", "12 football pitches"."""
    either = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    likening = "|".join(map(re.escape, language.nouns["references"]["likening"]))
    return re.compile(rf"(?P<like>\b(?:{likening}) )?(?P<name>\b(?:{either}))\b")


def _relations(
    text: str, hit: re.Match[str], reference: Reference, claims: Sequence[Claim], kind: RelationKind, language: Language
) -> Iterator[Relation]:
    """The relation of one mention: with the number before it, or for one thing where a size is likened to it."""
    near = [claim for claim in claims if abs(claim.figure.span.start - hit.start()) < NEAR + BEFORE]
    number = next((claim for claim in near if _is_number_of(text, claim, hit, language)), None)
    if (number is None) != bool(hit["like"]) and not (number and hit["like"]):
        return
    sizes = [claim for claim in near if _is_size(text, claim, hit, reference, language)]
    if len(sizes) == 1:
        each = _as_claim(text, Span(*hit.span("name")), reference, sizes[0])
        roles = ((("number", _plain(number)),) if number else ()) + (("each", each), ("size", sizes[0]))
        yield Relation(kind.id, roles, "structural", (each.figure.span,))


def _is_number_of(text: str, claim: Claim, hit: re.Match[str], language: Language) -> bool:
    """Whether a figure says how many of the thing: "12 football pitches", "twice the size of Wales"."""
    between = text[claim.figure.span.end : hit.start("name")].lower()
    if claim.figure.kind not in NUMBERS or not claim.figure.span.end <= hit.start("name") or len(between) > BEFORE:
        return False
    words = [word for word in between.split() if word not in language.nouns["references"]["between"]]
    return not words


def _plain(number: Claim) -> Claim:
    """The number without the ceiling that "as tall as 28 buses" seems to be."""
    figure = number.figure
    if figure.hedge != CEILING or figure.quantity.upper is not None:
        return number
    box = Interval.point(figure.quantity.magnitude)
    plain = replace(figure, hedge="", quantity=replace(figure.quantity, tight=box, loose=box, widest=box))
    return replace(number, figure=plain)


def _is_size(text: str, claim: Claim, hit: re.Match[str], reference: Reference, language: Language) -> bool:
    """Whether a figure is a size of the thing's sort that stands beside it in one breath."""
    unit = claim.figure.quantity.unit
    if claim.figure.kind != "measure" or units.dimension(unit) != units.dimension(reference.unit):
        return False
    span = claim.figure.span
    between = text[span.end : hit.start()] if span.end <= hit.start() else text[hit.end("name") : span.start]
    if len(between) > NEAR or any(sign in between for sign in ".;\n"):
        return False
    return not _open(language).search(between.lower())


@cache
def _open(language: Language) -> re.Pattern[str]:
    """Words between a size and a thing that say that the two are not held to be the same."""
    words = "|".join(map(re.escape, language.nouns["references"]["apart"]))
    return re.compile(rf"\b(?:{words})\b")


def _as_claim(text: str, span: Span, reference: Reference, near: Claim) -> Claim:
    """The thing as a figure: as printed from its smallest to its largest, and with slack on either side."""
    box = Interval(reference.low / SLACK, reference.high * SLACK)
    quantity = Quantity(reference.low, reference.unit, box, box, box, reference.high)
    figure = Figure(span, text[span.start : span.end], "label", quantity, Decimal(1), Span(span.start, span.start))
    return Claim(figure, near.sentence, scope=near.scope)
