"""Who says it, where a figure stands between quotation marks and the words around them name the speaker.

An editor changes a figure of the paper's own; one that somebody said has to be taken back to them. In doubt there
is no name: "he said" names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from figcheck import language as languages
from figcheck.model import Claim, Finding, Report
from figcheck.record import record

OPENING, CLOSING = '“"«‘', '”"»’'
_WORD = r"(?:(?:[^\W\d_a-z]\.){1,4}|[^\W\d_a-z][\w'’-]*(?!\.?\w))"  # J.R. is one, and so is Quill
_ASIDE = r"(?:, [^,“”\"]{1,80},)?"


@record(eq=False)
class _Signs:
    """The expressions of one language that find a name behind a quotation, and in front of one."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    titles: frozenset[str]
    strangers: frozenset[str]


def speaker(report: Report, found: Finding) -> str:
    """The one who says all of a finding's quoted figures; nobody where that is not plain."""
    quoted = [claim for _, claim in found.relation.roles if "quoted" in claim.scope]
    words = languages.load(report.document.language).nouns.get("speaker")
    if not quoted or not words:
        return ""
    names = {_speaker(report, claim, _signs(report.document.language)) for claim in quoted}
    return names.pop() if len(names) == 1 else ""


def _speaker(report: Report, claim: Claim, signs: _Signs) -> str:
    """The speaker of one quoted figure: "…," said Ms Quill, or Ms Quill said: "…"."""
    block = report.sentences[claim.sentence].block.span
    text, span = report.document.text, claim.figure.span
    closes = _closing().search(text, span.end, block.end)
    opens = max(text.rfind(mark, block.start, span.start) for mark in OPENING)
    behind = signs.behind.match(text, closes.end(), block.end) if closes else None
    if closes and behind:
        goes_on = text[closes.start() - 1] != "."  # after a full stop "Ms Quill says" begins a sentence of its own
        return _plain(behind["after"] or (behind["first"] if goes_on else ""), signs)
    before = signs.before.search(text[block.start : opens]) if opens >= block.start else None
    return _plain(before["name"], signs) if before and not before["link"] else ""


def _plain(name: str, signs: _Signs) -> str:
    """The name from its title on; nobody where a word of it only begins a sentence: "But Smith"."""
    words = name.rstrip(".").split()
    for place, word in enumerate(words):
        if word.rstrip(".") in signs.titles and place + 1 < len(words):
            words = words[place:]
            break
    return "" if signs.strangers & set(words) else " ".join(words)


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(f"[{CLOSING}](?!\\w)")


@cache
def _signs(code: str) -> _Signs:
    words: Mapping[str, Any] = languages.load(code).nouns["speaker"]
    one_of = {name: "|".join(words[name]) for name in ("verbs", "titles", "particles", "follows", "links", "not-after")}
    name = rf"(?:(?:{one_of['titles']})\.? )?{_WORD}(?: (?:(?:{one_of['particles']}) )*{_WORD}){{0,4}}"
    verb = f"(?:{one_of['verbs']})"
    ends = rf"(?=[,.;:?!]|\s*$| (?:{one_of['follows']})\b)"
    return _Signs(
        behind=re.compile(rf",?\s+(?:{verb} (?P<after>{name}){ends}|(?P<first>{name}){_ASIDE} {verb}\b(?!:))"),
        before=re.compile(
            rf"(?:(?P<link>\b(?:{one_of['not-after']})) )?(?P<name>{name}){_ASIDE} {verb}"
            rf"(?:(?: \w+){{0,3}}[,:]| (?:{one_of['links']}))?\s*$"
        ),
        titles=frozenset(words["titles"]),
        strangers=frozenset(words["no-names"]),
    )
