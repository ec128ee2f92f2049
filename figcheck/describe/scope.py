"""What stands over a figure: negated, hypothetical, quoted or corrected.

"Not 50,000 but 40,000" is no contradiction, "would have cost £5m" no claim, a figure
inside quotation marks is the speaker's, and "we wrongly said 30" is owned up to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from figcheck.language import Language
from figcheck.record import record

NOTHING: frozenset[str] = frozenset()
CLOSED_BY = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“"}
WHOLE = ""  # stands for a paragraph that opens as a correction


@record(eq=False)
class Scopes:
    """The words that show a scope, ready for `in` and `endswith`."""

    negated: tuple[str, ...]
    hypothetical: tuple[str, ...]
    needs: Mapping[str, tuple[str, ...]]
    corrected: tuple[str, ...]
    corrections: tuple[str, ...]


def present(paragraph: str, scopes: Scopes) -> tuple[str, ...]:
    """The scope phrases that a paragraph holds: mostly none, and then its sentences need no look."""
    low = paragraph.replace("’", "'").lower()
    found = [phrase for phrase in (*scopes.corrected, *scopes.hypothetical) if phrase in low]
    if low.startswith(scopes.corrections):
        found.append(WHOLE)
    return tuple(found)


def over_sentence(sentence: str, phrases: tuple[str, ...], scopes: Scopes) -> frozenset[str]:
    """The scopes that a whole sentence is under, given the phrases that its paragraph holds."""
    low = sentence.replace("’", "'").lower()
    found = set()
    for phrase in phrases:
        if phrase == WHOLE or (phrase in scopes.corrected and phrase in low):
            found.add("corrected")
        elif phrase in scopes.hypothetical and phrase in low and _stands(low, phrase) and _is_met(low, phrase, scopes):
            found.add("hypothetical")
    return frozenset(found) if found else NOTHING


def _stands(low: str, phrase: str) -> bool:
    """Whether a phrase stands as words of its own: "if the", not "relief the"."""
    at = low.find(phrase)
    return at == 0 or not low[at - 1].isalnum()


def _is_met(low: str, phrase: str, scopes: Scopes) -> bool:
    """Whether a phrase that means little alone has what it needs after it: "if the cut had …"."""
    needed = scopes.needs.get(phrase)
    return not needed or any(f" {word} " in low[low.find(phrase) :] for word in needed)


def is_negated(before: str, scopes: Scopes) -> bool:
    """Whether the text straight before a figure denies it: "not 50,000", "rather than 40"."""
    low = before.lower().replace("’", "'").rstrip(" \u00a0£$€")
    return low.endswith(scopes.negated)


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a paragraph inside quotation marks; one left open runs to the end.

    A mark that can only open, while another is open, begins anew: one that was never closed does
    not turn the rest of the paragraph inside out.
    """
    found: list[tuple[int, int]] = []
    opened, closing = -1, ""
    signs = _quotes() if text.find("‘", start, end) >= 0 else _double_quotes()
    for sign in signs.finditer(text, start, end):
        mark = sign[0]
        if mark in CLOSED_BY and (mark != '"' or _opens(text, sign.start())):
            if opened < 0 or CLOSED_BY[mark] == closing:
                opened, closing = sign.end(), CLOSED_BY[mark]
        elif opened >= 0 and mark == closing:
            found.append((opened, sign.start()))
            opened = -1
    if opened >= 0 and closing != "’":
        found.append((opened, end))
    return found


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark opens: a space or a bracket before it, none after. Inches stand behind a digit."""
    before = text[at - 1 : at]
    return (not before or before.isspace() or before in "([—–-") and not text[at + 1 : at + 2].isspace()


@cache
def _double_quotes() -> re.Pattern[str]:
    return re.compile(r"[“”«»„\"]")


@cache
def _quotes() -> re.Pattern[str]:
    """Quotation marks of both kinds; a single one between letters is an apostrophe."""
    return re.compile(r"[“”«»„\"]|‘(?<!\w‘)|’(?!\w)")


@cache
def scopes(language: Language) -> Scopes:
    """The scope words of a language."""
    told = language.nouns.get("scope", {})
    return Scopes(
        negated=tuple(f" {word}" for word in told.get("negated", ())),
        hypothetical=tuple(told.get("hypothetical", ())),
        needs={phrase: tuple(words) for phrase, words in told.get("hypothetical-needs", {}).items()},
        corrected=tuple(told.get("corrected", ())),
        corrections=tuple(told.get("corrections", ())),
    )
