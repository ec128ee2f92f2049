"""Which reports a run writes, and in which format: the terminal's, and every file asked for with -o."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TextIO

from figcheck import known, report
from figcheck.model import Report
from figcheck.problem import Problem, nearest
from figcheck.record import record
from figcheck.report.output import Console, End, File, Output, whole
from figcheck.report.paint import washed
from figcheck.report.shape import Format, Gathered

Failed = Callable[[Problem], None]

FINDINGS = "findings"
WHOLE = ("xlsx",)  # all three tables in one
PLAIN = ("full", "concise", "grouped", "table")  # where nobody wants to see again what was accepted
TABLE_HELP = "what reports that are tables hold (csv, jsonl, parquet, table): findings, figures or checks"


@record
class Asked:
    """What the user wants to see: a format for the terminal, files, and which table those that are tables hold.

    `folders` hold the newsroom's own rules, which some formats describe; `articles` are the paths that are read.
    `alone` when there is no other table to be had, as from `figcheck extract`.
    """

    format_name: str = ""
    targets: Sequence[str] = ()
    table: str = FINDINGS
    folders: Sequence[str] = ()
    articles: Sequence[str] = ()
    alone: bool = False


def open_all(asked: Asked, failed: Failed) -> list[Output]:
    """Every report of the run; one that cannot be written is told at once and left out."""
    if asked.table not in report.TABLES:
        raise Problem("--table", f"unknown table {asked.table!r}", nearest(asked.table, report.TABLES))
    if not asked.alone and asked.format_name in report.FINDINGS and not _holds_table(asked):
        tables = ", ".join(report.TABLES[asked.table])
        raise Problem("--table", "no report of this run is a table", f"expected one of: {tables}")
    format_name = asked.format_name or _usual(asked)
    outputs = [_console(asked, format_name)]
    if format_name == "github" and os.environ.get("GITHUB_STEP_SUMMARY"):
        from figcheck.report.markdown import SUMMARY

        outputs.append(Output(SUMMARY, End(os.environ["GITHUB_STEP_SUMMARY"], washed)))
    taken: dict[str, str] = {}
    for target in dict.fromkeys(asked.targets):
        try:
            _refuse_taken(target, taken, asked.articles)
            outputs.append(_file(asked, target))
        except Problem as problem:
            failed(problem)
    return outputs


def add(written: list[Output], judged: Report, failed: Failed) -> None:
    """Write what one article adds to every report; one that can no longer be written is dropped."""
    _each(written, lambda output: output.add(judged), failed)


def miss(written: list[Output], problem: Problem, failed: Failed) -> None:
    """Tell every report that wants to know of an article that could not be read or judged."""
    _each(written, lambda output: output.miss(problem), failed)


def _each(written: list[Output], act: Callable[[Output], None], failed: Failed) -> None:
    for output in list(written):
        try:
            act(output)
        except Problem as problem:
            written.remove(output)
            output.abandon()
            failed(problem)


def finish(written: list[Output], failed: Failed) -> None:
    """Write the end of every report; one that cannot be written costs no other."""
    while written:
        try:
            written[0].finish()
        except Problem as problem:
            written.pop(0).abandon()
            failed(problem)
        else:
            written.pop(0)


def abandon(written: Sequence[Output]) -> None:
    """Leave nothing half written behind; a report that is whole stays."""
    for output in written:
        output.abandon()


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
    known = next((ending for ending in report.ENDINGS if target.lower().endswith(ending)), "")
    if not known:
        ending = os.path.splitext(target)[1].lower()
        told = "write -o FORMAT=PATH, or end the name in one of: " + " ".join(report.ENDINGS)
        raise Problem(f"-o {target}", f"the ending {ending!r} names no format" if ending else "no format", told)
    return report.ENDINGS[known], target


def usual_format() -> str:
    """`full` where a person reads along, `github` in a build there, `concise` where another program reads."""
    if sys.stdout.isatty():
        return "full"
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "concise"


def is_coloured(stream: TextIO) -> bool:
    """Whether colour was not declined: NO_COLOR, a dumb terminal, or no terminal at all."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _usual(asked: Asked) -> str:
    """What to print where no format is named; the table that was asked for, unless a file will hold it."""
    return usual_format() if asked.table == FINDINGS or _holds_table(asked) else "table"


def _holds_table(asked: Asked) -> bool:
    """Whether a report of this run holds the table that was asked for."""
    formats = {asked.format_name, *(format_and_path(target)[0] for target in asked.targets if _is_known(target))}
    return bool(formats & {*report.TABLES[asked.table], *WHOLE})


def _is_known(target: str) -> bool:
    try:
        return bool(format_and_path(target))
    except Problem:
        return False


def _console(asked: Asked, format_name: str) -> Output:
    """The report on standard output, in colour only where a person is looking."""
    form = _form(asked, format_name, "--format")
    if isinstance(form, Gathered) and form.binary:
        raise Problem("--format", f"{format_name} is not for reading on a screen", f"expected -o FILE.{format_name}")
    told = known.new if format_name in PLAIN else whole
    return Output(form, Console(sys.stdout, str if is_coloured(sys.stdout) else washed), asked.folders, told)


def _file(asked: Asked, target: str) -> Output:
    """A report in a file: `-o check.csv`, or `-o FORMAT=PATH` where the ending does not say."""
    format_name, path = format_and_path(target)
    form = _form(asked, format_name, f"-o {target}")
    if format_name == "overview":
        from figcheck.report import overview_pages

        return overview_pages.output(path, asked.folders)
    return Output(form, File(path, washed), asked.folders)


def _refuse_taken(target: str, taken: dict[str, str], articles: Sequence[str]) -> None:
    """A problem where two reports would go to one file, or a report over the article that it is about."""
    place = os.path.realpath(format_and_path(target)[1])
    if place in taken:
        raise Problem(f"-o {target}", f"-o {taken[place]} goes to the same file", "expected a name of its own")
    if os.path.isfile(place) and place in {os.path.realpath(article) for article in articles}:
        raise Problem(f"-o {target}", "would overwrite an article that is checked", "expected another name")
    if os.path.isfile(place) or not os.path.exists(place):
        taken[place] = target


def _form(asked: Asked, format_name: str, where: str) -> Format:
    """The format with the table asked for, where it is one of those that are tables."""
    is_table = asked.alone or format_name in report.TABLES[asked.table]
    return report.form(asked.table if is_table else FINDINGS, format_name, where)
