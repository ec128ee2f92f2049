"""The check itself, on one processor or on several; what comes out is the same, in the same order."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import islice
from pathlib import Path

from figcheck import pipeline
from figcheck.model import Document, Report
from figcheck.problem import Problem, mistake
from figcheck.rates import Rates

BATCH = 32  # articles a process is given before the next are read: memory holds these and no more

# folders of rules, rules selected, rules ignored, file of rates
Settings = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]
Judge = Callable[[Document], Report | Problem]


def reports(documents: Iterable[Document], settings: Settings, jobs: int) -> Iterator[Report | Problem]:
    """A report for each article, in their order; one that brings figcheck down costs the others nothing.

    A wrong rule or rate is a problem before anything is read.
    """
    judge = _judge(settings)
    return map(judge, documents) if jobs < 2 else _side_by_side(partial(_elsewhere, settings), iter(documents), jobs)


def loaded() -> None:
    """All that is in memory by now stays there: only what comes after it is looked through for garbage."""
    gc.freeze()
    gc.enable()


def _judge(settings: Settings) -> Judge:
    """The check with the rules and rates of this run."""
    folders, select, ignore, rates_file = settings
    rulebook = pipeline.load_rulebook(tuple(Path(folder) for folder in folders), select, ignore)
    rates = Rates.load(Path(rates_file) if rates_file else None)
    loaded()

    def judged(document: Document) -> Report | Problem:
        try:
            return pipeline.check(document, rulebook, rates)
        except Problem as problem:
            return problem
        except Exception as error:
            return mistake(document.id, error)

    return judged


_kept = cache(_judge)


def _elsewhere(settings: Settings, document: Document) -> Report | Problem:
    """One article in a process of its own, which loads the rules once."""
    return _kept(settings)(document)


def _side_by_side(judge: Judge, documents: Iterator[Document], jobs: int) -> Iterator[Report | Problem]:
    """Several processes at once; only the parent listens to Ctrl-C, so that it is told once."""
    from multiprocessing import Pool
    from signal import SIG_IGN, SIGINT, signal

    with Pool(jobs, initializer=signal, initargs=(SIGINT, SIG_IGN)) as pool:
        while batch := list(islice(documents, BATCH * jobs)):
            yield from pool.map(judge, batch, chunksize=BATCH // 4)
