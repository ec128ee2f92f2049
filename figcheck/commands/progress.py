"""A progress bar, for several articles and a person at a terminal; nobody else loads what draws it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress


class Bar:
    """How far the run is, on standard error; no bar at all where nobody would see it move."""

    def __init__(self, count: Callable[[], int | None]) -> None:
        self._bar = _drawn(count()) if sys.stderr.isatty() else None
        if self._bar:
            self._bar.start()

    def step(self) -> None:
        """One article more is done."""
        if self._bar:
            self._bar.advance(self._bar.task_ids[0])

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Out of the way while a report is printed on the same terminal."""
        if self._bar is None or not sys.stdout.isatty():
            yield
            return
        self._bar.stop()
        yield
        self._bar.start()

    def close(self) -> None:
        """Gone, and the line it stood on empty again."""
        if self._bar:
            self._bar.stop()


def _drawn(total: int | None) -> Progress | None:
    """The bar, unless there is one article only; of how many, where that is known beforehand."""
    if total is not None and total < 2:
        return None
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
    bar.add_task("", total=total)
    return bar
