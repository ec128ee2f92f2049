"""The per cent sign that is said once: "Wind gave 33% of power, gas 28, coal 39"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from figcheck.scan.draft import Draft
from figcheck.scan.lexicon import Lexicon

FARTHEST = 48  # characters from one share to the next
MOST = 100
LONGEST = 20  # shares of one list
FEWEST_TOTAL, MOST_TOTAL = 85, 115  # what shares of one whole come to, slips included
EXACT = 1  # a single share must make up 100 this closely


def lend_percent(drafts: list[Draft], text: str, lexicon: Lexicon) -> None:
    """Let bare numbers in a list behind a percentage be percentages, when together they come to about a hundred."""
    for at, first in enumerate(drafts):
        if first.kind != "percent" or first.upper is not None or not 0 < first.value < MOST:
            continue
        chain = _chain(drafts, at, text, lexicon)
        total = sum((draft.value for draft in chain), first.value)
        is_whole = abs(total - MOST) <= EXACT if len(chain) == 1 else FEWEST_TOTAL <= total <= MOST_TOTAL
        for draft in chain if is_whole else ():
            draft.kind, draft.unit = first.kind, first.unit


def _chain(drafts: list[Draft], at: int, text: str, lexicon: Lexicon) -> list[Draft]:
    """The bare numbers behind a percentage, each with a name of its own before it and nothing counted behind it."""
    chain: list[Draft] = []
    last = drafts[at]
    for draft in drafts[at + 1 : at + LONGEST]:
        gap = text[last.end : draft.start] if draft.start - last.end <= FARTHEST else ""
        is_bare = draft.is_count and draft.style == "digits" and draft.end == draft.bare_end and not draft.hedge
        is_share = is_bare and draft.upper is None and draft.scale == 1 and Decimal(0) < draft.value < MOST
        if not is_share or not _named(lexicon).fullmatch(gap) or not _ended(text, draft, lexicon):
            break
        chain.append(draft)
        last = draft
    return chain


def _ended(text: str, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a pause or "and" follows, and no noun."""
    after = text[draft.end : draft.end + 5]
    if after[:1] in ("", ",", ".", ";", ")"):
        return not after[1:2].isdigit()
    return after[:1] == " " and lexicon.has("joiners.and", after[1:].strip())


@cache
def _named(lexicon: Lexicon) -> re.Pattern[str]:
    """ ", gas ", " of power, gas ", " and the Greens on ": a pause or "and", then one to four words."""
    joiners = "|".join(map(re.escape, sorted(lexicon.sets["joiners.and"])))
    return re.compile(rf"(?: [\w'’-]+){{0,3}}(?:[,;](?: (?:{joiners}))?| (?:{joiners}))(?: [^\W\d][\w'’-]*){{1,4}} ")
