"""Clock times: "7.45pm", "16:00 GMT", "2.14am", "noon". The magnitude counts minutes since midnight.

"8.30" is a time only with am or pm, "16:00" only with a zone or after a word such as
"at", "14.20" after "due at": a race is run "in 14:05", and a bare "2:10" may be a ratio.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from figcheck.interval import Interval
from figcheck.language import Language
from figcheck.model import Figure, Quantity, Span
from figcheck.record import record
from figcheck.scan.mark import alternatives, mark, word_before
from figcheck.scan.sketch import Leads, Sketch, leads

DAY = 24 * 60
BACK = 24  # characters that the words before an hour may take
LONGEST = 5  # digits of an hour with its minutes and one more
FULL = 4  # digits of an hour with its minutes
SIGNS = ("%", "-", "–", "/")


@record(eq=False, slots=False)
class _Clock:
    """The clock's words, ready to be looked up."""

    told: Mapping[str, Any]
    words: Mapping[str, int]
    past: Mapping[str, int]
    word_leads: Leads
    past_leads: Leads
    hours: Mapping[str, int]
    before: frozenset[str]
    due: tuple[str, ...]
    due_short: tuple[str, ...]
    offsets: Mapping[str, int]

    @cached_property
    def hour(self) -> re.Pattern[str]:
        """An hour in digits: the largest expression of all, made when something looks like one."""
        return _hour_pattern(self.told)


def times(sketch: Sketch, language: Language) -> list[Figure]:
    """The clock times of a text, in order and without overlap."""
    text, clock, likely = sketch.text, _clock(language), _likely().match
    found: list[Figure] = []
    done = 0
    for at, end in sketch.runs:
        hour = clock.hour.match(text, at) if end - at < LONGEST and at >= done and likely(text, at) else None
        figure = _hour(text, hour, clock) if hour else None
        if figure:
            found.append(figure)
            done = figure.span.end
    for at, word in sketch.hits(clock.word_leads):
        if not text[at - 1 : at].isalnum() and not text[at + len(word) : at + len(word) + 1].isalpha():
            before, _ = word_before(text, at)
            if before in clock.before or text[at - 3 : at] == "12 ":
                found.append(_named(text, at, word, clock))
    found += _past(sketch, clock)
    found.sort(key=lambda figure: figure.span.start)
    return found


def _past(sketch: Sketch, clock: _Clock) -> Iterator[Figure]:
    """ "half past seven", "quarter to 8": in words, on a clock face of twelve hours."""
    text = sketch.text
    for at, phrase in sketch.hits(clock.past_leads):
        after = _next_word().match(text, at + len(phrase))
        hour = clock.hours.get(after["word"].lower(), 0) if after else 0
        if not after or not 1 <= hour <= 12 or text[at - 1 : at].isalpha():
            continue
        minutes = hour * 60 + clock.past[phrase]
        box = Interval(Decimal(minutes), Decimal(minutes))
        parts = {"hour": minutes // 60, "minute": minutes % 60}
        yield _mark(text, (at, after.end()), box, True, parts, after.start("word"))


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r"\s(?P<word>[^\W\d_]+|\d{1,2})(?![\w%]|[.,:]\d|\s?[-–]\s?\d)")


@cache
def _likely() -> re.Pattern[str]:
    """Where an hour may begin: a digit that is no price, with a colon, a stop, a dash or a letter soon after."""
    return re.compile(
        r"[0-9](?<![\w$£€¥#:/+]\d)(?<!\d[.,–-]\d)"
        r"(?=\d?(?:[:.]\d\d|\s?[AaPpo]|\s?[-–]\s?\d|\d\d\s\(?[A-Zhl]|\s[A-Z]{3}\b))"
    )


def _hour(text: str, found: re.Match[str], clock: _Clock) -> Figure | None:
    """One time in digits, or None when nothing says that it is one."""
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = "am" if found["am"] else "pm" if found["pm"] else ""
    if minute > 59 or hour > 24 or (half and not 1 <= hour <= 12 and not found["minute"]):
        return None
    told = half or found["zone"] or found["next"] or found["oclock"] or _is_told(text, found, clock)
    if not told or (half and _is_loose(text, found, clock)):
        return None
    minutes = _minutes(hour, minute, half)
    start = found.start("first") if found["first"] else found.start("hour")
    parts = {"hour": minutes // 60, "minute": minutes % 60}
    box = Interval(Decimal(minutes), Decimal(minutes))
    zone = (found["zone"] or found["half_zone"] or "").lower()
    if zone in clock.offsets:
        parts["offset"] = clock.offsets[zone]
    if not found["first"]:
        return _mark(text, (start, found.end()), box, found["minute"] is None, parts, found.start("hour"))
    first = _minutes(int(found["first"]), int(found["first_minute"] or 0), half)
    first -= 12 * 60 if first > minutes and first >= 12 * 60 else 0
    parts = {"hour": first // 60, "minute": first % 60}
    box = Interval(Decimal(first), Decimal(max(first, minutes)))
    return _mark(text, (start, found.end()), box, found["minute"] is None, parts, start)


def _is_loose(text: str, found: re.Match[str], clock: _Clock) -> bool:
    """ "Shares fell 5.30 in the afternoon": a price as like as not, without a colon or an "at"."""
    if (found["am"] or found["pm"]).count(" ") < 2 or found["sign"] == ":":
        return False
    return word_before(text, found.start("hour"))[0] not in clock.before


def _is_told(text: str, found: re.Match[str], clock: _Clock) -> bool:
    """Whether a bare "16:00" is a time of day: after "at" or "until", with a colon and two digits on its right."""
    after = text[found.end() : found.end() + 1]
    if found["sign"] == "." and not found["first"]:
        before = text[max(found.start("hour") - BACK, 0) : found.start("hour")].lower()
        is_full = len(found["hour"]) + len(found["minute"]) == FULL
        return not after.isalnum() and after not in SIGNS and before.endswith(clock.due if is_full else clock.due_short)
    if found["sign"] != ":" or found["first"] or after.isalnum() or (after and after in "%-–/"):
        return False
    word, _ = word_before(text, found.start("hour"))
    return word in clock.before


def _minutes(hour: int, minute: int, half: str) -> int:
    """Minutes since midnight."""
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0) if hour <= 12 else hour
    return (hour * 60 + minute) % DAY


def _mark(
    text: str, span: tuple[int, int], box: Interval, is_round: bool, parts: Mapping[str, int], digits: int
) -> Figure:
    """A time and its boxes: what is printed, then five minutes either way, then a quarter of an hour."""
    upper = box.high if box.high > box.low else None
    figure = mark(text, span, "time", box.low, box, unit="minute", upper=upper, parts=parts)
    slack = Interval(Decimal(-5), Decimal(5)) if is_round else Interval(Decimal(-1), Decimal(1))
    quantity = Quantity(box.low, "minute", box, box + slack, box + slack.scaled(Decimal(3)), upper)
    end = digits
    while end < span[1] and (text[end].isdigit() or (text[end] in ":." and text[end + 1 : end + 2].isdigit())):
        end += 1
    return Figure(figure.span, figure.surface, "time", quantity, figure.grain, Span(digits, end), parts=figure.parts)


def _named(text: str, at: int, word: str, clock: _Clock) -> Figure:
    """Noon and midnight, with the 12 that may stand before them."""
    minutes = clock.words[word]
    start = at - 3 if text[at - 3 : at] == "12 " else at
    box = Interval(Decimal(minutes), Decimal(minutes))
    return _mark(text, (start, at + len(word)), box, True, {"hour": minutes // 60 % 24, "minute": 0}, start)


@cache
def _clock(language: Language) -> _Clock:
    told = language.calendar.get("clock", {})
    names, past = told.get("words", {}), told.get("past", {})
    return _Clock(
        told=told,
        words=names,
        past=past,
        word_leads=leads(names),
        past_leads=leads(past),
        hours={**{str(hour): hour for hour in range(1, 13)}, **language.numerals.get("cardinals", {})},
        before=frozenset(told.get("before", ())),
        due=tuple(f"{phrase} " for phrase in told.get("due", ())),
        due_short=tuple(f"{phrase} " for phrase in told.get("due-short", ())),
        offsets=told.get("offsets", {}),
    )


def _hour_pattern(told: Mapping[str, Any]) -> re.Pattern[str]:
    am, pm, zone = alternatives(told.get("am")), alternatives(told.get("pm")), _zones(told.get("zones", []))
    place = alternatives(told.get("places"))
    oclock, hours = alternatives(told.get("oclock")), alternatives(told.get("hours"))
    return re.compile(
        r"(?:(?P<first>\d{1,2})(?:[:.](?P<first_minute>\d\d))?\s?[-–]\s?)?"
        rf"(?P<hour>\d{{1,2}})(?:(?P<sign>[:.]?)(?P<minute>\d\d))?(?!\d|[.,:]\d)"
        rf"(?:\s?(?:(?P<am>(?i:{am}))|(?P<pm>(?i:{pm})))(?![^\W\d_])(?:\s(?P<half_zone>{zone}|{place})(?!\w))?"
        rf"|(?:\s(?P<more>{hours}))?(?:\s?(?P<zone>{zone})(?!\w)|(?=\s\((?P<next>{zone})\)))|\s?(?P<oclock>{oclock})|(?<=[:.]\d\d)(?![\d:]|\.\d))"
    )


def _zones(zones: list[str]) -> str:
    """Zone names as printed: "GMT" in capitals, "local time" in small letters or with capitals."""
    names = [zone.upper() for zone in zones if " " not in zone and len(zone) < 5]
    for zone in zones:
        if " " in zone or len(zone) >= 5:
            names += [zone, zone.title(), zone.capitalize()]
    return alternatives(list(dict.fromkeys(names)))
