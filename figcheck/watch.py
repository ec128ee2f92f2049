"""Who looks on while relations are looked for and judged: nobody, unless somebody asked what they cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")

MATCHING, JUDGING = "matching", "judging"


class Watch(Protocol):
    """Hands on what work brings, and may look at a clock: of `name`, matching a relation or judging by a rule."""

    def __call__(self, name: tuple[str, str], work: Iterator[T], /) -> Iterator[T]: ...


def unwatched(name: tuple[str, str], work: Iterator[T], /) -> Iterator[T]:
    """The work itself.

    >>> list(unwatched((MATCHING, "share"), iter("ab")))
    ['a', 'b']
    """
    return work
