"""The line a run ends with: what was read, what was judged, and what could not be and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from figcheck.model import Check, Finding, Report
from figcheck.watch import JUDGING, MATCHING

Tally = Counter[tuple[str, str]]
Spent = Mapping[tuple[str, str], int]
"""Nanoseconds by what was done, matching or judging, and the relation or the rule."""

# worst first: a relation that one rule contradicts is contradicted, whatever the others say
OUTCOMES = ("contradicts", "arguable", "agrees", "not judged")
NOT_JUDGED = OUTCOMES[-1]
REASONS_NAMED = 4
ALL_RULES, ALL_KINDS = "all rules", "all relations"
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


def statistics(counts: Tally, spent: Spent) -> str:
    """A line a rule: how many relations it was held against, how many findings came of it, and the time it took.

    Then a line a relation, the dearest first: how long its figures were looked for. Where nobody looked at a clock
    no time is told.
    """
    rules = sorted({name for kind, name in counts if kind in ("rule", "checked")})
    kinds = sorted((name for work, name in spent if work == MATCHING), key=lambda name: (-spent[MATCHING, name], name))
    width = max(map(len, (*rules, *kinds, ALL_RULES, ALL_KINDS)))
    rows = [(name, counts["checked", name], counts["rule", name], spent.get((JUDGING, name), 0)) for name in rules]
    columns = list(zip(*rows, strict=True))[1:] or [()] * 3
    judged, found, time = map(sum, columns)
    told = [
        f"{name:{width}}  {judged:6} judged  {found:5} found" + (f"  {_time(time)} judging" if spent else "")
        for name, judged, found, time in (*rows, (ALL_RULES, judged, found, time))
    ]
    looked = [(name, spent[MATCHING, name]) for name in kinds]
    looked += [(ALL_KINDS, sum(time for _, time in looked))] if spent else []
    return "\n".join((*told, *(f"{name:{width}}  {_time(time)} matching" for name, time in looked)))


def _time(nanoseconds: int) -> str:
    return f"{nanoseconds / 1e6:8,.1f} ms"


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
