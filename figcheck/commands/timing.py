"""Where the time of a run goes, for `--statistics`: told to a person on standard error, never in a report."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from cProfile import Profile
from time import perf_counter_ns
from typing import TypeVar

T = TypeVar("T")
HOME = os.path.dirname(os.path.dirname(__file__)) + os.sep
LEAST = 0.01  # shares below one in a hundred are not told


class Timing:
    """Watches work as it is drawn from an iterator; each room of figcheck is a stage."""

    def __init__(self) -> None:
        self._profile = Profile(builtins=False)
        self.spent: Counter[tuple[str, str]] = Counter()

    def over(self, work: Iterable[T]) -> Iterator[T]:
        """The same things, timed while they are made."""
        source, end = iter(work), object()
        while True:
            thing = self._profile.runcall(next, source, end)
            if thing is end:
                return
            yield thing  # type: ignore[misc]

    def watch(self, name: tuple[str, str], work: Iterator[T]) -> Iterator[T]:
        """The same things, with the nanoseconds that they took put down to a relation or a rule."""
        while True:
            start = perf_counter_ns()
            try:
                thing = next(work)
            except StopIteration:
                return
            finally:
                self.spent[name] += perf_counter_ns() - start
            yield thing

    def __str__(self) -> str:
        """The stages, the longest first, each with its share of the whole."""
        spent: Counter[str] = Counter()
        for entry in self._profile.getstats():
            spent[_room(getattr(entry.code, "co_filename", ""))] += entry.inlinetime  # type: ignore[assignment]
        whole = sum(spent.values()) or 1
        stages = sorted(spent.items(), key=lambda stage: (-stage[1], stage[0]))
        return "time: " + ", ".join(f"{room} {time / whole:.0%}" for room, time in stages if time / whole >= LEAST)


def _room(path: str) -> str:
    """The room that a file of figcheck is in; what is not ours is told as one."""
    return path.removeprefix(HOME).partition(os.sep)[0].removesuffix(".py") if path.startswith(HOME) else "other"
