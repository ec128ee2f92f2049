"""A number announced and the things listed behind a colon: "six items: a clock, two rings and three coins".

Each thing opens with an article, a number or a possessive ("his watch"), and a number
counts for itself. A list in which one does not ("jewels, and from the cellar a case of port") may
be read in more than one way and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from figcheck import language as languages
from figcheck.interval import Interval
from figcheck.language import Language
from figcheck.model import Claim, Document, Figure, Quantity, Relation, Span
from figcheck.rules import RelationKind

FEWEST, MOST = 3, 20  # things in a list: two may be two readings of one, and who lists more sums up
LONGEST = 60  # characters of one thing
ONE = Decimal(1)
UNFIT = ("corrected", "negated", "hypothetical", "quoted")


def inventory(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation for each count whose sentence goes on, behind a colon, with a list of things to its end."""
    language = languages.load(document.language)
    starts = {claim.figure.span.start: claim for claim in claims}
    found = []
    for claim in claims:
        if _announces(claim) and (things := _things(document.text, claim, starts, language)):
            found.append(Relation(kind.id, (("stated", claim), *(("listed", thing) for thing in things)), "structural"))
    return found


def _announces(claim: Claim) -> bool:
    figure = claim.figure
    if figure.kind != "count" or figure.hedge or figure.quantity.upper is not None or not claim.counted:
        return False
    return 1 < figure.quantity.magnitude <= MOST and claim.scope.isdisjoint(UNFIT)


@cache
def _list(language: Language) -> re.Pattern[str]:
    """The rest of a clause without another figure's mark, a colon, and the list up to the end of its sentence."""
    return re.compile(r"[ -][a-z][a-z '’-]{1,60}: (?P<list>[^.:;()—–\n]{10,400})\.(?=\s|$)")


@cache
def _joint(language: Language) -> re.Pattern[str]:
    ands = "|".join(map(re.escape, language.nouns["lists"]["and"]))
    return re.compile(rf",? (?:{ands}) |, ")


def _things(text: str, claim: Claim, starts: Mapping[int, Claim], language: Language) -> list[Claim]:
    """What is listed, each as a claim; nothing where any piece opens in another way."""
    end = claim.figure.span.end
    hit = _list(language).match(text, end) if ": " in text[end : end + LONGEST + 8] else None
    if not hit or _is_open(text[claim.figure.span.end : hit.start("list")], language):
        return []
    things, begin = [], hit.start("list")
    joints = [*_joint(language).finditer(text, begin, hit.end("list")), None]
    if not joints[:-1] or joints[-2] is None or joints[-2][0] == ", ":
        return []  # no "and" before the last: the sentence may go on with something else
    for joint in joints:
        end = joint.start() if joint else hit.end("list")
        thing = _thing(text, Span(begin, end), claim, starts, language)
        if thing is None:
            return []
        things.append(thing)
        begin = joint.end() if joint else end
    return things if len(things) >= FEWEST else []


def _thing(text: str, span: Span, near: Claim, starts: Mapping[int, Claim], language: Language) -> Claim | None:
    """One thing of the list: so many where a count opens it, else one where an article does."""
    told = starts.get(span.start)
    if told is not None and told.figure.kind == "count":
        # "three aims: 4,000 homes and …": an aim may be many homes
        quantity, most = told.figure.quantity, near.figure.quantity.magnitude
        is_so_many = quantity.upper is None and not told.figure.hedge and quantity.magnitude < most
        return told if is_so_many else None
    word = text[span.start : span.end].split(" ", 1)[0].lower()
    if span.end - span.start > LONGEST or word not in language.nouns["lists"]["one-thing"]:
        return None
    quantity = Quantity(ONE, "", *(Interval(ONE, ONE),) * 3)
    figure = Figure(span, text[span.start : span.end], "count", quantity, ONE, Span(span.start, span.start))
    return Claim(figure, near.sentence)


def _is_open(opening: str, language: Language) -> bool:
    """Whether the words before the colon say that the list need not be complete."""
    return not set(opening.lower().split()).isdisjoint(language.nouns["lists"]["partial"])
