"""Which reports a run writes, and in which format: the terminal's, and every file asked for with -o."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TextIO

from figcheck import report
from figcheck.problem import Problem, nearest
from figcheck.report.output import Output, to_file
from figcheck.report.paint import washed
from figcheck.report.shape import Shape

Shaper = Callable[[str, str], Shape]


def console(shaper: Shaper, format_name: str) -> Output:
    """The report on standard output, in colour only where a person is looking."""
    return Output(shaper(format_name, "--format"), sys.stdout, str if is_coloured(sys.stdout) else washed)


def file(shaper: Shaper, target: str) -> Output:
    """A report in a file: `-o check.csv`, or `-o FORMAT=PATH` where the ending does not say."""
    format_name, path = format_and_path(target)
    return to_file(shaper(format_name, f"-o {target}"), path, washed)


def format_and_path(target: str) -> tuple[str, str]:
    """What the user asked for with -o.

    >>> format_and_path("reports/check.csv"), format_and_path("jsonl=findings.log")
    (('csv', 'reports/check.csv'), ('jsonl', 'findings.log'))
    """
    name, equals, path = target.partition("=")
    if equals and name in report.FINDINGS:
        return name, path
    if equals and name.isalnum():
        raise Problem(f"-o {target}", f"unknown format {name!r}", nearest(name, report.FINDINGS))
    ending = os.path.splitext(target)[1].lower()
    if ending not in report.ENDINGS:
        told = "write -o FORMAT=PATH, or end the name in one of: " + " ".join(report.ENDINGS)
        raise Problem(f"-o {target}", f"the ending {ending!r} names no format" if ending else "no format", told)
    return report.ENDINGS[ending], target


def usual_format() -> str:
    """`full` where a person reads along, `concise` where a program does."""
    return "full" if sys.stdout.isatty() else "concise"


def is_coloured(stream: TextIO) -> bool:
    """Whether colour was not declined: NO_COLOR, a dumb terminal, or no terminal at all."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def open_all(
    shaper: Shaper, format_name: str, targets: Sequence[str], failed: Callable[[Problem], None]
) -> list[Output]:
    """Every report of the run; one that cannot be written is told at once and left out."""
    outputs = [console(shaper, format_name)]
    for target in dict.fromkeys(targets):
        try:
            outputs.append(file(shaper, target))
        except Problem as problem:
            failed(problem)
    return outputs
