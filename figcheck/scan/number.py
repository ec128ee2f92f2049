"""Numbers as printed in digits, with their groups, decimals and powers, and the scale words behind them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from figcheck.scan.draft import Draft
from figcheck.scan.lexicon import Lexicon
from figcheck.scan.rounding import ONE, grain_of

LONGEST = 30  # digits; more than that is a code, not an amount
HUNDRED = 100
SPACES = " \u00a0\u202f\u2009\n"
# One word on: "two hundred", "twenty-one", "fifty - two".
STEP = re.compile(r"(?:[ \u00a0\u202f\n]{1,3}|[ ]?[-‑][ ]?)([A-Za-z]+)(?![A-Za-z0-9])")


@cache
def digit_runs() -> re.Pattern[str]:
    """Digits, or a fraction in one sign; everything else is asked only there."""
    return re.compile(r"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒]+")


@cache
def grouped() -> re.Pattern[str]:
    """Digits with groups of three (or of two, as in India) and decimals, from the first digit on."""
    return re.compile(
        r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,7}(?![0-9])|[0-9]{1,2}(?:,[0-9]{2}){1,9},[0-9]{3}(?![0-9])"
        r"|[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3}){1,7}(?!,?[0-9])|[0-9]+)(?:\.[0-9]+(?!\.?[0-9]))?"
    )


@cache
def fraction() -> re.Pattern[str]:
    """ "1/16" or "1⁄32", after "2 " a mixed number: "2 1/2", "7-1/2"."""
    return re.compile(r"([0-9]{1,4})[/⁄]([0-9]{1,4})(?![0-9/⁄]|-[0-9])")


@cache
def power() -> re.Pattern[str]:
    """Powers of ten behind digits: "1.99×10−30", "1.3x10^6", "1.3e6"."""
    return re.compile(r"(?:[ ]?[×x][ ]?10\^?([-−–+]?[0-9]{1,3})|[eE]([-+]?[0-9]{1,3}))(?![0-9A-Za-z.])")


def digits_at(text: str, start: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """The number whose digits begin at `start`; None when it is part of a name, a code or a list of codes."""
    if start and text[start - 1] == "." and not (start > 1 and text[start - 2].isalnum()):
        return _decimal_only(text, start, limit, lexicon)
    found = grouped().match(text, start, limit)
    if found is None or found.end() - start > LONGEST:
        return None
    end = found.end()
    printed = found[0] if found[0].isdigit() else "".join(found[0].split()).replace(",", "")
    draft = Draft(start, end, Decimal(printed), grain_of(printed), "digits")
    if end < limit:
        _extend(draft, text, limit, lexicon)
    return draft


def _decimal_only(text: str, start: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """".001 per cent": the point begins the number."""
    found = digit_runs().match(text, start, limit)
    if found is None or found.end() - start > LONGEST:
        return None
    printed = "0." + found[0].rstrip("".join(lexicon.marks))  # ".5½": the half is left out
    return Draft(start - 1, start - 2 + len(printed), Decimal(printed), grain_of(printed), "digits")


def _extend(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> None:
    """Fractions and powers right behind the digits: "1/16", "2 1/2", "1½", "1.99×10−30"."""
    end = draft.end
    following = text[end]
    if following in lexicon.marks:
        above, below = lexicon.marks[following]
        _add(draft, Decimal(above) / below, ONE / below, end + 1)
    elif following in "/⁄":
        found = fraction().match(text, draft.start, limit)
        if found and 0 < int(found[1]) < int(found[2]):
            draft.value, draft.style = draft.value / int(found[2]), "share"
            draft.grain = ONE / int(found[2])
            _close(draft, found.end())
    elif following in " -" and text[end + 1 : end + 2] in lexicon.marks:
        above, below = lexicon.marks[text[end + 1]]
        _add(draft, Decimal(above) / below, ONE / below, end + 2)  # "a 3-½-year low"
    elif following in " -":
        found = fraction().match(text, end + 1, limit)
        if found and 0 < int(found[1]) < int(found[2]) <= HUNDRED and draft.grain == ONE:
            _add(draft, Decimal(found[1]) / int(found[2]), ONE / int(found[2]), found.end())
    if following in "×xeE" or (following == " " and text[end + 1 : end + 2] in ("×", "x")):
        found = power().match(text, end, limit)
        if found:
            exponent = (found[1] or found[2]).replace("−", "-").replace("–", "-")
            draft.multiply(ONE.scaleb(int(exponent)))
            draft.scale = ONE
            _close(draft, found.end())


def _add(draft: Draft, value: Decimal, grain: Decimal, end: int) -> None:
    """Add "and a half" or its like, which then is the last place known."""
    draft.value += value
    draft.grain = grain
    _close(draft, end)


def _close(draft: Draft, end: int) -> None:
    """Let the bare number end at `end`."""
    draft.end = draft.bare_end = end
    draft.digits = (draft.digits[0], end)


def mark_at(text: str, at: int, lexicon: Lexicon) -> Draft:
    """A lone "½"."""
    above, below = lexicon.marks[text[at]]
    return Draft(at, at + 1, Decimal(above) / below, ONE / below, "share")


def scales_at(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> None:
    """Scale words in full behind a number: "2.5 million", "3 lakh crore", "1.8 billion-mile"."""
    end = draft.bare_end
    while end < limit and text[end] in " \u00a0\u202f\u2009-\n":
        found = STEP.match(text, end, limit)
        scale = scale_behind(found[1].lower(), lexicon) if found else 0
        if found is None or not scale:
            break
        draft.multiply(Decimal(scale))
        end = found.end()
        draft.end = draft.bare_end = end
    if draft.scale > ONE:
        smaller_scales(draft, text, limit, lexicon)


def scale_behind(word: str, lexicon: Lexicon) -> int:
    """What a word multiplies the number before it by; "dozens" does so only there: "3 dozens", "dozens of people"."""
    return lexicon.scales.get(word) or lexicon.language.numerals["scales-behind"].get(word, 0)


def smaller_scales(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> None:
    """A number that goes on below its scale word: "4 million 300 thousand", "3 hundred and 21"."""
    last = draft.scale
    while found := _going_on().match(text, draft.bare_end, limit):
        below = lexicon.scales.get(found[2], 0)
        if not HUNDRED <= below < last:
            break
        _go_on(draft, Decimal(found[1]) * below, Decimal(below), found.end())
        last = Decimal(below)
    if last != HUNDRED:
        return
    found = STEP.match(text, draft.bare_end, limit)
    if found and lexicon.has("joiners.and", found[1]) and (rest := _rest().match(text, found.end(), limit)):
        value = int(rest[1]) if rest[1] else sum(lexicon.cardinals.get(word, 0) for word in rest[2].split("-"))
        following = STEP.match(text, rest.end(), limit)
        if 0 < value < HUNDRED and not (following and following[1] in lexicon.scales):
            _go_on(draft, Decimal(value), ONE, rest.end())


def _go_on(draft: Draft, value: Decimal, grain: Decimal, end: int) -> None:
    """Add what a smaller scale says; the number is then known to that scale, and written in words as well."""
    draft.value += value
    draft.grain, draft.scale, draft.style = grain, ONE, "words"
    draft.end = draft.bare_end = end
    draft.digits = (draft.digits[0], end)


@cache
def _going_on() -> re.Pattern[str]:
    return re.compile(r" ([0-9]{1,3}) ([a-z]{4,})\b(?!-)")


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(r" (?:([0-9]{1,2})(?![\w%]|[.,:]\d)|([a-z]+(?:-[a-z]+)?)\b(?!-))")
