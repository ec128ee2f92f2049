"""`figcheck extract`: every figure of an article as it is read, held against no rule."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from figcheck import pipeline, read, report
from figcheck.commands import house, outputs
from figcheck.commands import options as given
from figcheck.commands.judging import loaded
from figcheck.model import Document, Report
from figcheck.problem import Problem, mistake
from figcheck.record import replace


def run(words: Sequence[str]) -> int:
    """List the figures; 2 when anything could not be read or written."""
    options = given.parse(_parser(), words)
    if not options.paths:
        raise Problem("extract", "no article given", "name a file, a folder, or - for standard input")
    failures: set[str] = set()

    def failed(problem: Problem) -> None:
        if str(problem) not in failures:  # a word list that is broken fails every article alike
            print(f"figcheck: {problem}", file=sys.stderr)
        failures.add(str(problem))

    with house.blamed(options):
        home, dialect = house.home(options)
    loaded()
    asked = outputs.Asked(options.format, options.output, table="figures", articles=options.paths, alone=True)
    written = outputs.open_all(asked, failed)
    try:
        for entry in read.documents(options.paths, None, sys.stdin.buffer, options.stdin_filename):
            extracted = entry if isinstance(entry, Problem) else _extracted(replace(entry, home=home, dialect=dialect))
            if isinstance(extracted, Problem):
                failed(extracted)
            else:
                outputs.add(written, extracted, failed)
        outputs.finish(written, failed)
    finally:
        outputs.abandon(written)
    return 2 if failures else 0


def _extracted(document: Document) -> Report | Problem:
    """One article's figures, or why figcheck fell over them."""
    try:
        return pipeline.extract(document)
    except Problem as problem:
        return problem
    except Exception as error:
        return mistake(document.id, error)


def _parser() -> ArgumentParser:
    parser = given.parser("extract", "List the figures of an article as they are read.")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a .txt, .md or .jsonl file, a folder, or - (stdin)")
    parser.add_argument("--format", default="table", help=f"what to print: {', '.join(report.FIGURES)}")
    parser.add_argument(
        "-o", "--output", action="append", default=[], metavar="PATH",
        help="also write the figures there, the format told by the ending or as FORMAT=PATH; repeatable",
    )  # fmt: skip
    house.config_options(parser)
    parser.add_argument("--stdin-filename", default="", metavar="NAME", help="what to call standard input")
    return parser
