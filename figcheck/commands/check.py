"""`figcheck check`: articles in, findings out, an exit code for a gate."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from figcheck import read, report
from figcheck.commands import judging, outputs
from figcheck.commands import options as given
from figcheck.commands.progress import Bar
from figcheck.model import Document, Report
from figcheck.problem import Problem
from figcheck.report import summary
from figcheck.report.output import Output
from figcheck.report.shape import SEVERITIES, shown

if TYPE_CHECKING:
    from figcheck.commands.timing import Timing

NEVER = "never"

Failed = Callable[[Problem], None]


def run(words: Sequence[str]) -> int:
    """Check the articles; 1 when a finding is as bad as --fail-on, 2 when anything could not be read or written."""
    options = given.parse(_parser(), words)
    least, gate = _levels(options)
    failures: set[str] = set()

    def failed(problem: Problem) -> None:
        if str(problem) not in failures:  # a word list that is broken fails every article alike
            print(f"figcheck: {problem}", file=sys.stderr)
        failures.add(str(problem))

    documents = _documents(options, failed)
    outcomes = judging.reports(documents, given.settings(options), given.jobs(options))
    timing = _timing(options)
    asked = outputs.Asked(options.format, options.output, options.table, options.rules)
    written = outputs.open_all(asked, failed)
    counts = _written(timing.over(outcomes) if timing else outcomes, written, least, Bar(options.paths), failed)
    if options.statistics:
        print(summary.statistics(counts), *filter(None, [timing]), sep="\n", file=sys.stderr)
    print(summary.line(counts), file=sys.stderr)
    return 2 if failures else int(_is_at_gate(counts, gate))


def _written(
    outcomes: Iterator[Report | Problem], written: list[Output], least: str, bar: Bar, failed: Failed
) -> summary.Tally:
    """Write every report as its articles come; what there was to count."""
    counts: summary.Tally = summary.Tally()
    try:
        for outcome in outcomes:
            bar.step()
            if isinstance(outcome, Problem):
                failed(outcome)
                continue
            counts.update(summary.tally(outcome))
            with bar.hidden():
                outputs.add(written, shown(outcome, least), failed)
            if not written:
                break
        bar.close()
        outputs.finish(written, failed)
    finally:
        bar.close()
        outputs.abandon(written)
    return counts


def _parser() -> ArgumentParser:
    parser = given.parser("check", "Find the figures of an article that cannot all be true.")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a .txt, .md or .jsonl file, a folder, or - (stdin)")
    given.rules_options(parser)
    parser.add_argument("--format", default="", help=f"what to print: {', '.join(report.FINDINGS)}")
    parser.add_argument(
        "-o", "--output", action="append", default=[], metavar="PATH",
        help="also write a report there, its format told by the ending or as FORMAT=PATH; repeatable",
    )  # fmt: skip
    parser.add_argument("--table", default="findings", metavar="TABLE", help=outputs.TABLE_HELP)
    parser.add_argument("--show", default="warning", metavar="LEVEL", help="least severity told: error, warning, note")
    parser.add_argument("--fail-on", default="error", metavar="LEVEL", help="least severity that exits 1; or never")
    parser.add_argument("--jobs", default="1", metavar="N", help="check on so many processors at once")
    parser.add_argument("--statistics", action="store_true", help="findings by rule, and time by stage")
    parser.add_argument("--stdin-filename", default="", metavar="NAME", help="what to call standard input")
    return parser


def _timing(options: Namespace) -> Timing | None:
    """What watches the run, where it was asked for and is done in this process."""
    if not options.statistics or given.jobs(options) > 1:
        return None
    from figcheck.commands.timing import Timing

    return Timing()


def _levels(options: Namespace) -> tuple[str, str]:
    """What is shown, and what fails the run; whatever fails it is shown too."""
    least = given.level(options.show, SEVERITIES, "--show")
    gate = given.level(options.fail_on, (*SEVERITIES, NEVER), "--fail-on")
    if gate != NEVER and SEVERITIES.index(gate) > SEVERITIES.index(least):
        least = gate
    return least, gate


def _documents(options: Namespace, failed: Failed) -> Iterator[Document]:
    """The articles that can be read; the others are told and left out."""
    if not options.paths:
        raise Problem("check", "no article given", "name a file, a folder, or - for standard input")
    day = given.day(options)
    entries = read.documents(options.paths, day, sys.stdin.buffer, options.stdin_filename)
    return _readable(entries, failed)


def _readable(entries: Iterator[Document | Problem], failed: Failed) -> Iterator[Document]:
    for entry in entries:
        if isinstance(entry, Document):
            yield entry
        else:
            failed(entry)


def _is_at_gate(counts: summary.Tally, gate: str) -> bool:
    """Whether anything is as bad as the gate allows no more."""
    if gate == NEVER:
        return False
    return any(counts["severity", severity] for severity in SEVERITIES[: SEVERITIES.index(gate) + 1])
