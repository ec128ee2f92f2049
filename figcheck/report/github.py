"""Remarks beside the lines of a pull request: workflow commands that GitHub reads from a build's log.

GitHub shows ten of a level and drops the others in silence. So the worst come first, the tenth says how many there
are besides, and those stand in the log as plain lines; the whole table is on the summary page of the build.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from figcheck.model import Finding, Report
from figcheck.problem import Problem
from figcheck.report import places, remarks
from figcheck.report.paint import safe
from figcheck.report.rows import CONFIDENCE
from figcheck.report.shape import SEVERITIES, Gathered

MOST = 10
LEVELS = {"error": "error", "warning": "warning", "note": "notice"}

Remark = tuple[str, tuple[object, ...], str, str, str]
"""Severity, how bad it is, the properties of the command, what it says, and the same as a plain line."""


def _taken(report: Report) -> Iterator[Remark]:
    for found in report.findings:
        if found.status == "new":
            where = places.address(report.document, places.begins(found))
            line = _inert(safe(f"{where}: {found.severity} {found.rule} {found.message}"))
            yield found.severity, _badness(found), _properties(report, found), "\n".join(remarks.lines(found)), line


def _badness(found: Finding) -> tuple[object, ...]:
    """What sorts the worst first: how sure the link is, then how far nothing explains it."""
    return CONFIDENCE.get(found.relation.basis) != "high", -(found.verdict.strain or Decimal(0))


def _made(kept: Sequence[Remark], folders: Sequence[str] = ()) -> str:
    written = []
    for severity in SEVERITIES:
        told = sorted((remark for remark in kept if remark[0] == severity), key=lambda remark: remark[1])
        rest = told[MOST:]
        for number, (_, _, properties, message, _) in enumerate(told[:MOST], 1):
            more = f"\n({len(rest)} more {severity}s: see the log and the summary)" if rest and number == MOST else ""
            written.append(f"::{LEVELS[severity]} {properties}::{_escaped(message + more)}\n")
        written += [f"{line}\n" for _, _, _, _, line in rest]
    return "".join(written)


def _properties(report: Report, found: Finding) -> str:
    """Where to put the remark, and its title."""
    place = remarks.stretch(report.document, remarks.first(found))
    told = {"file": remarks.path(report.document)}
    if place:
        told |= {"line": str(place.line), "col": str(place.column)}
        told |= {"endColumn": str(place.end_column)} if place.line == place.end_line else {}
    told["title"] = f"figcheck {found.rule}"
    return ",".join(f"{name}={_escaped(value, ':,')}" for name, value in told.items())


def _inert(line: str) -> str:
    """A plain line that the build does not take for a command, whatever an article is called."""
    line = line.replace("##[", "# #[")
    return f"- {line}" if line.lstrip().startswith("::") else line


def _escaped(text: str, besides: str = "") -> str:
    """Text that ends no command and begins none.

    >>> _escaped("50%, or 5:4", ":,")
    '50%25%2C or 5%3A4'
    """
    lines = "\n".join(safe(line) for line in text.split("\n"))
    for sign in "%\r\n" + besides:
        lines = lines.replace(sign, f"%{ord(sign):02X}")
    return lines


def _unread(problem: Problem) -> Iterator[Remark]:
    """What could not be read comes before anything that was found."""
    yield SEVERITIES[0], (), "title=figcheck", str(problem), _inert(safe(str(problem)))


FINDINGS = Gathered(_taken, _made, unread=_unread)
