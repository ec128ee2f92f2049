"""Phone numbers: "020 7946 0000", "(212) 555-0123", "call 555 0123"."""

from __future__ import annotations

import re
from functools import cache

from figcheck.scan.mark import word_before


def phone_at(text: str, run: re.Match[str], words: frozenset[str]) -> tuple[int, int] | None:
    """A phone number: groups of digits that start with 0 or +, an American 3-3-4, or any groups after "call"."""
    start = run.start()
    if len(run[0]) == 3 and start > 1 and text[start - 2].isdigit() and text[start - 1].isspace():
        return None  # "50 000 000 people"
    if text[start] != "0" and text[start - 1 : start] not in ("+", "(") and not _american().match(text, start):
        if len(run[0]) > 5 or not _grouped().match(text, run.end()):
            return None
        if word_before(text, start)[0] not in words:
            return None
    found = _phone().match(text, start)
    if not found or sum(sign.isdigit() for sign in found[0]) < 6:
        return None
    if text[start] != "0" and text[start - 1 : start] == "(" and not text[found.end() - 4 : found.end()].isdigit():
        return None
    return start - (text[start - 1 : start] in ("+", "(")), found.end()


@cache
def _phone() -> re.Pattern[str]:
    more = r"(?:[ \u00a0-]\(?\d{2,6}\)?)"
    trunk = r"\d{0,3}[ ]?\(?0\)[ ]?\d{2,6}"  # "44 (0)870 496 0123", "(0)1632 960 012"
    return re.compile(rf"(?:{trunk}{more}{{0,5}}|\d{{1,5}}\)?{more}{{1,5}})(?!\d|[.,:]\d|%)|0\d{{8,11}}(?!\d)")


@cache
def _grouped() -> re.Pattern[str]:
    return re.compile(r"[ -]\d")


@cache
def _american() -> re.Pattern[str]:
    return re.compile(r"(?:1-)?\d{3}\)?[-. ]\d{3}[-.]\d{4}(?!\d)")
