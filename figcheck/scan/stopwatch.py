"""Times of a stopwatch: "won in 2:39:54" is two hours, 39 minutes and 54 seconds, "1:45.62" under two minutes.

Two colons or a decimal tell it from the time of day, unless a zone or "pm" follows. "30:12" is one
after "in" or "a time of"; "2:10" stays unread even there, for a marathon takes hours.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from figcheck.interval import Interval
from figcheck.language import Language
from figcheck.model import Figure
from figcheck.scan.mark import alternatives, mark, word_before
from figcheck.scan.rounding import grain_of
from figcheck.scan.sketch import Sketch

HALF = Decimal("0.5")
SHORTEST = 6  # minutes: "in 2:10" may be hours


def stopwatch(sketch: Sketch, language: Language) -> list[Figure]:
    """The running times of a text, in seconds."""
    text = sketch.text
    if len(sketch.runs) < 2 or ":" not in text:
        return []
    found: list[Figure] = []
    for at, end in sketch.runs:
        is_next = text[end : end + 1] == ":" and (not found or at >= found[-1].span.end)
        match = _running().match(text, at) if is_next else None
        if not match or _time_of_day(language).match(text, match.end()) or not _is_run(text, match, language):
            continue
        parts = {name: int(match[name]) for name in ("hour", "minute", "second") if match[name]}
        whole = Decimal(parts.get("hour", 0) * 3600 + parts["minute"] * 60 + parts["second"])
        part = Decimal(f"0{match['part'] or ''}")
        slack, seconds = HALF * grain_of(str(part)), whole + part
        box = Interval(seconds - slack, seconds + slack)
        found.append(mark(text, match.span(), "duration", seconds, box, unit="second", parts=parts))
    return found


def _is_run(text: str, match: re.Match[str], language: Language) -> bool:
    """Whether minutes and seconds alone are a run: with tenths, or after "in", "clocked" or "a time of"."""
    if match["hour"] or match["part"]:
        return True
    told = language.calendar.get("stopwatch", {})
    word, at = word_before(text, match.start())
    if word in told.get("of", ()):
        return word_before(text, at)[0] in told.get("of-what", ()) and int(match["minute"]) >= SHORTEST
    return word in told.get("before", ()) and int(match["minute"]) >= SHORTEST


@cache
def _running() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<hour>\d(?<![\w.,:/-]\d)\d?):)?(?P<minute>\d(?<![\w.,/$£€-]\d)\d?):(?P<second>[0-5]\d)"
        r"(?P<part>\.\d{1,3})?(?![\w:/%-]|[.,]\d)"
    )


@cache
def _time_of_day(language: Language) -> re.Pattern[str]:
    told = language.calendar.get("clock", {})
    half = alternatives([*told.get("am", ()), *told.get("pm", ())])
    return re.compile(rf"\s?(?:(?i:{half})(?!\w)|\(?[A-Z]{{3,4}}\b)")
