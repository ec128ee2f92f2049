"""Writes a number the way a figure of the text is written: "£63m" becomes "£83m", not "83000000 GBP"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from figcheck.arithmetic import scale_of
from figcheck.judge import forms, lengths
from figcheck.model import Figure

FINEST = 3
"""How many more decimals than the figure itself has are ever printed."""

PARTS = {"hour": ("hour", "minute"), "minute": ("minute", "second")}
HALF = Decimal("0.5")
NEAR_ENOUGH = Decimal("0.005")
GROUPED, FEWEST_GROUPED = Decimal(10000), Decimal(1000)
AS_PRINTED = ("date", "year", "time", "score", "label")
"""Kinds of figures whose value is no number that could be printed in their place."""

EXACT = Context(prec=40)


def written(figure: Figure, value: Decimal, grain: Decimal, words: Mapping[str, Any]) -> str:
    """A value, as laws see it, in the figure's own style and to that grain.

    Number words become digits ("Seventeen" -> "13"), shares per cent and multiples times.
    """
    number = value / scale_of(figure.quantity.unit)
    if figure.kind == "share":
        return str(words["styles"]["share"]).format(number=plain(number * 100, _two_digits(number * 100)))
    start, end = figure.digits.start - figure.span.start, figure.digits.end - figure.span.start
    digits = figure.surface[start:end]
    if figure.kind == "multiple" and not any(sign.isdigit() for sign in digits):
        return str(words["styles"]["multiple"]).format(number=_whole(plain(number, Decimal("0.1"))))
    if figure.quantity.magnitude < 0 and not digits.startswith(("-", "−")) and number < 0:
        number = -number
    if parts := lengths.named(digits, words):
        length = lengths.spelled(number, figure.quantity.unit, parts, words)
        return figure.surface[:start] + length + figure.surface[end:]
    if pair := _compound(digits):
        return _in_parts(figure, number, pair, start, end)
    if figure.kind == "ordinal":
        return plain(number, Decimal(1)) + suffix(int(number), words)
    return figure.surface[:start] + _fitted(figure, number, grain, words)


def _fitted(figure: Figure, number: Decimal, grain: Decimal, words: Mapping[str, Any]) -> str:
    """The number and its unit, the unit for one or for several."""
    digits = figure.surface[figure.digits.start - figure.span.start : figure.digits.end - figure.span.start]
    text = _number(figure, number, grain, digits)
    return forms.fitted(text, _after(figure, words), figure.scale, words)


def _number(figure: Figure, number: Decimal, grain: Decimal, digits: str) -> str:
    """The bare number: commas as in the figure, no nought behind the point that the figure has not, cents in pairs."""
    small = abs(figure.quantity.magnitude / figure.scale) < FEWEST_GROUPED
    grouped = "," in digits or small or abs(number / figure.scale) >= GROUPED
    text = plain(number / figure.scale, grain / figure.scale, grouped)
    text = text if "." in digits and abs(number / figure.scale) < FEWEST_GROUPED else _whole(text)
    is_sum = figure.kind == "money" and figure.scale == 1 and figure.digits.end == figure.span.end
    return f"{text}0" if is_sum and "." in text[-2:-1] else text  # "$24.40", never "$24.4"


def _whole(text: str) -> str:
    """ "2.0" as "2"; "2.50" keeps both."""
    return text.removesuffix(".0").removesuffix(".00")


def _after(figure: Figure, words: Mapping[str, Any]) -> str:
    """What stands behind the number: of "a ton and a half" that is the ton, as the half is in the number."""
    text = figure.surface[figure.digits.end - figure.span.start :]
    tail = next((tail for tail in words["styles"]["tails"] if text.endswith(tail)), "")
    return text.removesuffix(tail)


def suffix(number: int, words: Mapping[str, Any]) -> str:
    """What an ordinal ends on: 21st, but 11th; found by its last two digits, else by its last."""
    endings = words["calendar"]["suffixes"]
    return str(endings.get(str(number % 100), endings.get(str(number % 10), endings["other"])))


def _compound(digits: str) -> tuple[re.Match[str], ...]:
    """The two numbers of a figure such as "6ft 2in"; nothing for a plain one."""
    found = tuple(re.finditer(r"\d+", digits))
    return found if len(found) == 2 and any(sign.isalpha() for sign in digits) and "." not in digits else ()


def _in_parts(figure: Figure, number: Decimal, pair: tuple[re.Match[str], ...], start: int, end: int) -> str:
    """ "9ft 2in" that should be 98 inches is "8ft 2in": the smaller unit runs to what the printed parts say."""
    digits = figure.surface[start:end]
    larger, smaller = (Decimal(part[0]) for part in pair)
    size = (abs(figure.quantity.magnitude) - smaller) / larger if larger else Decimal(0)
    if size <= 1:
        return figure.surface[:start] + digits[: pair[0].start()] + plain(number, figure.grain) + figure.surface[end:]
    whole, rest = divmod(rounded(number, Decimal(1)), size)
    between = digits[pair[0].end() : pair[1].start()]
    opening = figure.surface[:start] + digits[: pair[0].start()]
    closing = digits[pair[1].end() :] + figure.surface[end:]
    return f"{opening}{whole:f}{between}{rest:f}{closing}"


def _two_digits(number: Decimal) -> Decimal:
    """The grain that leaves two digits of a small number, and whole ones of a larger: 25, 0.72."""
    return Decimal(1).scaleb(min(0, number.adjusted() - 1)) if number else Decimal(1)


def plain(number: Decimal, grain: Decimal, grouped: bool = True) -> str:
    """A number rounded to a grain, with commas where wanted.

    >>> plain(Decimal("55000.4"), Decimal(1)), plain(Decimal("74.46"), Decimal("0.1"))
    ('55,000', '74.5')
    """
    rounded_number = rounded(number, grain)
    decimals = max(0, -grain.normalize(EXACT).as_tuple().exponent) if grain.is_finite() else 0  # type: ignore[operator]
    return f"{rounded_number:,.{decimals}f}" if grouped else f"{rounded_number:.{decimals}f}"


def rounded(number: Decimal, grain: Decimal) -> Decimal:
    """The nearest multiple of the grain; halves go up, as reporters round."""
    steps = EXACT.divide(number, grain).to_integral_value(ROUND_HALF_UP)
    return EXACT.multiply(steps, grain)


def finer(figure: Figure) -> list[Decimal]:
    """The grains to try, its own first; people are not printed in tenths."""
    own = figure.grain if figure.grain > 0 else Decimal(1)
    grains = [own / 10**step for step in range(FINEST)]
    return [grain for grain in grains if grain >= 1] or [own] if figure.kind == "count" else grains


def in_digits(figure: Figure, words: Mapping[str, Any]) -> str:
    """The figure as printed, but "Seventeen" as "17": sums are not read in words."""
    start, end = figure.digits.start - figure.span.start, figure.digits.end - figure.span.start
    plain_words = figure.kind not in ("share", "multiple", *AS_PRINTED) and figure.quantity.upper is None
    is_number = start < end and not any(sign.isdigit() for sign in figure.surface[start:end])
    if not plain_words or not is_number or _after(figure, words) != figure.surface[end:]:
        return figure.surface
    return written(figure, figure.quantity.magnitude * scale_of(figure.quantity.unit), figure.grain, words)


def ranged(figure: Figure, ends: Sequence[Decimal]) -> str:
    """A range with other ends: "19 to 34 mph" for "19 to 44 mph"; empty where it is not printed as two numbers."""
    found = list(re.finditer(r"\d[\d,]*(?:\.\d+)?", figure.surface))
    if len(found) != len(ends):
        return ""
    pieces, at = [], 0
    for place, end in zip(found, ends, strict=True):
        number, grain = end / scale_of(figure.quantity.unit) / figure.scale, figure.grain / figure.scale
        grains = [grain / 10**step for step in range(FINEST)]
        near = (each for each in grains if abs(rounded(number, each) - number) <= abs(number) * NEAR_ENOUGH)
        fine = next(near, grains[-1])
        pieces += [figure.surface[at : place.start()], plain(number, fine)]
        at = place.end()
    return "".join(pieces) + figure.surface[at:]


def shown(figure: Figure, value: Decimal, words: Mapping[str, Any], unlike: str = "") -> str:
    """A computed value in a figure's style, with decimals enough to be near it and to differ from what is printed."""
    number = value / scale_of(figure.quantity.unit)
    unit = figure.quantity.unit
    if figure.kind == "duration" and unit in PARTS and number % HALF and "." not in figure.surface:
        return lengths.spelled(number, unit, PARTS[unit], words)  # "1 hour and 20 minutes", not "1.33 hours"
    grains = [figure.grain / 10**step for step in range(FINEST)] if figure.grain > 0 else [Decimal(1)]
    for grain in grains:
        text = written(figure, value, grain, words)
        if abs(rounded(number, grain) - number) <= abs(number) * NEAR_ENOUGH and text != unlike:
            break
    while number and not rounded(number, grain):  # "$1.2bn is £0.001 trillion"
        grain /= 10
        text = written(figure, value, grain, words)
    return text
