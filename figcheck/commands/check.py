"""`figcheck check`: articles in, findings out, an exit code for a gate."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from figcheck import read
from figcheck.commands import gate, house, judging, outputs
from figcheck.commands import options as given
from figcheck.commands.progress import Bar
from figcheck.model import Document, Report
from figcheck.problem import Problem
from figcheck.report import summary
from figcheck.report.output import Output
from figcheck.report.shape import shown
from figcheck.watch import unwatched

if TYPE_CHECKING:
    from figcheck.commands.timing import Timing

Failed = Callable[[Problem], None]


def run(words: Sequence[str]) -> int:
    """Check the articles; 1 when a finding is as bad as --fail-on, 2 when anything could not be read or written."""
    options = given.parse(_parser(), words)
    with house.blamed(options):
        return _run(options)


def _run(options: Namespace) -> int:
    least, level = gate.levels(options)
    failures: set[str] = set()
    written: list[Output] = []

    def failed(problem: Problem) -> None:
        told = str(house.traced(problem, options))
        if told not in failures:  # a word list that is broken fails every article alike
            print(f"figcheck: {told}", file=sys.stderr)
            failures.add(told)
            outputs.miss(written, problem, failed)

    documents = _documents(options, failed)
    held = gate.Gate(options, failed)
    timing = _timing(options)
    watch = timing.watch if timing else unwatched
    outcomes = judging.reports(documents, given.settings(options), given.jobs(options), watch)
    judging.loaded()
    outcomes = held.over(timing.over(outcomes) if timing else outcomes)
    asked = outputs.Asked(options.format, options.output, options.table, options.rules, options.paths)
    written += outputs.open_all(asked, failed)
    counts = _written(outcomes, written, least, Bar(lambda: read.count(options.paths)), failed)
    counts["severity", "warning"] += held.idle
    if options.statistics:
        told = summary.statistics(counts, timing.spent if timing else {})
        print(told, *filter(None, [timing]), sep="\n", file=sys.stderr)
    print(*(f"figcheck: {note}" for note in held.notes()), summary.line(counts), sep="\n", file=sys.stderr)
    return 2 if failures else int(gate.is_shut(counts, level))


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
            judged = shown(outcome, least)
            with bar.hidden() if judged.findings else nullcontext():
                outputs.add(written, judged, failed)
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
    given.report_options(parser)
    parser.add_argument("--table", default="findings", metavar="TABLE", help=outputs.TABLE_HELP)
    gate.options(parser)
    parser.add_argument("--statistics", action="store_true", help="findings and time by rule, and time by stage")
    parser.add_argument("--stdin-filename", default="", metavar="NAME", help="what to call standard input")
    return parser


def _timing(options: Namespace) -> Timing | None:
    """What watches the run, where it was asked for and is done in this process."""
    if not options.statistics or given.jobs(options) > 1:
        return None
    from figcheck.commands.timing import Timing

    return Timing()


def _documents(options: Namespace, failed: Failed) -> Iterator[Document]:
    """The articles that can be read; the others are told and left out."""
    if not options.paths:
        raise Problem("check", "no article given", "name a file, a folder, or - for standard input")
    day = given.day(options)
    entries = read.documents(options.paths, day, sys.stdin.buffer, options.stdin_filename)
    return judging.readable(entries, failed)
