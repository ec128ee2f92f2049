"""Times of a stopwatch: "won in 2:39:54" is two hours, 39 minutes and 54 seconds.

Two colons tell it from the time of day, unless a zone or "pm" follows. "14:05" alone
stays unread: it may be a quarter past two.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from figcheck.interval import Interval
from figcheck.language import Language
from figcheck.model import Figure
from figcheck.scan.mark import alternatives, mark
from figcheck.scan.sketch import Sketch

HALF = Decimal("0.5")


def stopwatch(sketch: Sketch, language: Language) -> list[Figure]:
    """The running times of a text, in seconds."""
    text = sketch.text
    if len(sketch.runs) < 3 or text.count(":") < 2:
        return []
    found = []
    for match in _running().finditer(text):
        if _time_of_day(language).match(text, match.end()):
            continue
        parts = {name: int(match[name]) for name in ("hour", "minute", "second")}
        seconds = Decimal(parts["hour"] * 3600 + parts["minute"] * 60 + parts["second"])
        box = Interval(seconds - HALF, seconds + HALF)
        found.append(mark(text, match.span(), "duration", seconds, box, unit="second", parts=parts))
    return found


@cache
def _running() -> re.Pattern[str]:
    return re.compile(r"(?P<hour>\d(?<![\w.,:/-]\d)\d?):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?![\w:/-]|[.,]\d)")


@cache
def _time_of_day(language: Language) -> re.Pattern[str]:
    told = language.calendar.get("clock", {})
    half = alternatives([*told.get("am", ()), *told.get("pm", ())])
    return re.compile(rf"\s?(?:(?i:{half})(?!\w)|\(?[A-Z]{{3,4}}\b)")
