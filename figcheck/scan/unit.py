"""Units and money behind a number: the longest phrase found in the word lists, and what it is per."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from figcheck.scan.draft import Draft
from figcheck.scan.lexicon import Lexicon, Unit, normal
from figcheck.scan.metres import feet_and_inches, is_metres
from figcheck.scan.number import digit_runs
from figcheck.scan.pounds import bracketed, shared_money, weigh_pounds
from figcheck.scan.share import word_before

BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
GAPS = " \u00a0\u202f\u2009-‑\n"


@cache
def word() -> re.Pattern[str]:
    """One word of a unit phrase: letters with a power behind them, or a single sign."""
    letters_and_power = r"[^\W\d_]+(?:[²³]|[23](?![0-9A-Za-z]))?"
    signs = r"[%°º℃℉€£¥$₹₽¢″′‰ℓ₡₦₩₪₫₭₮₱₲₴₸₺₼₾₿](?:[CF](?![A-Za-z]))?"
    return re.compile(rf"(?:[A-Z]\.){{2,}}|{letters_and_power}|{signs}")


@cache
def joint() -> re.Pattern[str]:
    """What stands between the words of one unit phrase."""
    return re.compile(r"\.?[ \u00a0\u202f\n-]?")


@cache
def chunk() -> re.Pattern[str]:
    """A unit written with signs inside: "km/h", "lb-ft", "b/d"."""
    return re.compile(r"[^\W\d_]+[/·-][^\W\d_]+(?![\w/])")


@cache
def letters() -> re.Pattern[str]:
    """Letters glued to digits."""
    return re.compile(r"[^\W\d_]+")


def unit_at(text: str, at: int, limit: int, lexicon: Lexicon) -> tuple[Unit, str, int] | None:
    """The unit whose phrase begins at `at`, the phrase, and where it ends; the longest one wins."""
    first = word().match(text, at, limit)
    if first is None:
        return None
    longest = lexicon.firsts.get(normal(first[0])) or lexicon.firsts.get(first[0].lower())
    if not longest:
        return None
    end = first.end()
    if text[end : end + 1] in "/·-" and (whole := chunk().match(text, at, limit)) and whole[0] in lexicon.units:
        return lexicon.units[whole[0]], whole[0], whole.end()
    words, ends = [normal(first[0])], [end]
    while len(words) < longest:
        gap = joint().match(text, ends[-1], limit)
        following = word().match(text, gap.end() if gap else ends[-1], limit)
        if following is None or following.start() == ends[-1]:
            break
        words.append(normal(following[0]))
        ends.append(following.end())
    return _longest(words, ends, lexicon)


def _longest(words: list[str], ends: list[int], lexicon: Lexicon) -> tuple[Unit, str, int] | None:
    """The longest run of words that is a unit, as written or in lower case."""
    while words:
        phrase = " ".join(words)
        unit = lexicon.units.get(phrase) or lexicon.units.get(phrase.lower())
        if unit:
            return unit, phrase.lower(), ends[-1]
        words.pop()
        ends.pop()
    return None


def glued(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> bool:
    """Read the letters glued to the digits: "83m", "26km", "30C"; False when they make the number a name ("5G")."""
    at = draft.bare_end
    found = letters().match(text, at, limit) if text[at : at + 1].isalpha() else None
    if found is None:
        return True
    run, end = found[0], found.end()
    if text[end : end + 1].isdigit():
        return draft.symbol < 0 and _before_digit(draft, text, run, end, limit, lexicon)
    if draft.symbol >= 0:
        return _glued_scale(draft, run, end, lexicon)
    if run in lexicon.glued_scales and run not in lexicon.money_scales:
        if lexicon.has("metres.letters", run) and is_metres(draft, text, end, lexicon):
            draft.measure(lexicon.glued[run], end)
            return True
        if run not in lexicon.units:
            return _glued_scale(draft, run, end, lexicon)
    return _glued_unit(draft, text, run, end, limit, lexicon)


def _before_digit(draft: Draft, text: str, run: str, end: int, limit: int, lexicon: Lexicon) -> bool:
    """Letters with a digit behind them: "32m2", "6ft2"; "4x4" and "24703L202" are names."""
    if run + text[end] in lexicon.units:
        draft.measure(lexicon.units[run + text[end]], end + 1)
        return True
    found = lexicon.units.get(run)
    if found is None or found.name not in lexicon.language.units["compounds"]:
        return False
    draft.measure(found, end)
    return True


def _glued_scale(draft: Draft, run: str, end: int, lexicon: Lexicon) -> bool:
    """ "£83m": the letters multiply."""
    scale = lexicon.glued_scales.get(run) or lexicon.scales.get(run) or lexicon.scales.get(run.lower())
    if scale is None:
        return False
    draft.multiply(Decimal(scale))
    draft.end = draft.bare_end = end
    return True


def _glued_unit(draft: Draft, text: str, run: str, end: int, limit: int, lexicon: Lexicon) -> bool:
    """ "26km", "640bhp", "5ft", "12x", "40min", "3mln"."""
    found = unit_at(text, draft.bare_end, limit, lexicon)
    if found and found[2] >= end:
        take(draft, text, found, lexicon)
        return not draft.is_bare
    if run in lexicon.glued:
        if lexicon.has("compounds.after-larger", run) and not _follows_larger(draft, text, lexicon):
            return False
        draft.measure(lexicon.glued[run], end)
        return True
    if lexicon.has("multiple.glued", run):
        draft.kind = "multiple"
        draft.end = end
        return True
    return _glued_scale(draft, run, end, lexicon)


def is_larger_unit(text: str, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether what looks like an ordinal is the larger half of a measure: "12st 4lb", "1st 2lb"."""
    larger = lexicon.glued.get(text[at:end])
    entry = lexicon.language.units["compounds"].get(larger.name) if larger else None
    begin = end + (text[end : end + 1] == " ")
    number = digit_runs().match(text, begin) if entry else None
    if number is None:
        return False
    found = unit_at(text, number.end() + (text[number.end() : number.end() + 1] == " "), len(text), lexicon)
    return found is not None and entry is not None and found[0].name == entry[0]


def _follows_larger(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """ "9.58s" and "1 min 23s" are seconds; "his 20s" and "three Model 3s" are not."""
    if draft.grain < 1:
        return True
    larger = lexicon.units.get(word_before(text, draft.start)[0])
    return larger is not None and larger.kind == "duration"


def spaced(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> None:
    """Read a unit after a space or hyphen: "26 miles", "26-mile", "5 W"; scale words are read before."""
    at = draft.bare_end
    if at >= limit or text[at] not in GAPS:
        if at >= limit or feet_and_inches(draft, text, limit, lexicon):
            return
        if found := unit_at(text, at, limit, lexicon):
            take(draft, text, found, lexicon)
        return
    at += 1
    if text[at - 1] in " \u00a0" and text[at : at + 1] == "-":
        at += 1
    found = unit_at(text, at, limit, lexicon) or _unit_behind(text, at, limit, lexicon)
    if found:
        if _is_ordinal(text, found, lexicon):
            return
        take(draft, text, found, lexicon)
    elif at < limit and text[at] in lexicon.spaced and draft.symbol < 0:
        _letter(draft, text, at, lexicon)
    elif (short := letters().match(text, at, limit)) and lexicon.has("inches.letters", short[0]):
        _inches(draft, text, short.end(), lexicon)
    elif at < limit and text[at] in BRACKETS:
        inside = unit_at(text, at + 1, limit, lexicon)
        if inside and text[inside[2] : inside[2] + 1] == BRACKETS[text[at]]:
            take(draft, text, (inside[0], inside[1], inside[2] + 1), lexicon)


def _inches(draft: Draft, text: str, end: int, lexicon: Lexicon) -> None:
    """ "47 in (120 cm)": the bracket tells that "in" is no preposition."""
    if any(lexicon.has("inches.brackets", inside) for inside in bracketed(text, end)):
        draft.measure(Unit("measure", lexicon.language.units["inches"]["unit"]), end)


def _unit_behind(text: str, at: int, limit: int, lexicon: Lexicon) -> tuple[Unit, str, int] | None:
    """A unit with one word before it: "two more miles", "50 previous years"; money is not looked for."""
    found = letters().match(text, at, limit)
    is_between = found is not None and lexicon.has("between.words", found[0].lower())
    if found is None or not is_between or text[found.end() : found.end() + 1] != " ":
        return None
    unit = unit_at(text, found.end() + 1, limit, lexicon)
    return unit if unit and unit[0].kind in ("measure", "duration", "points") else None


def _is_ordinal(text: str, found: tuple[Unit, str, int], lexicon: Lexicon) -> bool:
    """ "Two second-half goals": a second that is not sixty to the minute."""
    if not lexicon.has("durations.ordinal", found[1]):
        return False
    following = letters().match(text, found[2] + 1)
    return following is not None and lexicon.has("durations.ordinal-before", following[0].lower())


def _letter(draft: Draft, text: str, at: int, lexicon: Lexicon) -> None:
    """A single letter after a space, when no word, initial or number follows: "a 5 W charger", not "5 W. Smith"."""
    following = text[at + 1 : at + 3]
    if draft.style == "words" or (following[:1] and (following[0].isalnum() or following[0] in "-/'’&")):
        return
    if following[:1] == "." and following[1:] and following[1] != "\n" and text[at + 3 : at + 4].isupper():
        return
    if lexicon.has("compounds.after-larger", text[at]) and not _follows_larger(draft, text, lexicon):
        return
    draft.measure(lexicon.spaced[text[at]], at + 1)


def take(draft: Draft, text: str, found: tuple[Unit, str, int], lexicon: Lexicon) -> None:
    """Give a draft the unit found behind it, once pounds, shared names and coins of small change are settled."""
    unit, phrase, end = found
    if draft.symbol >= 0 or (unit.kind == "money" and text[end : end + 1].isdigit()):
        return  # "3 USD50 cards"
    if lexicon.has("pounds.words", phrase):
        unit = weigh_pounds(draft, text, end, lexicon)
    elif phrase in lexicon.language.units["shared"]:
        unit = shared_money(phrase, unit, draft, text, lexicon)
    if lexicon.has("readers.words", phrase) and _is_reader(text, draft.bare_end, end, lexicon):
        return
    smallest = lexicon.language.units["doubtful"].get(phrase)
    if smallest is None or abs(draft.value) >= smallest:
        draft.measure(unit, end)


def _is_reader(text: str, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "meters" are boxes on a wall: "500,000 meters were fitted", "1.3m old meters installed"."""
    following = letters().match(text, end + 1)
    after = letters().match(text, following.end() + 1) if following else None
    words = [found[0].lower() for found in (following, after) if found]
    return any(lexicon.has("readers.after", word) for word in words)


def rate(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> None:
    """Read what a unit is per: "a month", "per barrel", "/h", "-an-hour"; "£5 a day later" is no rate."""
    at = draft.end
    if at >= limit or text[at] not in " \u00a0\n-/" or draft.kind not in ("money", "measure", "duration"):
        return
    if text[at] == "/":
        opening, after = "/", at + 1
    else:
        found = letters().match(text, at + 1, limit)
        if found is None or not lexicon.has("rates.per", found[0].lower()):
            return
        opening, after = found[0].lower(), found.end() + 1
    _per(draft, text, (opening, after), limit, lexicon)


def _lone_letter(text: str, at: int, lexicon: Lexicon) -> tuple[Unit, str, int] | None:
    """The "s" of "1,200 m³/s": behind a stroke one letter is a length of time."""
    unit = lexicon.glued.get(text[at : at + 1])
    is_alone = unit is not None and unit.kind == "duration" and not text[at + 1 : at + 2].isalnum()
    return (unit, text[at], at + 1) if unit and is_alone else None


def _per(draft: Draft, text: str, opened: tuple[str, int], limit: int, lexicon: Lexicon) -> None:
    """Take the unit behind "per", "a" or a stroke, where it is a measure or a length of time."""
    opening, after = opened
    divisor = digit_runs().match(text, after, limit)
    unit_from = divisor.end() if divisor else after
    if divisor and text[unit_from : unit_from + 1] in GAPS:
        unit_from += 1
    found = unit_at(text, unit_from, limit, lexicon) or (_lone_letter(text, after, lexicon) if opening == "/" else None)
    if found is None or found[0].kind not in ("measure", "duration") or "/" in found[0].name:
        return
    if divisor and (opening not in ("per", "/") or len(divisor[0]) > 4):
        return
    following = letters().match(text, found[2] + 1, limit)
    if following and lexicon.has("rates.not-before", following[0].lower()) and lexicon.has("rates.articles", opening):
        return
    below = found[1] if found[0].factor != 1 else found[0].name
    draft.unit = f"{draft.unit}/{divisor[0] + ' ' if divisor else ''}{below}"
    draft.kind = "money" if draft.kind == "money" else "measure"
    draft.end = draft.unit_end = found[2]
