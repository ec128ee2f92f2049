"""Hedges around a figure: "roughly 50,000", "just under a third", "20-odd", "50 or more"."""

from __future__ import annotations

import re
from functools import cache

from figcheck.scan.draft import Draft
from figcheck.scan.lexicon import Lexicon

REACH = 44  # characters of text looked at before a figure
EXACT = "exactly"
WORDS = 5


@cache
def _after() -> re.Pattern[str]:
    """What may stand right behind a figure: a plus, "-odd", " or so", " and counting"."""
    return re.compile(r"\+(?![0-9])|-?[a-z]+(?: [a-z]+){0,2}|[ ,]? ?(?:[a-z]+)(?: [a-z]+){0,3}")


def hedge_of(draft: Draft, text: str, lexicon: Lexicon) -> str:
    """The class of the hedge before or behind a figure; empty when it stands bare."""
    return _before(draft, text, lexicon) or _behind(draft, text, lexicon)


def _before(draft: Draft, text: str, lexicon: Lexicon) -> str:
    """The longest hedge that ends right before the figure, an article between them or not."""
    start = draft.start
    if not start:
        return ""
    nearest = text[max(0, start - 2) : start].strip()[-1:]
    sign = lexicon.language.hedges["signs"].get(nearest)
    if sign:
        return str(sign)
    if text[start - 1] not in " \u00a0\n-(–—":
        return ""
    words = text[max(0, start - REACH) : start].lower().replace("-", " ").split()[-WORDS - 1 :]
    if not words:
        return ""
    found = _matched(words, draft, lexicon)
    if not found and len(words) > 1 and lexicon.has("notes.between", words[-1]):
        found = _matched(words[:-1], draft, lexicon)
    return found


def _matched(words: list[str], draft: Draft, lexicon: Lexicon) -> str:
    """The class of the longest hedge that these words end with."""
    entries = lexicon.hedges_before.get(words[-1].lstrip("(\"'“‘"))
    if not entries:
        return ""
    bare = [word.lstrip("(\"'“‘[—–") for word in words]
    for size in range(len(words), 0, -1):
        phrase = tuple(bare[-size:])
        group = entries.get(phrase)
        if group:
            return "" if draft.kind == "duration" and _is_course(phrase, words, lexicon) else group
    return ""


def _is_course(phrase: tuple[str, ...], words: list[str], lexicon: Lexicon) -> bool:
    """ "Over two years" is mostly their course, "higher than two years ago" no bound; "for over two years" is one."""
    if lexicon.has("notes.compared", " ".join(phrase)):
        return True
    if len(phrase) != 1 or not lexicon.has("notes.course", phrase[0]):
        return False
    before = words[-2] if len(words) > 1 else ""
    return not lexicon.has("notes.course-after", before)


def _behind(draft: Draft, text: str, lexicon: Lexicon) -> str:
    """ "50+", "20-odd", "50 or so", "14 or more"."""
    following = text[draft.end : draft.end + 1]
    if not following or following not in "+- ,i":
        return ""
    found = _after().match(text, draft.end, draft.end + 30)
    if found is None:
        return ""
    words = found[0].lower().replace(",", " ").split()
    for phrase, group in lexicon.hedges_after.get(words[0], ()):
        if tuple(words[: len(phrase)]) == phrase:
            return group
    return ""
