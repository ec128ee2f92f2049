"""Figures that are no amounts: dates, ages, hours, scores and labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from figcheck.interval import Interval
from figcheck.model import Figure, Quantity, Span

ONE = Decimal(1)


def mark(
    text: str,
    span: tuple[int, int],
    kind: str,
    magnitude: Decimal,
    box: Interval | None = None,
    *,
    unit: str = "",
    upper: Decimal | None = None,
    digits: tuple[int, int] | None = None,
    parts: Mapping[str, int] | None = None,
) -> Figure:
    """A figure that stands for one box and nothing looser: "9 May" is never rounded from "11 May"."""
    boxed = box or Interval(magnitude, magnitude if upper is None else upper)
    start, end = digits or span
    return Figure(
        span=Span(*span),
        surface=text[span[0] : span[1]],
        kind=kind,
        quantity=Quantity(magnitude, unit, boxed, boxed, boxed, upper),
        grain=ONE,
        digits=Span(start, end),
        parts=tuple((parts or {}).items()),
    )


def apart(found: Iterable[Figure]) -> list[Figure]:
    """The figures in order and without overlap: the earlier wins, then the longer."""
    kept: list[Figure] = []
    for figure in sorted(found, key=lambda figure: (figure.span.start, -figure.span.end)):
        if not kept or figure.span.start >= kept[-1].span.end:
            kept.append(figure)
    return kept


def word_before(text: str, at: int) -> tuple[str, int]:
    """The word that ends just before a place, in small letters and without its stop, and where it begins.

    Two spaces and two signs such as a comma or a bracket may stand between; at most 24 letters are looked at.
    """
    if at > 1 and text[at - 1] == " ":
        start = text.rfind(" ", at - 28 if at > 28 else 0, at - 1) + 1
        word = text[start : at - 1] if start else ""
        if word.isalpha():
            return word.lower(), start
    piece = text[at - 28 if at > 28 else 0 : at].rstrip(" \u00a0").rstrip(".,(")
    words = piece.split()
    word = words[-1] if words else ""
    if word.isalpha():
        return word.lower(), text.rfind(word, 0, at)
    end = start = len(word)
    while start and (word[start - 1].isalpha() or word[start - 1] in "'’&"):
        start -= 1
    return word[start:end].lower(), text.rfind(word, 0, at) + start if word else at


def hits(text: str, words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where each of a few words stands, whole or inside another word; far cheaper than one expression for all."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at, word
            at = text.find(word, at + len(word))


def alternatives(words: object) -> str:
    """Words from a language file as one group of a regular expression, longest first."""
    listed = [str(word) for word in words] if isinstance(words, list) else []
    found = sorted(listed, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in found) + ")" if found else r"(?!)"
