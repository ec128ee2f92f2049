"""The day an article was published, as machines write it."""

from __future__ import annotations

from datetime import date, datetime

from figcheck.problem import Problem


def day(given: date | str | None, where: str) -> date | None:
    """The day of publication however Python says it: as text, as a day, or as a moment of that day.

    >>> day(datetime(2023, 1, 20, 9, 30), "date"), day("2023-01-20", "date"), day(None, "date")
    (datetime.date(2023, 1, 20), datetime.date(2023, 1, 20), None)
    """
    if isinstance(given, str):
        return iso_date(given, where)
    if isinstance(given, datetime):  # a timestamp of pandas is one, too
        return given.date()
    if given is None or isinstance(given, date):
        return given
    raise Problem(where, f"{given!r} is not a date", "expected YYYY-MM-DD")


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
