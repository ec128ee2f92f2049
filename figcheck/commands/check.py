"""`figcheck check`: articles in, findings out, an exit code for a gate."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence

from figcheck import pipeline, read, report
from figcheck.commands import options as given
from figcheck.commands import outputs
from figcheck.commands.progress import Bar
from figcheck.model import Document, Report
from figcheck.problem import Problem
from figcheck.report import summary
from figcheck.report.output import Output
from figcheck.report.shape import SEVERITIES, shown

NEVER = "never"


def run(words: Sequence[str]) -> int:
    """Check the articles; 1 when a finding is as bad as --fail-on, 2 when anything could not be read or written."""
    options = given.parse(_parser(), words)
    least, gate = _levels(options)
    failures: list[Problem] = []

    def failed(problem: Problem) -> None:
        failures.append(problem)
        print(f"figcheck: {problem}", file=sys.stderr)

    documents = _documents(options, failed)
    judge = _judge(options)
    written = outputs.open_all(report.findings_shape, options.format or outputs.usual_format(), options.output, failed)
    counts: summary.Tally = summary.Tally()
    bar = Bar(options.paths)
    try:
        for judged in _reports(documents, judge, failed):
            counts.update(summary.tally(judged))
            _add(written, shown(judged, least), bar, failed)
            if not written:
                break
        bar.close()
        _finish(written, failed)
    finally:
        bar.close()
        for output in written:
            output.abandon()
    if options.statistics:
        print(summary.statistics(counts), file=sys.stderr)
    print(summary.line(counts), file=sys.stderr)
    return 2 if failures else int(_is_at_gate(counts, gate))


def _parser() -> ArgumentParser:
    parser = given.parser("check", "Find the figures of an article that cannot all be true.")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a .txt, .md or .jsonl file, a folder, or - (stdin)")
    given.rules_options(parser)
    parser.add_argument("--format", default="", help=f"what to print: {', '.join(report.FINDINGS)}")
    parser.add_argument(
        "-o", "--output", action="append", default=[], metavar="PATH",
        help="also write a report there, its format told by the ending or as FORMAT=PATH; repeatable",
    )  # fmt: skip
    parser.add_argument("--show", default="warning", metavar="LEVEL", help="least severity told: error, warning, note")
    parser.add_argument("--fail-on", default="error", metavar="LEVEL", help="least severity that exits 1; or never")
    parser.add_argument("--statistics", action="store_true", help="findings and relations judged, rule by rule")
    parser.add_argument("--stdin-filename", default="", metavar="NAME", help="what to call standard input")
    return parser


def _levels(options: Namespace) -> tuple[str, str]:
    """What is shown, and what fails the run; whatever fails it is shown too."""
    least = given.level(options.show, SEVERITIES, "--show")
    gate = given.level(options.fail_on, (*SEVERITIES, NEVER), "--fail-on")
    if gate != NEVER and SEVERITIES.index(gate) > SEVERITIES.index(least):
        least = gate
    return least, gate


def _documents(options: Namespace, failed: Callable[[Problem], None]) -> Iterator[Document]:
    """The articles that can be read; the others are told and left out."""
    if not options.paths:
        raise Problem("check", "no article given", "name a file, a folder, or - for standard input")
    day = given.day(options)
    entries = read.documents(options.paths, day, sys.stdin.buffer, options.stdin_filename)
    return _readable(entries, failed)


def _readable(entries: Iterator[Document | Problem], failed: Callable[[Problem], None]) -> Iterator[Document]:
    for entry in entries:
        if isinstance(entry, Document):
            yield entry
        else:
            failed(entry)


def _judge(options: Namespace) -> Callable[[Document], Report]:
    """The check with the rules and rates of this run."""
    rulebook, rates = given.rulebook(options), given.rates(options)
    return lambda document: pipeline.check(document, rulebook, rates)


def _reports(
    documents: Iterator[Document], judge: Callable[[Document], Report], failed: Callable[[Problem], None]
) -> Iterator[Report]:
    """A report for each article; one that brings figcheck down costs the others nothing."""
    for document in documents:
        try:
            yield judge(document)
        except Problem:
            raise
        except Exception as error:
            failed(crash(document, error))


def crash(document: Document, error: Exception) -> Problem:
    """A mistake of our own, in one line that can be put into an issue."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    module = trace.tb_frame.f_globals.get("__name__", "?") if trace else "?"
    line = trace.tb_lineno if trace else 0
    what = f"figcheck failed on this article: {type(error).__name__} in {module} line {line}: {error}"
    return Problem(document.id, " ".join(what.split()), "a mistake in figcheck; please report it")


def _add(written: list[Output], judged: Report, bar: Bar, failed: Callable[[Problem], None]) -> None:
    """Write one article's findings to every report; one that can no longer be written is dropped."""
    bar.step()
    if not judged.findings:
        return
    with bar.hidden():
        for output in list(written):
            try:
                output.add(judged)
            except Problem as problem:
                failed(problem)
                output.abandon()
                written.remove(output)


def _finish(written: list[Output], failed: Callable[[Problem], None]) -> None:
    for output in written:
        try:
            output.finish()
        except Problem as problem:
            failed(problem)


def _is_at_gate(counts: summary.Tally, gate: str) -> bool:
    """Whether anything is as bad as the gate allows no more."""
    if gate == NEVER:
        return False
    return any(counts["severity", severity] for severity in SEVERITIES[: SEVERITIES.index(gate) + 1])
