"""`figcheck baseline`: what is found today, written down, so that a gate need only stop what is new."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from figcheck import accepted, known, read, report
from figcheck import baseline as lists
from figcheck.commands import house, judging
from figcheck.commands import options as given
from figcheck.commands.progress import Bar
from figcheck.model import Report
from figcheck.problem import Problem


def run(words: Sequence[str]) -> int:
    """Write the baseline; 1 when it would grow and nobody allowed that, 2 when anything could not be read."""
    options = given.parse(_parser(), words)
    with house.blamed(options):
        return _run(options)


def _run(options: Namespace) -> int:
    path = options.to or options.baseline
    if not options.paths or not path:
        what = "no article given" if not options.paths else "no file to write to"
        raise Problem("baseline", what, "write figcheck baseline PATH -o FILE")
    old = lists.load(path) if os.path.exists(path) else lists.Baseline(path, ())
    is_first = not os.path.exists(path)
    failures: set[str] = set()
    entries: list[lists.Entry] = []
    grown: list[Report] = []
    for judged in _reports(options, failures):
        fresh = known.new(old.applied(judged))
        grown += [fresh] if fresh.findings else []
        entries += old.entries_of(judged)
    if grown and not (is_first or options.accept_new):
        return _refused(path, grown, failures)
    kept = (*entries, *(() if options.prune else old.others()))
    _write(path, lists.written(kept))
    _tell(path, kept, old.stale())
    return 2 if failures else 0


def _reports(options: Namespace, failures: set[str]) -> Iterator[Report]:
    """The reports of all articles, what was accepted marked; an article that cannot be read is told and left out."""
    place = "" if options.isolated else accepted.nearest(os.getcwd())
    looked_at = accepted.Acceptances(place, accepted.load(place) if place else ())
    entries = read.documents(options.paths, given.day(options), sys.stdin.buffer, options.stdin_filename)
    bar = Bar(lambda: read.count(options.paths))
    unread: list[Problem] = []
    documents = judging.readable(entries, unread.append)
    outcomes = judging.reports(documents, given.settings(options), given.jobs(options))
    judging.loaded()
    try:
        for outcome in outcomes:
            bar.step()
            if isinstance(outcome, Problem):
                unread.append(outcome)
            else:
                yield looked_at.applied(outcome)
    finally:
        bar.close()
    for told in dict.fromkeys(str(house.traced(problem, options)) for problem in unread):
        print(f"figcheck: {told}", file=sys.stderr)
        failures.add(told)


def _refused(path: str, grown: Sequence[Report], failures: set[str]) -> int:
    """List what would be added; nothing is written."""
    shape = report.findings_shape("concise")
    for judged in grown:
        print(*shape.pieces(judged), sep="", end="")  # type: ignore[union-attr]
    number = sum(len(judged.findings) for judged in grown)
    told = f"{number:,} finding{' is' if number == 1 else 's are'} not in {path} yet; --accept-new takes them in"
    print(f"figcheck: {told}; nothing was written", file=sys.stderr)
    return 2 if failures else 1


def _write(path: str, text: str) -> None:
    """Put the baseline in its place, whole or not at all."""
    from figcheck.report.output import File

    place = File(path, str)
    try:
        place.write(text)
        place.finish()
    except OSError as error:
        raise Problem(path, f"cannot be written: {error.strerror or error}") from None
    finally:
        place.abandon()


def _tell(path: str, entries: Sequence[lists.Entry], stale: int) -> None:
    number, articles = sum(entry.count for entry in entries), len({entry.document for entry in entries})
    gone = f"; {stale:,} no longer found" if stale else ""
    print(f"{path}: {_counted(number, 'finding')} in {_counted(articles, 'article')}{gone}")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _parser() -> ArgumentParser:
    parser = given.parser("baseline", "Write down what is found today, so that a gate need only stop what is new.")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a .txt, .md or .jsonl file, a folder, or - (stdin)")
    parser.add_argument("-o", "--output", dest="to", default="", metavar="FILE", help="the baseline; else the config's")
    parser.add_argument("--accept-new", action="store_true", help="also take in what a baseline has not had so far")
    parser.add_argument("--prune", action="store_true", help="forget articles that are not among these")
    given.rules_options(parser)
    parser.add_argument("--jobs", metavar="N", help="check on so many processors at once")
    parser.add_argument("--stdin-filename", default="", metavar="NAME", help="what to call standard input")
    parser.set_defaults(baseline=None)
    return parser
