"""Signs that mean two things behind digits: "m" is metres or millions, \' and " are feet and inches or quotation."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from figcheck.scan.draft import Draft
from figcheck.scan.lexicon import Lexicon, Unit
from figcheck.scan.pounds import before_bracket, bracketed

AHEAD = 24  # characters looked at behind the letter
BEHIND = 30  # characters before the digits
FARTHEST_RACE = 10_000
TALLEST = 8  # feet of a person, or of a door


def is_metres(draft: Draft, text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a glued "m" means metres: "the 100m final", "37m (121ft)"; "5m people" are millions."""
    after = text[end : end + AHEAD]
    if after[:2] == " (":
        return any(lexicon.has("metres.brackets", inside) for inside in bracketed(text, end))
    if any(lexicon.has("metres.brackets", outside) for outside in before_bracket(text, draft.start)):
        return True
    following = [word.strip(".,;:)").lower() for word in after.replace("-", " ").split()[:2]]
    if following and after[:1] in " -" and _is_followed(following, lexicon):
        return True
    before = text[max(0, draft.start - BEHIND) : draft.start].lower().split()
    is_end = not after[:1].isalnum() and _ends(after, following, lexicon)
    is_length = any(lexicon.has("metres.before", word) for word in before[-2:])
    return is_end and (is_length or _is_race(draft, before, lexicon))


def _is_followed(following: list[str], lexicon: Lexicon) -> bool:
    """ "3m high", "a 2m wall", "3m of snow"; "3m of them" are millions."""
    first, second = (*following, "", "")[:2]
    is_stuff = lexicon.has("share.whole", first) and lexicon.has("metres.of", second)
    return is_stuff or lexicon.has("metres.after", first)


def _is_race(draft: Draft, before: list[str], lexicon: Lexicon) -> bool:
    """ "She ran the 3,000m", "in the women's 1500m": the length of a race behind an article or an owner."""
    is_length = draft.value <= FARTHEST_RACE and draft.value % 100 == 0 and draft.grain == 1
    return is_length and any(lexicon.has("metres.races", word) for word in before[-1:])


def _ends(after: str, following: list[str], lexicon: Lexicon) -> bool:
    """Whether the clause ends, or goes on as a race does: "the 3,000m in nine minutes"; not "the 400m in aid"."""
    if not after or after[0] in ".,;:)!?\n" or (after[:1] == " " and not after[1:2].isalpha()):
        return True
    if not following or after[0] != " ":
        return False
    if lexicon.has("metres.timed", following[0]):
        return len(following) > 1 and (following[1][:1].isdigit() or following[1] in lexicon.cardinals)
    return lexicon.has("metres.goes-on", following[0])


def feet_and_inches(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> bool:
    """Read the height 5\'11", told from a quotation by both its marks."""
    found = _height().match(text, draft.digits[0], limit) if text[draft.end] in "'’" and draft.is_bare else None
    if not found or found.start("feet") != draft.digits[0] or not 0 < int(found["feet"]) <= TALLEST:
        return False
    unit = str(lexicon.language.units["inches"]["unit"])
    number = int(lexicon.language.units["compounds"]["foot"][1])
    if int(found["inches"]) >= number:
        return False
    draft.value = Decimal(int(found["feet"]) * number + int(found["inches"]))
    draft.digits = (draft.digits[0], found.end("inches"))
    draft.measure(Unit("measure", unit), found.end())
    return True


@cache
def _height() -> re.Pattern[str]:
    return re.compile(r"(?P<feet>[0-9])['’] ?(?P<inches>[0-9]{1,2})(?:[\"”″]|['’]{2})")
