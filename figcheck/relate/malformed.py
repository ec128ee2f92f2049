"""Numbers that no reader could read: commas in the wrong place, two points, a sign and its word.

"£10,000,00", "6,5000,000 pennies", "1.2.3 million". Groups of three are right, and so are those
of two as in India; a list of page numbers has no nought in front and no sign of money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from figcheck import language as languages
from figcheck.interval import ZERO, Interval
from figcheck.language import Language
from figcheck.model import Claim, Document, Figure, Quantity, Relation, Span
from figcheck.rules import RelationKind

NOTHING = Interval(ZERO, ZERO)
UNREAD = ("boilerplate", "table")
THREE, TWO = 3, 2


def malformed(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation for each number that is written as no number is, and for each unit that is said twice."""
    language, text = languages.load(document.language), document.text
    if not document.blocks:
        return []
    begin, end = document.blocks[0].span.start, document.blocks[-1].span.end  # of a text in many parts only this one
    if not (_suspect().search(text, begin, end) or _tells(text[begin:end], language)):
        return []
    return [
        Relation(kind.id, ((role, _as_claim(text, span, claims)),), "structural", (span,))
        for block in document.blocks if block.part not in UNREAD
        for role, span in _numbers(text, block.span, language)
    ]  # fmt: skip


@cache
def _suspect() -> re.Pattern[str]:
    """What a number seldom has: a comma not followed by three digits, a second point, four digits before a comma."""
    return re.compile(r"[0-9](?:,(?![0-9]{3}(?![0-9]))[0-9]|\.[0-9]+\.[0-9mbtk ]|[0-9]{3},[0-9])")


def _tells(text: str, language: Language) -> bool:
    """Whether a word of money or of per cent stands where it may be one too many."""
    return any(sign in text for sign in language.labels["malformed"]["telling"])


def _numbers(text: str, within: Span, language: Language) -> Iterator[tuple[str, Span]]:
    if _suspect().search(text, within.start, within.end):
        for hit in _grouped().finditer(text, within.start, within.end):
            if _is_misgrouped(hit, _scale_behind(language).match(text, hit.end()) is not None):
                yield "number", Span(*hit.span())
        for hit in _dotted(language).finditer(text, within.start, within.end):
            yield "number", Span(*hit.span())
    for hit in _doubled(language).finditer(text, within.start, within.end) if _tells(text, language) else ():
        yield "twice", Span(*hit.span())


@cache
def _grouped() -> re.Pattern[str]:
    """Digits with commas between, with the sign of money before them."""
    return re.compile(r"(?<![\w.,/:-])(?P<sign>[£$€])?(?P<digits>[0-9]+(?:,[0-9]+)+)(?![\w]*[0-9/:-])(?!\.[0-9]+\.)")


def _is_misgrouped(hit: re.Match[str], is_scaled: bool) -> bool:
    """Whether no country groups digits so: "10,000,00"; a comma for the point only where a sum of money has one."""
    first, *others = hit["digits"].split(",")
    if (all(len(group) == THREE for group in others) and len(first) <= THREE) or _is_dialled(first):
        return False
    if len(others[-1]) == THREE and all(len(group) == TWO for group in others[:-1]) and len(first) <= TWO:
        return False  # lakhs and crores: 1,00,000
    if len(others) == 1:
        return len(others[0]) != THREE and (hit["sign"] in ("£", "$") or (is_scaled and len(first) <= THREE))
    has_noughts = any(group.startswith("0") for group in others) and any(len(group) == THREE for group in others)
    return has_noughts or (bool(hit["sign"]) and any(len(group) == THREE for group in others))


def _is_dialled(digits: str) -> bool:
    """Whether a nought opens a row of digits, as it does a telephone number."""
    return digits.startswith("0") and len(digits) > 1


def _either(words: Sequence[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


@cache
def _scale_behind(language: Language) -> re.Pattern[str]:
    return re.compile(rf" ?{_either(language.labels['malformed']['scales'])}\b")


@cache
def _dotted(language: Language) -> re.Pattern[str]:
    """Two points in one number: "£5.5.m", "1.2.3 million"."""
    scales = _either(language.labels["malformed"]["scales"])
    return re.compile(rf"(?<![\w.,])[£$€]?[0-9]+\.[0-9]+\.(?:[0-9]+ ?)?{scales}\b")


@cache
def _doubled(language: Language) -> re.Pattern[str]:
    """A unit as a sign and as a word: "$50 dollars", "5% per cent", "£5m million"."""
    told = language.labels["malformed"]
    scales = _either(told["scales"])
    signs = "|".join(
        rf"{re.escape(sign)}[0-9][0-9,.]*(?: ?{scales})? {_either(words)}" for sign, words in told["signs"].items()
    )
    percent = rf"[0-9]% {_either(told['percent'])}"
    return re.compile(rf"(?=[£$€0-9])(?:{signs}|[£$€][0-9][0-9.,]* ?{scales} {scales}|{percent})(?![\w-])")


def _as_claim(text: str, span: Span, claims: Sequence[Claim]) -> Claim:
    """What stands there as a figure that counts nothing, with the scope of the figure that was read out of it."""
    inside = next((claim for claim in claims if span.start <= claim.figure.span.start < span.end), None)
    quantity = Quantity(ZERO, "", NOTHING, NOTHING, NOTHING)
    figure = Figure(span, text[span.start : span.end], "label", quantity, Decimal(1), Span(span.start, span.start))
    return Claim(figure, inside.sentence if inside else 0, scope=inside.scope if inside else frozenset())
