"""Reading figures: dates and labels claim their places first, quantities take the rest."""

from __future__ import annotations

from figcheck.language import Language
from figcheck.model import Figure
from figcheck.scan.age import ages
from figcheck.scan.clock import times
from figcheck.scan.date import dates
from figcheck.scan.label import labels
from figcheck.scan.lexicon import lexicon
from figcheck.scan.mark import apart
from figcheck.scan.quantity import quantities
from figcheck.scan.sketch import Sketch, sketch
from figcheck.scan.stopwatch import stopwatch
from figcheck.scan.unit import is_larger_unit

READERS = (dates, times, ages, labels, stopwatch)


def scan(paragraph: str, language: Language) -> tuple[Figure, ...]:
    """Every figure of one paragraph, in order, none overlapping another."""
    seen = sketch(paragraph, language)
    if not seen.runs and not seen.words:
        return ()
    claimed = _claimed(seen, language)
    found = quantities(seen, _gaps(claimed, len(paragraph)), lexicon(language))
    if claimed:
        found = sorted(claimed + found, key=_place)
    return tuple(found)


def _place(figure: Figure) -> tuple[int, int]:
    return figure.span.start, figure.span.end


def _claimed(seen: Sketch, language: Language) -> list[Figure]:
    """Dates, hours, ages and labels; where two overlap, the one that begins first."""
    found = [figure for reader in READERS for figure in reader(seen, language)]
    if not found:
        return found
    text, tables = seen.text, lexicon(language)
    return apart(
        figure for figure in found
        if not (figure.kind == "ordinal" and is_larger_unit(text, figure.digits.end, figure.span.end, tables))
    )  # fmt: skip


def _gaps(claimed: list[Figure], end: int) -> list[tuple[int, int]]:
    """The stretches between the claimed figures."""
    gaps, cursor = [], 0
    for figure in claimed:
        gaps.append((cursor, figure.span.start))
        cursor = figure.span.end
    gaps.append((cursor, end))
    return gaps
