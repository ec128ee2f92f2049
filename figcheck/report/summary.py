"""The line a run ends with: what was read, what was judged, and what could not be and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from figcheck.model import Check, Finding, Report

Tally = Counter[tuple[str, str]]

# worst first: a relation that one rule contradicts is contradicted, whatever the others say
OUTCOMES = ("contradicts", "arguable", "agrees", "not judged")
NOT_JUDGED = OUTCOMES[-1]
REASONS_NAMED = 4
_DETAIL = re.compile(r" on \d{4}-\d\d-\d\d| \([^()]*\)")


def tally(report: Report) -> Tally:
    """What one article adds to the count of a run.

    A relation held against several rules is counted once, with the worst of their verdicts.
    """
    counts: Tally = Counter({("articles", ""): 1, ("figures", ""): _figures(report)})
    for checks in by_relation(report.checks):
        worst = min(checks, key=lambda check: _rank(check.verdict.outcome))
        counts["outcome", worst.verdict.outcome] += 1
        if worst.verdict.outcome == NOT_JUDGED:
            counts["reason", _DETAIL.sub("", worst.verdict.reason) or "no reason given"] += 1
    for finding in report.findings:
        counts["severity" if finding.status == "new" else "known", _standing(finding)] += 1
        counts["rule", finding.rule] += 1
    for check in report.checks:
        counts["checked", check.rule] += 1
    return counts


def line(counts: Tally) -> str:
    """The summary as one line.

    >>> line(Counter({("articles", ""): 1, ("figures", ""): 7, ("outcome", "agrees"): 2}))
    '1 article, 7 figures, 2 relations judged: 2 agreeing, 0 contradicted; 0 not judged'
    """
    agree, arguable, wrong = (counts["outcome", name] for name in ("agrees", "arguable", "contradicts"))
    judged = agree + arguable + wrong
    told = [f"{agree} agreeing", *([f"{arguable} arguable"] if arguable else []), f"{wrong} contradicted"]
    opening = f"{_counted(counts['articles', ''], 'article')}, {_counted(counts['figures', ''], 'figure')}"
    silent = counts["outcome", NOT_JUDGED]
    rest = f"{silent} not judged{_why(counts)}{_known(counts)}"
    return f"{opening}, {_counted(judged, 'relation')} judged: {', '.join(told)}; {rest}"


def statistics(counts: Tally) -> str:
    """A line a rule: how many relations it was held against, how many findings came of it."""
    rules = sorted({name for kind, name in counts if kind in ("rule", "checked")})
    width = max(map(len, rules), default=0)
    rows = [f"{name:{width}}  {counts['checked', name]:6} judged  {counts['rule', name]:5} found" for name in rules]
    return "\n".join(rows)


def by_relation(checks: Iterable[Check]) -> Iterable[list[Check]]:
    """The checks of each relation together, in the order they came."""
    groups: dict[int, list[Check]] = {}
    for check in checks:
        groups.setdefault(id(check.relation), []).append(check)
    return groups.values()


def _figures(report: Report) -> int:
    """How many figures were found; a number that only names something is none."""
    return sum(claim.figure.kind != "label" for claim in report.claims)


def _rank(outcome: str) -> int:
    return OUTCOMES.index(outcome)


def _why(counts: Tally) -> str:
    """The reasons for silence, the most frequent first."""
    reasons = sorted(((n, name) for (kind, name), n in counts.items() if kind == "reason"), key=lambda r: (-r[0], r[1]))
    if not reasons:
        return ""
    told = [f"{n} {name}" for n, name in reasons[:REASONS_NAMED]]
    rest = sum(n for n, _ in reasons[REASONS_NAMED:])
    return f" ({'; '.join(told)}{f'; {rest} for other reasons' if rest else ''})"


def _standing(finding: Finding) -> str:
    """How a finding is counted: what is new by its severity, the rest by why it holds nothing up."""
    if finding.status == "new":
        return finding.severity
    return "accepted" if finding.status == "accepted" else finding.reason or "in the baseline"


def _known(counts: Tally) -> str:
    """How many findings hold nothing up, and why: "2 accepted, 3 in the baseline"."""
    told = ", ".join(f"{counts[kind, name]} {name}" for kind, name in sorted(counts) if kind == "known")
    return f"; {told}" if told else ""


def _counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
