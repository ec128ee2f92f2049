"""The number of a win, a visit or a meeting, and the years or days of the others, in one sentence or the next.

"It was her fifth win. Her earlier ones, in 2003, 2006 and 2010, …" makes it the fourth.
What is listed must be told as earlier ("after", "previous") and be of the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from figcheck import language as languages
from figcheck.language import Language
from figcheck.model import Claim, Document, Relation
from figcheck.relate.echo import is_fit
from figcheck.relate.wording import Words, akin, around, closes, has, lowered, story_words
from figcheck.rules import RelationKind

MOMENTS = ("year", "date")
FEWEST = 2    # moments that make a list
MOST = 20     # of so many nobody lists the others
BEFORE = 7    # words before a list that say what it is of
SHORT = 5     # and that say that it is not of all
NOUN = 4      # words after an ordinal among which its noun stands
Phrases = Mapping[str, Sequence[str]]


def occasions(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation for each ordinal and the one list of moments near it that tells of the times before."""
    language = languages.load(document.language)
    phrases, words = language.sections.get("occasions", {}), story_words(language)
    lists = list(_lists(document.text, claims, language))
    found: list[Relation] = []
    for now in claims:
        if now.figure.kind != "ordinal" or now.figure.quantity.magnitude > MOST or not is_fit(now):
            continue
        near = [listed for listed in lists if abs(listed[0].sentence - now.sentence) <= 1]
        if len(near) == 1 and (role := _role(document, now, near[0], phrases, words)):
            roles = ((role, now), *(("listed", claim) for claim in near[0]))
            found.append(Relation(kind.id, roles, "structural", tuple(claim.figure.span for _, claim in roles)))
    return found


def _lists(text: str, claims: Sequence[Claim], language: Language) -> Iterator[list[Claim]]:
    """The rows of two or more years, or of days, with nothing between them but a comma or "and"."""
    row: list[Claim] = []
    for claim in claims:
        is_moment = claim.figure.kind in MOMENTS and claim.figure.quantity.upper is None
        is_next = row and is_moment and claim.figure.kind == row[-1].figure.kind
        if is_next and _joint(language).fullmatch(text, row[-1].figure.span.end, claim.figure.span.start):
            row.append(claim)
            continue
        if len(row) >= FEWEST:
            yield row
        row = [claim] if is_moment else []
    if len(row) >= FEWEST:
        yield row


@cache
def _joint(language: Language) -> re.Pattern[str]:
    told = language.sections["occasions"]
    ands, again = ("|".join(map(re.escape, told[key])) for key in ("and", "again"))
    return re.compile(rf"(?:,|,? (?:{ands}))(?: (?:{again}))? ")


def _role(document: Document, now: Claim, listed: Sequence[Claim], phrases: Phrases, words: Words) -> str:
    """The role of the ordinal, or none where the list may be of something else or not of all."""
    said, before = around(document.text, now), around(document.text, listed[0]).before[-BEFORE:]
    line = lowered(before)
    nouns = [word.lower() for word in takewhile(str.isalpha, said.after[:NOUN])] or [""]
    is_within = listed[0].figure.kind == "year" and has(lowered(nouns), phrases["within"])
    if is_within or has(lowered(before[-SHORT:]), phrases["open"]):
        return ""
    if any(noun in phrases["terms"] for noun in nouns[:2]):
        return "term" if has(line, phrases["chosen"]) else ""
    if not has(line, phrases["earlier"]) or _is_one_of(document, now, listed):
        return ""
    told = [word.lower() for word in before if word[0].isalpha()]
    while told and closes(lowered(told), phrases["in"]):
        told.pop()
    of, near = (told[-1] if told else ""), told[-NOUN:]
    is_same = nouns[0] in phrases["times"] or any(akin(of, noun) for noun in nouns)
    is_same = is_same or any(word in phrases["those"] for word in near)
    return "now" if is_same or any({of, nouns[0]} <= set(phrases[group]) for group in ("wins", "children")) else ""


def _is_one_of(document: Document, now: Claim, listed: Sequence[Claim]) -> bool:
    """Whether the ordinal may tell of one of the list: of the last, if it is new, or of any that was told before."""
    number = now.figure.quantity.magnitude
    if listed[0].sentence < now.sentence:
        return number <= len(listed)
    year = dict(listed[-1].figure.parts).get("year", 0)
    return document.published is not None and document.published.year == year and number == len(listed)
