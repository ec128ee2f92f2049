"""A test report: an article is a suite, and each relation held against a rule a test, those that pass included.

What could not be judged is skipped with the reason, and so is what was accepted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from figcheck.model import Check, Finding, Report
from figcheck.problem import Problem
from figcheck.report import places, remarks, rows
from figcheck.report.paint import safe
from figcheck.report.shape import Shape
from figcheck.report.summary import NOT_JUDGED

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# XML has no way to write these two, nor half of a surrogate pair.
_UNWRITABLE = {0xFFFE: "\N{REPLACEMENT CHARACTER}", 0xFFFF: "\N{REPLACEMENT CHARACTER}"}
_UNWRITABLE.update(dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"))


def _suites(report: Report) -> Iterator[str]:
    from xml.etree.ElementTree import Element, indent, tostring

    suite = Element("testsuite", {"name": _written(report.document.id)})
    counts: Counter[str] = Counter()
    for check, found in sorted(remarks.judged(report), key=_order):
        case = _case(report, check, found)
        suite.append(case)
        counts.update(part.tag for part in case)
    totals = {"tests": len(suite), "failures": counts["failure"], "errors": 0, "skipped": counts["skipped"]}
    suite.attrib.update({name: str(number) for name, number in totals.items()})
    indent(suite)
    yield tostring(suite, encoding="unicode") + "\n"


def _case(report: Report, check: Check, found: Finding | None) -> Element:
    """One relation and rule."""
    from xml.etree.ElementTree import Element, SubElement

    start = places.in_order(check.relation)[0][1].figure.span.start
    line, column = places.line_and_column(report.document, start)
    title = "headline " if start < report.document.offset else ""
    name = f"{check.rule} {title}{line}:{column} {rows.figures_in_words(check.relation)}"
    document = _written(report.document.id)
    case = Element("testcase", {"classname": document, "name": _written(name), "file": document, "line": str(line)})
    if found is not None and found.status == "new":
        failure = SubElement(case, "failure", {"message": _written(found.message), "type": found.severity})
        failure.text = _written_lines([places.address(report.document, start), *remarks.lines(found)])
    elif found is not None:
        SubElement(case, "skipped", {"message": _written(f"{found.message} {remarks.settled(found)}")})
    elif check.verdict.outcome == NOT_JUDGED:
        SubElement(case, "skipped", {"message": _written(f"not judged: {check.verdict.reason}")})
    elif check.finding is not None:  # milder than what was asked for
        SubElement(case, "system-out").text = _written(f"{check.finding.severity}: {check.finding.message}")
    return case


def _order(judged: tuple[Check, Finding | None]) -> int:
    """Where the first figure of a check stands."""
    return min(claim.figure.span.start for _, claim in judged[0].relation.roles)


def _unread(problem: Problem) -> Iterator[str]:
    """An article that could not be read is a test in error, so that nobody takes it for one that passed."""
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    name = _written(problem.where)
    suite = Element("testsuite", {"name": name, "tests": "1", "failures": "0", "errors": "1", "skipped": "0"})
    case = SubElement(suite, "testcase", {"classname": name, "name": "read", "file": name})
    SubElement(case, "error", {"message": _written(str(problem)), "type": "unread"})
    indent(suite)
    yield tostring(suite, encoding="unicode") + "\n"


def _written(text: str) -> str:
    return safe(text).translate(_UNWRITABLE)


def _written_lines(lines: list[str]) -> str:
    return "\n".join(_written(line) for line in lines)


FINDINGS = Shape(
    _suites,
    opening='<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="figcheck">\n',
    closing="</testsuites>\n",
    every=True,
    unread=_unread,
)
