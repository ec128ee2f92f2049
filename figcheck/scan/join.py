"""Neighbouring numbers that belong together: ranges, changes that share a unit, and measures in two units."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from figcheck.scan.draft import Draft
from figcheck.scan.ellipse import lend_percent
from figcheck.scan.lexicon import Lexicon
from figcheck.scan.pounds import hundredths, small_change
from figcheck.scan.share import join_ratio, join_share, one_in_five, word_after, word_before
from figcheck.scan.unit import rate

WIDEST_GAP = 20
HUNDRED = Decimal(100)
FAR_APART = 4  # "fell £3m to £15m" is no range, "rose 3% to 5%" may be one
THOUSAND = Decimal(1000)


def join(drafts: list[Draft], text: str, lexicon: Lexicon) -> list[Draft]:
    """The drafts with neighbours merged where the words between them say so."""
    if len(drafts) < 2:
        return drafts
    joined = [drafts[0]]
    for draft in drafts[1:]:
        if draft.start - joined[-1].end <= WIDEST_GAP and _joins(joined, draft, text, lexicon):
            continue
        joined.append(draft)
    for first, second in pairwise(joined):
        if second.start - first.end <= WIDEST_GAP:
            _late(first, second, text, lexicon)
    if any(draft.kind == "percent" for draft in joined):
        lend_percent(joined, text, lexicon)
    return joined


def _late(first: Draft, second: Draft, text: str, lexicon: Lexicon) -> None:
    """What is shared once ranges are known: "from 24 to 33-35 billion euros", "280m of the 1.5 billion shekels"."""
    gap = text[first.end : second.start].lower().strip()
    if lexicon.has("ranges.to", gap) and lexicon.has("ranges.from", opener(text, first.start, lexicon)):
        share(first, second, text, lexicon)
    elif lexicon.has("ranges.of-the", gap) and first.is_count and first.scale > 1 and second.unit:
        first.kind, first.unit = second.kind, second.unit
    elif gap == "(" and second.kind == first.kind == "money" and text[second.end : second.end + 1] == ")":
        _shared_rate(first, second, text, lexicon)


def _shared_rate(first: Draft, second: Draft, text: str, lexicon: Lexicon) -> None:
    """ "£83 million ($100 million) a month": both are by the month."""
    if "/" in first.unit or "/" in second.unit:
        return
    end, second.end = second.end, second.end + 1
    rate(second, text, len(text), lexicon)
    second.end = second.unit_end = end
    if "/" in second.unit:
        first.unit += second.unit[second.unit.index("/") :]


def _joins(joined: list[Draft], second: Draft, text: str, lexicon: Lexicon) -> bool:
    """Merge a draft into the last one, or let the two share what only one of them says; True when merged."""
    first = joined[-1]
    gap = text[first.end : second.start].lower()
    if one_in_five(first, second, gap, lexicon) and not _is_timed(second, text):
        join_share(first, second)
        return True
    if join_ratio(first, second, text, lexicon):
        return True
    if _compound(first, second, gap, lexicon):
        return True
    is_next = gap == " " or lexicon.has("joiners.and", gap.strip())
    if is_next and (small_change(first, second) or hundredths(first, second, text)):
        first.value += second.value / HUNDRED
        first.grain, first.end = Decimal("0.01"), second.end
        return True
    if first.is_range or not gap:
        return False
    return _pairs(joined, second, gap, text, lexicon)


def _is_timed(draft: Draft, text: str) -> bool:
    """Whether the second number goes on: "one in 2.5", "1 in 5%"."""
    return text[draft.end : draft.end + 1] in ("%", "-")


def _pairs(joined: list[Draft], second: Draft, gap: str, text: str, lexicon: Lexicon) -> bool:
    """Two ends of a range, or of a change."""
    first, words = joined[-1], gap.strip().strip("-–").strip()
    before = opener(text, first.start, lexicon)
    if lexicon.has("ranges.and", words) and lexicon.has("ranges.between", before):
        return _range(first, second, text, lexicon)
    if gap.strip() in lexicon.sets["ranges.dashes"] - lexicon.sets["ranges.to"] and "\n" not in gap:
        return _range(first, second, text, lexicon) if gap.strip() != "—" else False
    if lexicon.has("ranges.to", words):
        if lexicon.has("ranges.from", before) and not _is_ranging(text, first.start, lexicon):
            if len(joined) > 1 and joined[-2].is_range:
                return _range(first, second, text, lexicon)
            share(first, second, text, lexicon)
            return False
        is_given = first.symbol >= 0 and lexicon.has("ranges.receivers", word_after(text, second.bare_end))
        is_change = is_given or _has_moved(first, second, text, lexicon)
        return not is_change and _range(first, second, text, lexicon)
    if lexicon.has("ranges.or", words):
        return _either(first, second, text, lexicon)
    if lexicon.has("ranges.and", words) or gap == ", ":
        _list(first, second, gap, text)
    return False


def opener(text: str, at: int, lexicon: Lexicon) -> str:
    """The word before a figure, a hedge skipped: the "from" of "from about 14-18 miles"."""
    word, begin = word_before(text, at)
    if word in lexicon.hedges_before and not lexicon.has("ranges.from", word):
        return word_before(text, begin)[0]
    return word


def _is_ranging(text: str, at: int, lexicon: Lexicon) -> bool:
    """ "Prices range from 5 to 7 dollars" names two ends, "rose from 5 to 7 dollars" two values in turn."""
    words = text[max(0, at - 30) : at].lower().split()[-4:-1]
    is_priced = lexicon.has("ranges.priced", " ".join(words[-1:]))
    return is_priced or any(lexicon.has("ranges.ranging", word) for word in words)


def _has_moved(first: Draft, second: Draft, text: str, lexicon: Lexicon) -> bool:
    """ "Rose by 1 per cent to 7 per cent from 6 per cent" names a change and where it ended, not two ends."""
    if not lexicon.has("ranges.moved", opener(text, first.start, lexicon)):
        return False
    if first.kind == second.kind == "money" and first.unit and second.unit and first.scale == second.scale:
        return True  # "cut by £65m to £145m": two ends would hardly say millions twice
    return lexicon.has("ranges.from", word_after(text, second.end)) or second.value > FAR_APART * first.value


def _range(first: Draft, second: Draft, text: str, lexicon: Lexicon) -> bool:
    """Merge two ends into the first draft, where they are of one kind and in order."""
    if "loose" in (first.style, second.style) or first.upper is not None or second.upper is not None:
        return False
    if second.is_bare and second.scale == 1 and second.value <= first.value:
        return False  # "gave £25m to 500 halls" is no range, and the halls are no pounds
    share(first, second, "", lexicon)
    if _are_same_dollars(first, second, text, lexicon):
        second.unit = first.unit
    if (first.unit, first.kind) != (second.unit, second.kind) or not first.value < second.value:
        return False
    first.upper, first.upper_grain = second.value, second.grain
    first.end, first.unit_end, first.is_range = second.end, second.unit_end, True
    first.bare_end = second.bare_end
    return True


def _are_same_dollars(first: Draft, second: Draft, text: str, lexicon: Lexicon) -> bool:
    """ "A$5m to $10m": the second sign is the first one cut short."""
    if min(first.symbol, second.symbol) < 0:
        return False
    signs = [text[draft.symbol : draft.digits[0]].strip() for draft in (first, second)]
    symbol = lexicon.language.units["dollars"]["symbol"]
    return signs[1] == symbol and signs[0] != symbol and signs[0].endswith(symbol)


def _either(first: Draft, second: Draft, text: str, lexicon: Lexicon) -> bool:
    """ "Three or four years": neighbours, with nothing between the first number and its "or"."""
    is_close = first.value < second.value <= first.value * 2 + 1 and first.end == first.bare_end
    if not is_close and second.kind == "duration" and first.value < second.value < HUNDRED:
        share(first, second, "", lexicon)  # "a six or 20-day pass": two lengths, and no range
    return is_close and first.value < HUNDRED and _range(first, second, text, lexicon)


def share(first: Draft, second: Draft, text: str, lexicon: Lexicon) -> None:
    """Let two ends share scale word, money and unit: "$10 to $15 billion", "from 24 to 35 billion euros"."""
    is_open = first.end == first.bare_end and first.upper is None and first.kind in ("count", "money")
    if is_open and first.scale == 1 and second.scale > 1 and first.value <= _likely(second):
        first.multiply(second.scale)
    if first.is_bare and is_open and second.unit and first.kind == "count":
        first.kind, first.unit = second.kind, second.unit
    elif first.unit and second.is_bare and second.kind == "count" and _takes(first, second, text, lexicon):
        second.kind, second.unit = first.kind, first.unit
    elif first.kind == second.kind == "money" and second.unit.startswith(first.unit + "/") and is_open:
        first.unit = second.unit


def _likely(second: Draft) -> Decimal:
    """The largest bare number that may mean millions as its partner does: "5 to 7 million", not "900 to 1 million"."""
    return min(THOUSAND, 10 * second.value / second.scale)


def _takes(first: Draft, second: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether a bare second number is in the unit of the first: "$10 to 15 billion", "from 208 pounds to 193 by"."""
    if not text:
        return first.symbol >= 0
    following = word_after(text, second.end)
    if text[second.end : second.end + 1] == "-":
        return False
    return not following or lexicon.has("ranges.clause-ends", following)


def _list(first: Draft, second: Draft, gap: str, text: str) -> None:
    """ "5 and 10 per cent": the first of two takes the unit when nothing else follows it."""
    is_open = first.end == first.bare_end and first.is_bare and first.kind == "count" and first.style == "digits"
    if is_open and second.kind in ("percent", "points") and second.style == "digits" and gap != ", ":
        first.kind, first.unit = second.kind, second.unit


def _compound(first: Draft, second: Draft, gap: str, lexicon: Lexicon) -> bool:
    """ "6ft 2in", "12st 4lb", "an hour and 43 minutes": one figure in the smaller unit."""
    compounds = lexicon.language.units["compounds"]
    entry = compounds.get(first.unit)
    if not isinstance(entry, list) or first.unit_end < 0 or first.upper is not None or first.value % 1:
        return False
    smaller, number = str(entry[0]), int(entry[1])
    value = second.value / second.scale
    if not number or first.value < 0 or not 0 <= value < number or second.style == "share":
        return False
    if second.unit == smaller:
        fits = gap in lexicon.sets["compounds.joints"]
    else:
        is_minute = first.unit == "hour" and second.scale > 1 and second.bare_end - second.digits[1] == 1  # "1h 23m"
        is_open = second.is_count and second.end == second.bare_end and first.unit in compounds["bare"]
        fits = (is_minute and gap in ("", " ")) or (is_open and gap in lexicon.sets["compounds.bare-joints"])
    if not fits or second.upper is not None:
        return False
    first.value = first.value * number + value
    first.grain, first.unit, first.scale = second.grain / second.scale, smaller, Decimal(1)
    first.kind = "duration" if first.kind == "duration" else "measure"
    first.end, first.unit_end = second.end, second.end
    first.digits = (first.digits[0], second.end)
    return True
