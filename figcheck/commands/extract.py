"""`figcheck extract`: every figure of an article as it is read, held against no rule."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from figcheck import pipeline, read, report
from figcheck.commands import options as given
from figcheck.commands import outputs
from figcheck.commands.judging import loaded
from figcheck.model import Document
from figcheck.problem import Problem, mistake
from figcheck.report.output import Output


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

    loaded()
    output = outputs.console(report.figures_shape, options.format)
    for entry in read.documents(options.paths, None, sys.stdin.buffer, options.stdin_filename):
        if isinstance(entry, Problem):
            failed(entry)
        else:
            problem = _add(output, entry)
            if problem:
                failed(problem)
    output.finish()
    return 2 if failures else 0


def _add(output: Output, document: Document) -> Problem | None:
    """Write one article's figures, or say why figcheck fell over them."""
    try:
        extracted = pipeline.extract(document)
    except Problem as problem:
        return problem
    except Exception as error:
        return mistake(document.id, error)
    output.add(extracted)
    return None


def _parser() -> ArgumentParser:
    parser = given.parser("extract", "List the figures of an article as they are read.")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a .txt, .md or .jsonl file, a folder, or - (stdin)")
    parser.add_argument("--format", default="table", help=f"what to print: {', '.join(report.FIGURES)}")
    parser.add_argument("--stdin-filename", default="", metavar="NAME", help="what to call standard input")
    return parser
