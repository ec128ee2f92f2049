"""Names and the values that are told of them respectively: as many of the ones as of the others.

"Leeds, York and Hull grew by 3 and 4 per cent respectively" leaves a city out. Only names
are counted, which capitals tell from other words; "research and development" is one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from figcheck import language as languages
from figcheck.interval import Interval
from figcheck.model import Claim, Document, Figure, Quantity, Relation, Span
from figcheck.relate.wording import Words, story_words
from figcheck.rules import RelationKind

FAR = 12    # characters between the last value and the word
REACH = 160  # characters before the first value among which the names stand
FEWEST = 2


def respectively(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation of a list of names and the list of values told of them, for each "respectively"."""
    words = story_words(languages.load(document.language))
    found = []
    for at, end in _places(document.text, words.lists.get("respectively", ())):
        values = _values(document.text, claims, at, words)
        names = _names(document.text, values[0], words) if len(values) >= FEWEST else None
        if names:
            roles = (("names", names), *(("values", value) for value in values))
            found.append(Relation(kind.id, roles, "structural", (Span(at, end),)))
    return found


def _places(text: str, phrases: Sequence[str]) -> Iterator[tuple[int, int]]:
    low = text.lower()
    for phrase in phrases:
        at = low.find(phrase)
        while at >= 0:
            yield at, at + len(phrase)
            at = low.find(phrase, at + 1)


def _values(text: str, claims: Sequence[Claim], at: int, words: Words) -> list[Claim]:
    """The list of values that ends just before a place, first to last."""
    before = [claim for claim in claims if claim.figure.span.end <= at]
    if not before or at - before[-1].figure.span.end > FAR or before[-1].figure.quantity.upper is not None:
        return []
    values = [before[-1]]
    for claim in reversed(before[:-1]):
        gap = text[claim.figure.span.end : values[-1].figure.span.start].replace(",", " , ").lower().split()
        if not gap or len(gap) > FEWEST or not all(word in words.lists.get("listing", ()) for word in gap):
            break
        values.append(claim)
    sorts = {claim.figure.kind for claim in values} - {"count"}  # "3, 4 and 5 per cent" names its unit once
    return values[::-1] if len(sorts) <= 1 else []


def _names(text: str, value: Claim, words: Words) -> Claim | None:
    """The only list of names that the sentence has before its values, as if it were a number of them."""
    start = max(0, value.figure.span.start - REACH)
    piece = re.split(r"[.!?;\n]", text[start : value.figure.span.start])[-1]
    start = value.figure.span.start - len(piece)
    lists = list(_list(words).finditer(piece))
    if len(lists) != 1 or _longer().search(piece[: lists[0].start()]):
        return None
    match = lists[0]
    number = Decimal(len(_joint(words).split(match[0])))
    box = Interval.point(number)
    span = Span(start + match.start(), start + match.end())
    figure = Figure(
        span, match[0], "count", Quantity(number, "", box, box, box), Decimal(1), span, parts=(("names", int(number)),)
    )
    return Claim(figure, value.sentence)


@cache
def _list(words: Words) -> re.Pattern[str]:
    """Names with commas between them and a word such as "and" before the last."""
    name = r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*"
    return re.compile(rf"{name}(?:, {name})*,? (?:{_ands(words)}) {name}")


@cache
def _longer() -> re.Pattern[str]:
    """What shows that a list began before its first name: "Amsterdam, Paris Charles de" before "Gaulle"."""
    return re.compile(r", [A-Z]\S*(?: \S+){0,2} $")


@cache
def _joint(words: Words) -> re.Pattern[str]:
    return re.compile(rf",? (?:{_ands(words)}) |, ")


def _ands(words: Words) -> str:
    return "|".join(re.escape(word) for word in words.lists.get("listing", ()) if word.isalpha())
