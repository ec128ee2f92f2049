"""What stands between a finding and a failed run: comments in the article, what was accepted, what was there before."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from figcheck import accepted, baseline, inline, pipeline
from figcheck.commands import options as given
from figcheck.commands import since
from figcheck.model import Report
from figcheck.problem import Problem
from figcheck.report.shape import SEVERITIES
from figcheck.report.summary import Tally
from figcheck.rules import Rulebook

NEVER = "never"


def options(parser: ArgumentParser) -> None:
    """The options that say what fails a run."""
    parser.add_argument("--fail-on", metavar="LEVEL", help="least severity that exits 1; or never")
    parser.add_argument("--exit-zero", action="store_true", help="the same as --fail-on never")
    parser.add_argument("--baseline", metavar="FILE", help="findings that were there before (figcheck baseline)")
    parser.add_argument("--since", default="", metavar="COMMIT", help="only what is new since that commit of git")


def levels(asked: Namespace) -> tuple[str, str]:
    """What is shown, and what fails the run; whatever fails it is shown too."""
    least = given.level(asked.show, SEVERITIES, "--show")
    gate = given.level(asked.fail_on, (*SEVERITIES, NEVER), "--fail-on")
    if asked.exit_zero:
        return least, NEVER
    if gate != NEVER and SEVERITIES.index(gate) > SEVERITIES.index(least):
        least = gate
    return least, gate


def is_shut(counts: Tally, gate: str) -> bool:
    """Whether anything new is as bad as the gate allows no more."""
    if gate == NEVER:
        return False
    return any(counts["severity", severity] for severity in SEVERITIES[: SEVERITIES.index(gate) + 1])


class Gate:
    """Marks what somebody knows of already, and keeps account of comments and entries that nothing needs."""

    def __init__(self, asked: Namespace, failed: Callable[[Problem], None]) -> None:
        self._asked, self._failed = asked, failed
        if getattr(asked, "since", ""):
            since.refuse_unknown(asked.since)
        path = "" if asked.isolated else accepted.nearest(os.getcwd())
        self.accepted = accepted.Acceptances(path, accepted.load(path) if path else ())
        self._path = os.path.relpath(path) if path else ""
        self.baseline = baseline.load(asked.baseline) if asked.baseline else None
        self._rules: tuple[set[str], set[str]] | None = None
        self.idle = 0

    def over(self, outcomes: Iterator[Report | Problem]) -> Iterator[Report | Problem]:
        """The same reports, their findings marked."""
        for outcome in outcomes:
            yield outcome if isinstance(outcome, Problem) else self._marked(outcome)

    def notes(self) -> Iterator[str]:
        """What may be taken out of the lists of this run, because nothing needs it any more."""
        if lapsed := self.accepted.lapsed():
            yield f"{self._path}: {_counted(lapsed)} accepted before and no longer found"
        if self.baseline and (stale := self.baseline.stale()):
            yield f"{self.baseline.path}: {_counted(stale)} in it no longer found (figcheck baseline writes it anew)"

    def _marked(self, report: Report) -> Report:
        report = self.accepted.applied(report)
        report = self.baseline.applied(report) if self.baseline else report
        if report.document.silences:
            self._remark(report)
        return report

    def _remark(self, report: Report) -> None:
        """Tell of comments that cannot be obeyed, and of those that silence nothing."""
        for problem in inline.faults(report.document):
            self._failed(problem)
        self._rules = self._rules or (
            _names(given.rulebook(self._asked)), _names(pipeline.load_rulebook(tuple(map(Path, self._asked.rules)))),
        )  # fmt: skip
        for told in inline.idle(report, *self._rules):
            print(told, file=sys.stderr)
            self.idle += 1


def _names(rulebook: Rulebook) -> set[str]:
    """The rules of a rulebook and the relations that have any."""
    return set(rulebook.rules) | {kind.id for kind in rulebook.kinds if kind.rules}


def _counted(number: int) -> str:
    return f"{number:,} finding{'' if number == 1 else 's'}"
