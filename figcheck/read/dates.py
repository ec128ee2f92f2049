"""The day an article was published, as machines write it."""

from __future__ import annotations

from datetime import date

from figcheck.problem import Problem


def iso_date(written: str, where: str) -> date:
    """A day, with the time of day left off where there is one.

    >>> iso_date("2023-01-20T09:30:00Z", "story.md:2")
    datetime.date(2023, 1, 20)
    """
    day, rest = written[:10], written[10:]
    try:
        if rest and rest[0] not in "T ":
            raise ValueError
        return date.fromisoformat(day)
    except ValueError:
        raise Problem(where, f"{written!r} is not a date", "expected YYYY-MM-DD") from None
