"""A progress bar, for several articles and a person at a terminal; nobody else loads what draws it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from figcheck import read
from figcheck.model import Document


def watched(documents: Iterator[Document], paths: Sequence[str]) -> Iterator[Document]:
    """The same documents, counted on standard error while they go by."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        return documents
    total = read.count(paths)
    if total is not None and total < 2:
        return documents
    return _with_bar(documents, total)


def _with_bar(documents: Iterator[Document], total: int | None) -> Iterator[Document]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
    with bar:
        task = bar.add_task("", total=total)
        for document in documents:
            yield document
            bar.advance(task)
