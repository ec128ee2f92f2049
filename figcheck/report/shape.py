"""What an output format is: what it takes of each article, and what it makes of that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from figcheck.model import Report
from figcheck.problem import Problem
from figcheck.record import record

SEVERITIES = ("error", "warning", "note")


def _untold(problem: Problem) -> Iterator[Any]:
    """Most formats say nothing of what could not be read: it is said on standard error."""
    return iter(())


@record
class Shape:
    """A format written while the run goes on. `pieces` is asked once an article.

    `separator` stands between two pieces, `opening` and `closing` around all of them. With `every`, articles
    in which nothing was found are wanted too: a test report lists what passed. `unread` is asked of each article
    that could not be read or judged, lest a build that sees only the report take it for clean.
    """

    pieces: Callable[[Report], Iterator[str]]
    opening: str = ""
    separator: str = ""
    closing: str = ""
    every: bool = False
    unread: Callable[[Problem], Iterator[str]] = _untold


@record
class Gathered:
    """A format that can only be written once all is known: a workbook, or remarks with the worst first.

    `taken` says what is kept of an article, `made` what all of that makes; it also gets the folders of the
    newsroom's own rules. A `binary` format never goes to a terminal. What is kept is added to a list, or to
    whatever `room` makes: a page shows every article with findings, but not all of a hundred thousand without.
    """

    taken: Callable[[Report], Iterator[Any]]
    made: Callable[[Any, Sequence[str]], str | bytes]
    every: bool = False
    binary: bool = False
    room: Callable[[], Any] = list
    unread: Callable[[Problem], Iterator[Any]] = _untold


Format = Shape | Gathered


def shown(report: Report, least: str) -> Report:
    """The same report with the findings of the severity named or worse."""
    wanted = SEVERITIES[: SEVERITIES.index(least) + 1]
    findings = tuple(finding for finding in report.findings if finding.severity in wanted)
    if len(findings) == len(report.findings):
        return report
    return Report(report.document, report.sentences, report.claims, report.checks, findings, report.coverage)


def written(form: Format, reports: Sequence[Report], folders: Sequence[str] = ()) -> str | bytes:
    """All of a report at once, for those who have the articles at hand."""
    wanted = [report for report in reports if report.findings or form.every]
    if isinstance(form, Gathered):
        room = form.room()
        for report in wanted:
            room += form.taken(report)
        return form.made(room, folders)
    pieces = form.separator.join(piece for report in wanted for piece in form.pieces(report))
    return form.opening + pieces + form.closing
