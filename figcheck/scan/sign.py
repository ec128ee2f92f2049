"""The sign of a number: "minus 45C", "−3", "30C below zero"; "COVID -19" has none."""

from __future__ import annotations

from figcheck.scan.draft import Draft
from figcheck.scan.lexicon import Lexicon
from figcheck.scan.number import SPACES
from figcheck.scan.rounding import ONE
from figcheck.scan.share import word_after, word_before


def signed(draft: Draft, text: str, at: int) -> Draft | None:
    """The number with its minus sign; None in "COVID -19"."""
    before = text[max(0, draft.start - 3) : draft.start].rstrip()
    if draft.is_count and draft.grain == ONE and before.isalpha() and before.isupper():
        return None
    draft.value, draft.start = -draft.value, min(draft.start, at)
    return draft


def minus_word(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """ "Minus 45C"; not "plus or minus 3 points" and not "six minus two"."""
    start = draft.start
    if not start or text[start - 1] not in SPACES + "-":
        return
    word, begin = word_before(text, start)
    if not lexicon.has("joiners.minus", word) or text[max(0, begin - 2) : begin].strip().isdigit():
        return
    before = word_before(text, begin)[0]
    if lexicon.has("joiners.minus-not", before) or before in lexicon.cardinals:
        return
    draft.value, draft.start = -draft.value, begin


def below_zero(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> None:
    """ "30C below zero", "ten degrees below zero": the sign comes last."""
    first = word_after(text, draft.end)
    second = word_after(text, draft.end + 1 + len(first)) if first else ""
    end = draft.end + len(first) + len(second) + 2
    if draft.value > 0 and end <= limit and lexicon.has("joiners.below-zero", f"{first} {second}"):
        draft.value, draft.end = -draft.value, end
