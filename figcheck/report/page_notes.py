"""What stands beside an article: a note for each relation found in it, findings before all others.

A reader who sees "40,000 of whom" marked red wants the sum; one who sees it green may want to know with what it agrees.
Both are notes: findings are numbered, the others lettered, and the figures in the text carry the number or letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from figcheck.model import Check, Claim, Finding, Relation, Report
from figcheck.record import record, replace
from figcheck.report import places, summary
from figcheck.rules import Rule

CONTRADICTED, NOTED, SETTLED, AGREES, OPEN = "contradicted", "noted", "settled", "agrees", "open"
"""How the figures of a note are marked: `noted` where the finding is no more than a note, `settled` where it was
accepted or there before."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
DIGITS = 6  # of a value that was worked out; more would look like knowledge
Rules = Mapping[str, Rule]


@record
class Note:
    """One relation as a reader is told of it. `anchor` names its place on the page, `sign` is its number or letter.

    A note that is a finding has a `severity`; `remark` is what whoever accepted it said.
    """

    anchor: str
    sign: str
    state: str
    rule: str
    headline: str
    roles: tuple[tuple[str, Claim], ...]
    working: str = ""
    why: str = ""
    law: str = ""
    is_inferred: bool = False
    severity: str = ""
    diagnosis: str = ""
    repairs: tuple[tuple[str, str, str], ...] = ()
    status: str = ""
    remark: str = ""
    fingerprint: str = ""
    line: int = 0
    section: str = ""

    @property
    def begins(self) -> int:
        """Where the first of its figures stands."""
        return self.roles[0][1].figure.span.start


def notes(report: Report, known: Rules, prefix: str) -> tuple[Note, ...]:
    """Every note of an article: its findings in their order, then what agrees or stays open as it comes in the text."""
    found = [_finding(report, finding, known, prefix, number) for number, finding in enumerate(report.findings, 1)]
    return (*found, *_others(report, known, prefix))


def _finding(report: Report, finding: Finding, known: Rules, prefix: str, number: int) -> Note:
    roles = places.in_order(finding.relation)
    return Note(
        anchor=f"{prefix}{number}",
        sign=str(number),
        state=_state(finding),
        rule=finding.rule,
        headline=finding.message,
        roles=roles,
        working=finding.working,
        why=_why(known.get(finding.rule)),
        law=_law(known.get(finding.rule)),
        is_inferred=finding.relation.basis == "inferred",
        severity=finding.severity,
        diagnosis=finding.diagnosis,
        repairs=tuple((repair.role, repair.old, repair.new) for repair in finding.repairs),
        status=finding.status,
        remark=finding.reason + (f" ({finding.accepted_by})" if finding.accepted_by else ""),
        fingerprint=finding.fingerprint,
        line=places.line_and_column(report.document, places.begins(finding))[0],
        section=places.section(report, roles[0][1]),
    )


def _state(finding: Finding) -> str:
    """How the figures of a finding are marked."""
    if finding.status != "new":
        return SETTLED
    return NOTED if finding.severity == "note" else CONTRADICTED


def _why(rule: Rule | None) -> str:
    """What the rule says for itself; nothing where it is not at hand."""
    return rule.why if rule else ""


def _law(rule: Rule | None) -> str:
    """The law as its file has it, or as it is told to people."""
    return (rule.told or rule.require) if rule else ""


def _others(report: Report, known: Rules, prefix: str) -> Iterator[Note]:
    """What agrees and what was left open, lettered in the order of the text.

    "110 metres (361ft)" agrees by its value and by its roundness: what one set of figures has to say is one note.
    """
    told = {_figures(finding.relation) for finding in report.findings}
    worst = [min(checks, key=_rank) for checks in summary.by_relation(report.checks)]
    groups: dict[tuple[frozenset[int], bool], list[Check]] = {}
    for check in sorted(worst, key=lambda check: (_begin(check.relation), check.rule)):
        figures = _figures(check.relation)
        if figures not in told:
            groups.setdefault((figures, check.verdict.outcome == AGREES), []).append(check)
    for place, checks in enumerate(groups.values()):
        names = ", ".join(dict.fromkeys(check.rule for check in checks))
        yield replace(_other(checks[0], known.get(checks[0].rule), prefix, _lettered(place)), rule=names)


def _other(check: Check, rule: Rule | None, prefix: str, sign: str) -> Note:
    agrees = check.verdict.outcome == AGREES
    return Note(
        anchor=f"{prefix}{sign}",
        sign=sign,
        state=AGREES if agrees else OPEN,
        rule=check.rule,
        headline=_said(places.in_order(check.relation)) if agrees else _why_silent(check),
        roles=places.in_order(check.relation),
        working=_reckoned(check, rule),
        why=_why(rule),
        law=_law(rule),
        is_inferred=check.relation.basis == "inferred",
    )


def _said(roles: tuple[tuple[str, Claim], ...]) -> str:
    """What agrees with what: "40 tonnes and 50 tonnes" of a fall are not the same, but fit."""
    surfaces = [claim.figure.surface for _, claim in roles]
    if len(surfaces) == 1:
        return f"{surfaces[0]} holds"
    return f"{', '.join(surfaces[:-1])} and {surfaces[-1]} fit together"


def _why_silent(check: Check) -> str:
    """Why a relation that does not agree is no finding."""
    if check.finding:
        return f"{check.finding.message} (a {check.finding.severity}: told with --show {check.finding.severity})"
    return f"Not judged: {check.verdict.reason}" if check.verdict.reason else "Not judged"


def _reckoned(check: Check, rule: Rule | None) -> str:
    """The two sides of the law where both are plain numbers, or the reading under which it holds."""
    verdict = check.verdict
    if verdict.reason:
        return f"agrees {verdict.reason}" if verdict.outcome == AGREES else ""
    are_numbers = not any(claim.figure.kind in ("date", "time", "year") for _, claim in check.relation.roles)
    if not rule or not are_numbers or verdict.left is None or verdict.right is None:
        return ""
    sign = "≈" if rule.law.sign == "==" and verdict.left != verdict.right else rule.law.sign.replace("==", "=")
    return f"{number(verdict.left)} {sign} {number(verdict.right)}"


def number(value: Decimal) -> str:
    """A value that was worked out, for people.

    >>> number(Decimal("360.892388451")), number(Decimal("44640547.8")), number(Decimal("52.80"))
    ('360.892', '44,640,500', '52.8')
    """
    if not value.is_finite() or not value:
        return f"{value:f}"
    last = value.adjusted() - DIGITS + 1
    rounded = value if value == value.to_integral_value() else round(value, -last)
    told = f"{rounded:,f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def _figures(relation: Relation) -> frozenset[int]:
    """Which figures a relation is about, by where they begin."""
    return frozenset(claim.figure.span.start for _, claim in relation.roles)


def _begin(relation: Relation) -> int:
    return min(claim.figure.span.start for _, claim in relation.roles)


def _rank(check: Check) -> int:
    return summary.OUTCOMES.index(check.verdict.outcome)


def _lettered(place: int) -> str:
    """a to z, then aa, ab and so on.

    >>> _lettered(0), _lettered(25), _lettered(26)
    ('a', 'z', 'aa')
    """
    return (_lettered(place // 26 - 1) if place > 25 else "") + LETTERS[place % 26]


def in_order_of_weight(found: Iterable[Note]) -> list[Note]:
    """The notes of one figure, the one that decides its mark first."""
    return sorted(found, key=lambda note: (CONTRADICTED, NOTED, SETTLED, AGREES, OPEN).index(note.state))
