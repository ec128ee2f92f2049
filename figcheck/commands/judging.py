"""The check itself, on one processor or on several; what comes out is the same, in the same order."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from figcheck import known, pipeline
from figcheck.commands import since
from figcheck.model import Check, Document, Finding, Report
from figcheck.problem import Problem, mistake
from figcheck.rates import Rates
from figcheck.record import replace
from figcheck.watch import Watch, unwatched

BATCH = 32  # articles a process is given before the next are read: memory holds these and no more

OFTEN = 20_000  # new things after which memory is looked through: an article makes that many, few of them in circles

Judge = Callable[[Document], Report | Problem]


class Settings(NamedTuple):
    """All that decides what a check says of an article.

    `spared` are rules by file pattern (counted from the folder `spared_in`, and settled by the line `spared_by`
    of a config), `since` the state of the repository whose findings are not new, `home` and `dialect` what a
    newsroom means by "$" and by "gallon".
    """

    folders: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rates: str = ""
    spared: tuple[tuple[str, tuple[str, ...]], ...] = ()
    spared_in: str = ""
    spared_by: str = ""
    since: str = ""
    home: str = ""
    dialect: str = ""


def reports(
    documents: Iterable[Document], settings: Settings, jobs: int, watch: Watch = unwatched
) -> Iterator[Report | Problem]:
    """A report for each article, in their order; one that brings figcheck down costs the others nothing.

    A wrong rule or rate is a problem before anything is read.
    """
    judge = _judge(settings, watch)
    return map(judge, documents) if jobs < 2 else _side_by_side(partial(_elsewhere, settings), iter(documents), jobs)


def readable(entries: Iterable[Document | Problem], failed: Callable[[Problem], None]) -> Iterator[Document]:
    """The articles that can be read; the others are told and left out."""
    for entry in entries:
        if isinstance(entry, Document):
            yield entry
        else:
            failed(entry)


def loaded() -> None:
    """All that is in memory by now stays there: only what comes after it is looked through for garbage."""
    gc.freeze()
    gc.set_threshold(OFTEN)
    gc.enable()


def _judge(settings: Settings, watch: Watch = unwatched) -> Judge:
    """The check with the rules and rates of this run."""
    folders = tuple(Path(folder) for folder in settings.folders)
    rulebook = pipeline.load_rulebook(folders, settings.select, settings.ignore)
    rates = Rates.load(Path(settings.rates) if settings.rates else None)
    _refuse_spared(folders, settings)

    def checked(document: Document) -> Report:
        if settings.home or settings.dialect:
            document = replace(document, home=settings.home, dialect=settings.dialect)
        return _spared(pipeline.check(document, rulebook, rates, watch), settings)

    def judged(document: Document) -> Report | Problem:
        try:
            return since.marked(checked(document), settings.since, checked) if settings.since else checked(document)
        except Problem as problem:
            return problem
        except Exception as error:
            return mistake(document.id, error)

    return judged


def _refuse_spared(folders: tuple[Path, ...], settings: Settings) -> None:
    """A problem where a rule that is spared some files does not exist."""
    try:
        pipeline.load_rulebook(folders, (), tuple(name for _, names in settings.spared for name in names))
    except Problem as problem:
        raise Problem(settings.spared_by, problem.what, problem.hint) from None


def _spared(report: Report, settings: Settings) -> Report:
    """The report without the rules that a config spares this file."""
    if not settings.spared:
        return report
    names = _spared_names(report.document, settings)
    if not names:
        return report

    def is_kept(one: Check | Finding) -> bool:
        return names.isdisjoint((one.rule, one.relation.kind))

    return replace(
        report, checks=tuple(filter(is_kept, report.checks)), findings=tuple(filter(is_kept, report.findings))
    )


def _spared_names(document: Document, settings: Settings) -> set[str]:
    """The rules spared an article, by its path from the config, its file's, or a file name alone."""
    from fnmatch import fnmatchcase

    own = known.place(document, settings.spared_in)
    file = known.place(replace(document, id=document.source), settings.spared_in)
    called = {own, file, file.rpartition("/")[2]}
    return {
        name
        for pattern, names in settings.spared
        for name in names
        if any(fnmatchcase(name_of_file, pattern) for name_of_file in called)
    }


@cache
def _kept(settings: Settings) -> Judge:
    """The check of a process of its own, which loads the rules once."""
    judge = _judge(settings)
    loaded()
    return judge


def _elsewhere(settings: Settings, document: Document) -> Report | Problem:
    """One article in a process of its own."""
    return _kept(settings)(document)


def _side_by_side(judge: Judge, documents: Iterator[Document], jobs: int) -> Iterator[Report | Problem]:
    """Several processes at once; only the parent listens to Ctrl-C, so that it is told once."""
    from multiprocessing import Pool
    from signal import SIG_IGN, SIGINT, signal

    with Pool(jobs, initializer=signal, initargs=(SIGINT, SIG_IGN)) as pool:
        while batch := list(islice(documents, BATCH * jobs)):
            yield from pool.map(judge, batch, chunksize=BATCH // 4)
