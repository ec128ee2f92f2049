"""Comments in an article that silence a rule: `<!-- figcheck: ok RULE -- reason -->`.

Such a comment is taken out of the text before anything is read, blank for character, so that no place moves and
no figure of its reason is ever checked. One that gives no reason silences nothing, and one that nothing needs
any more is told, for it may hide the next mistake.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache

from figcheck.model import Check, Document, Finding, Report, Silence, Span
from figcheck.problem import Problem, nearest
from figcheck.record import replace

OK, OFF, ON = "ok", "off", "on"
MARK = "figcheck:"
NO_REASON, UNUSED = "suppression-has-reason", "suppression-is-used"


def taken(document: Document) -> Document:
    """The article with its comments to figcheck blanked, and noted.

    >>> story = taken(Document("a", "Up <!-- figcheck: ok change -- old series --> 5%.", ()))
    >>> story.text, story.silences[0].reason
    ('Up                                           5%.', 'old series')
    """
    if MARK not in document.text:
        return document
    found = tuple(_silence(match) for match in _comments().finditer(document.text))
    if not found:
        return document
    return replace(document, text=_comments().sub(_blank, document.text), silences=found)


@cache
def _comments() -> re.Pattern[str]:
    """A comment up to its end; one that has none is taken up to the end of its line, to be told of."""
    return re.compile(rf"<!--\s*{MARK}(?:((?:(?!<!--).)*?)-->|[^\n]*)", re.DOTALL)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _silence(match: re.Match[str]) -> Silence:
    """A comment in its parts: verb, rules, and the reason behind the dashes."""
    words = f" {' '.join((match[1] or '').split())}"
    said, _, reason = re.sub(r"\s+(?:--|—|–)(?:\s+|$)", "\n", words, count=1).partition("\n")
    verb, *rules = re.split(r"[,\s]+", said.strip())
    return Silence(Span(*match.span()), verb, tuple(filter(None, rules)), reason.strip())


def applied(document: Document, checks: Iterable[Check]) -> list[Check]:
    """The checks, with the findings that the article itself accepts marked so."""
    scopes = _scopes(document)
    return [replace(one, finding=_accepted(one.finding, scopes)) if one.finding else one for one in checks]


def _accepted(finding: Finding, scopes: list[tuple[Silence, Span]]) -> Finding:
    for silence, scope in scopes:
        if silence.reason and any(_speaks_of(rule, finding) for rule in silence.rules) and _touches(scope, finding):
            return replace(finding, status="accepted", reason=silence.reason)
    return finding


def _speaks_of(rule: str, finding: Finding) -> bool:
    return rule in (finding.rule, finding.relation.kind)


def _touches(scope: Span, finding: Finding) -> bool:
    """Whether a figure of a finding stands in a stretch of the text."""
    return any(scope.start <= claim.figure.span.start < scope.end for _, claim in finding.relation.roles)


def _scopes(document: Document) -> list[tuple[Silence, Span]]:
    """Each comment that silences something, with the stretch of the article that it speaks of."""
    return [
        (silence, _scope(document, number, silence))
        for number, silence in enumerate(document.silences)
        if silence.verb in (OK, OFF)
    ]


def _scope(document: Document, number: int, silence: Silence) -> Span:
    """Up to the next `on`; else the line of the comment; where it has a line to itself, the paragraph below."""
    text, comment = document.text, silence.span
    if silence.verb == OFF:
        ends = (later.span.start for later in document.silences[number + 1 :] if _ends(later, silence))
        return Span(comment.end, next(ends, len(text)))
    start = text.rfind("\n", 0, comment.start) + 1
    end = text.find("\n", comment.end)
    line = Span(start, end if end >= 0 else len(text))
    if text[line.start : line.end].strip():
        return line
    below = (block.span for block in document.blocks if block.span.start >= comment.end)
    return next(below, Span(comment.end, comment.end))


def _ends(later: Silence, silence: Silence) -> bool:
    """Whether an `on` ends what was off: all of it, or the rules that it names."""
    return later.verb == ON and (not later.rules or not set(silence.rules).isdisjoint(later.rules))


def faults(document: Document) -> Iterator[Problem]:
    """Comments that cannot be obeyed: no reason, no rule, or a word that is none of ours."""
    for silence in document.silences:
        where = _where(document, silence)
        if not silence.verb:
            what = "a figcheck comment that says nothing, or has no end"
            yield Problem(where, what, "write: <!-- figcheck: ok RULE -- reason -->")
        elif silence.verb not in (OK, OFF, ON):
            what = f"unknown word {silence.verb!r} in a figcheck comment"
            yield Problem(where, what, nearest(silence.verb, (OK, OFF, ON)))
        elif silence.verb != ON and not silence.rules:
            yield Problem(where, f"{silence.verb!r} names no rule", f"write: figcheck: {silence.verb} RULE -- reason")
        elif silence.verb != ON and not silence.reason:
            what = f"{NO_REASON}: {silence.verb} {', '.join(silence.rules)!r} gives no reason, so it silences nothing"
            yield Problem(where, what, f"write: figcheck: {silence.verb} {', '.join(silence.rules)} -- reason")


def idle(report: Report, in_force: Container[str], known: Iterable[str]) -> Iterator[str]:
    """Comments that silence nothing, in words; a rule that this run left out may be needed by the next."""
    document, names = report.document, set(known)
    for silence, scope in _scopes(document):
        if not silence.reason:
            continue
        for rule in silence.rules:
            told = f"{_where(document, silence)}: warning {UNUSED}: {silence.verb} {rule!r}"
            if rule not in names:
                yield f"{told} names no rule ({nearest(rule, names)})"
            elif rule in in_force and not any(_needs(finding, rule, scope) for finding in report.findings):
                yield f"{told} silences nothing here (take it out)"


def _needs(finding: Finding, rule: str, scope: Span) -> bool:
    return finding.status == "accepted" and _speaks_of(rule, finding) and _touches(scope, finding)


def _where(document: Document, silence: Silence) -> str:
    """The article and the line, as its reports count them."""
    base = document.offset if silence.span.start >= document.offset else 0
    return f"{document.id}:{document.text.count(chr(10), base, silence.span.start) + 1}"
