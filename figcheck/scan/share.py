"""Parts and multiples said in words: "two-thirds of", "one in five", "doubled", "three times as many"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from figcheck.scan.draft import Draft
from figcheck.scan.lexicon import Lexicon
from figcheck.scan.number import STEP
from figcheck.scan.rounding import ONE, TENTH

LONGEST = 24  # letters of a word that is looked at


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def word_after(text: str, at: int) -> str:
    """The next word in small letters, after one space; empty when something else stands there."""
    if text[at : at + 1] not in (" ", "\n", "\u00a0"):
        return ""
    found = _word().match(text, at + 1)
    return found[0].lower() if found else ""


def word_before(text: str, at: int) -> tuple[str, int]:
    """The word that ends right before `at`, in small letters, and where it begins; a space or hyphen stands between."""
    end = at - 1
    if end < 1 or text[end] not in " \u00a0\n-":
        return "", at
    begin = text.rfind(" ", max(0, end - LONGEST), end) + 1
    if begin and text[begin:end].isalpha():
        return text[begin:end].lower(), begin
    begin = end
    while begin and text[begin - 1].isalpha() and end - begin < LONGEST:
        begin -= 1
    return text[begin:end].lower(), begin


def fraction_at(text: str, start: int, end: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """ "Half of", "a third of", "a quarter of a million", "half a mile"; None for "third place" and "half time"."""
    below = lexicon.fractions[text[start:end].lower()]
    before, begin = word_before(text, start)
    is_opened = lexicon.has("share.openers", before)
    opened = begin if is_opened else start
    draft = Draft(opened, end, ONE / below, ONE / below, "share")
    if _whole(draft, text, limit, lexicon):
        return draft if below == 2 or is_opened or draft.style != "share" else None
    is_opened = is_opened or lexicon.has("share.rest", before)
    if (below != 2 and not is_opened) or text[end : end + 1] == "-":
        return None
    return draft if _is_share(text, draft, before, lexicon) else None


def _is_share(text: str, draft: Draft, before: str, lexicon: Lexicon) -> bool:
    """Whether a half or a third is a part of something rather than of a match or of a year."""
    previous = word_before(text, draft.start)[0] if lexicon.has("share.openers", before) else before
    following = word_after(text, draft.end)
    if lexicon.has("share.rest", previous):
        return _is_rest(text, draft, following, lexicon)
    if lexicon.has("share.after-not", previous):
        return False
    if following:
        is_hedged = previous in lexicon.hedges_before or lexicon.has("share.after", previous)
        is_hedged = is_hedged and not lexicon.has("share.not-before", following)
        return is_hedged or lexicon.has("share.before", following)
    is_opened = lexicon.has("share.openers", before) or lexicon.has("ranges.clause-ends", previous)
    is_named = previous in lexicon.hedges_before or lexicon.has("share.after", previous)
    return before != "" and (is_opened or is_named)


def _is_rest(text: str, draft: Draft, following: str, lexicon: Lexicon) -> bool:
    """ "Four-fifths were sold; the other fifth was burned": a part of the same whole. "The other half" needs a verb."""
    begin = word_before(text, draft.start)[1]
    is_named = lexicon.has("share.the", word_before(text, begin)[0])
    return is_named and (lexicon.has("share.rest-before", following) if following else draft.value * 2 < 1)


def _whole(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> bool:
    """Multiply by a scale word that the part is of: "half a million", "three-quarters of a million"."""
    found = STEP.match(text, draft.end, limit)
    end = draft.end
    if found and lexicon.has("share.whole", found[1].lower()):
        end = found.end()
        found = STEP.match(text, end, limit)
    if found and (found[1].lower() in lexicon.articles or lexicon.has("share.openers", found[1].lower())):
        end = found.end()
        found = STEP.match(text, end, limit)
    elif found and end != draft.end:
        return False
    scale = lexicon.scales.get(found[1].lower()) if found else None
    if found is None or scale is None:
        return False
    draft.value *= scale
    draft.grain = TENTH * scale if scale > 100 else ONE
    draft.style = "words"
    draft.end = draft.bare_end = found.end()
    draft.digits = (draft.start, draft.end)
    return True


def finish_share(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> None:
    """ "Two-thirds" may still be "of a million"; "half a mile" and "a quarter of an hour" are seen to by the unit."""
    _whole(draft, text, limit, lexicon)


def unit_start(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> int:
    """Where a unit may begin behind a part: "half |mile", "half a |mile", "three-quarters of an |hour"; -1 for none."""
    at = draft.end
    found = STEP.match(text, at, limit)
    if found and lexicon.has("share.whole", found[1].lower()):
        at = found.end()
        found = STEP.match(text, at, limit)
        if not found or not (found[1].lower() in lexicon.articles or lexicon.has("share.openers", found[1].lower())):
            return -1
    if found and (found[1].lower() in lexicon.articles or lexicon.has("share.openers", found[1].lower())):
        at = found.end()
    return at + 1 if text[at : at + 1] in (" ", "-", "\n", "\u00a0") else -1


def multiple_at(text: str, start: int, end: int, lexicon: Lexicon) -> Draft | None:
    """ "Doubled", "twofold", "twice as many"; None for "a double room" and "he scored twice"."""
    word = text[start:end].lower()
    above, below = lexicon.multiples[word]
    draft = Draft(start, end, Decimal(above) / below, ONE, "multiple")
    draft.kind = "multiple"
    if text[end : end + 1] == "-":
        return None
    if not lexicon.has("multiple.doubtful", word):
        return draft
    following = word_after(text, end)
    if lexicon.has("multiple.half-as", following) and _is_clause(text, end + 1 + len(following), lexicon):
        return None
    if following and text[end + 1 : end + 4].isupper():
        return None
    wanted = "multiple.frequency-before" if lexicon.has("multiple.frequencies", word) else "multiple.before"
    if not lexicon.has(wanted, following):
        is_amount = text[end : end + 2] == " $" or text[end + 1 : end + 2].isdigit()
        return draft if is_amount and text[end : end + 1] == " " else None
    return None if lexicon.has("multiple.after-not", word_before(text, start)[0]) else draft


def _is_clause(text: str, at: int, lexicon: Lexicon) -> bool:
    """ "Scored twice as United won", "as he came on": the "as" opens a clause, not a comparison."""
    return text[at + 1 : at + 2].isupper() or lexicon.has("one.before-not", word_after(text, at))


def half_as_many(text: str, start: int, end: int, lexicon: Lexicon) -> Draft | None:
    """ "Half as many", "a third as much": a multiple below one; "cut by a third as sales fell" is a part."""
    if not lexicon.has("multiple.half-as", word_after(text, end)):
        return None
    below = lexicon.fractions[text[start:end].lower()]
    before, begin = word_before(text, start)
    if below == 2 and (as_many(text, end, lexicon) or _is_compared(text, end, lexicon)):
        draft = Draft(start, end, Decimal("0.5"), TENTH, "multiple")
    elif below != 2 and lexicon.has("share.openers", before) and as_many(text, end, lexicon):
        draft = Draft(begin, end, ONE / below, ONE / below, "multiple")
    else:
        return None
    draft.kind = "multiple"
    return draft


def _is_compared(text: str, end: int, lexicon: Lexicon) -> bool:
    """ "Half as bright as": whatever the word, a second "as" compares; "cut in half as sales fell" has one."""
    at = end
    for _ in range(3):
        word = word_after(text, at)
        at += 1 + len(word)
    return lexicon.has("multiple.half-as", word)


def as_many(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether "as many" follows, or "as likely": what is told as a part is then a multiple, "two-thirds as many"."""
    following = word_after(text, end)
    is_as = lexicon.has("multiple.half-as", following)
    return is_as and lexicon.has("multiple.as-many", word_after(text, end + 1 + len(following)))


def times(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """ "Three times as many", "10-fold", "6.5 times earnings" are multiples; "won it three times" is a count."""
    if not draft.is_bare or draft.kind != "count":
        return
    at = draft.bare_end
    found = STEP.match(text, at)
    if found is None:
        return
    word = found[1].lower()
    if lexicon.has("multiple.fold", word):
        draft.kind, draft.end = "multiple", found.end()
    elif lexicon.has("multiple.times", word):
        following = word_after(text, found.end())
        is_amount = text[found.end() : found.end() + 2] in (" £", " $")
        if is_amount or (following and lexicon.has("multiple.compared", following)):
            draft.kind, draft.end = "multiple", found.end()


def one_in_five(first: Draft, second: Draft, gap: str, lexicon: Lexicon) -> bool:
    """Whether two counts are one share: "one in five", "nine out of ten"; "two in 15 minutes" are two figures."""
    if not (first.is_bare and second.is_bare and first.kind == second.kind == "count" and first.value < second.value):
        return False
    if first.style not in ("digits", "words") or first.upper is not None or first.value < 1:
        return False
    words = gap.replace("-", " ").strip()
    if gap[:1] not in " -" or not lexicon.has("share.connectives", words):
        return False
    is_hundreds = second.value % 100 == 0 and lexicon.has("share.of-hundreds", words)
    return first.value == 1 or is_hundreds or format(second.value.normalize(), "f") in lexicon.sets["share.wholes"]


CLAUSE = 100  # characters to the left
MOST_TO = 100  # "a ratio of 4,105 to 100"; "a margin of 310, 4,105 to 3,785" are votes


def is_ratio(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a word of ratios stands a few words before: "a ratio of 20:1", "outnumber the cows of Kent 3 to 1"."""
    before = text[max(0, at - CLAUSE) : at].rpartition(". ")[2].lower().split()
    is_near = any(lexicon.has("multiple.ratio", word) for word in before[-5:])
    return is_near or any(lexicon.has("multiple.outnumber", word) for word in before)


def join_ratio(first: Draft, second: Draft, text: str, lexicon: Lexicon) -> bool:
    """Make one multiple of "3 to 1", where it is said to be a ratio or tied with hyphens."""
    gap = text[first.end : second.start].lower()
    if not (first.is_bare and second.is_bare and first.kind == second.kind == "count") or not second.value > 0:
        return False
    if not lexicon.has("multiple.ratio-join", gap) or second.value > MOST_TO or second.value % 1:
        return False  # "an odds ratio of 0.63 (0.52 to 0.77)" has a range in its bracket
    if not (gap[0] == "-" and second.value == 1) and not is_ratio(text, first.start, lexicon):
        return False
    first.value, first.kind = first.value / second.value, "multiple"
    first.end, first.digits = second.end, (first.digits[0], second.digits[1])
    return True


def join_share(first: Draft, second: Draft) -> None:
    """Make the first draft the share of both."""
    first.value = first.value / second.value
    first.grain = ONE / second.value
    first.kind = "share"
    first.style = "share"
    first.end = second.end
    first.digits = (first.digits[0], second.digits[1])
