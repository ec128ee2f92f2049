"""Many articles at once from Python: `figcheck.check_many` and `figcheck.check_frame`."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Sized
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figcheck import inline, language, read
from figcheck.commands import judging
from figcheck.commands.progress import Bar
from figcheck.door import Report
from figcheck.model import Document
from figcheck.problem import Problem
from figcheck.read import dates, json_lines
from figcheck.setting import of_house

if TYPE_CHECKING:
    from figcheck.model import Report as Judged
    from figcheck.report.table import DataFrame

    Article = str | Path | Mapping[str, Any] | Document


def check_many(
    articles: Article | Iterable[Article],
    *,
    jobs: int = 1,
    date: Date | str | None = None,
    rules: Sequence[str | Path] = (),
    rates: str | Path | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    home_currency: str = "",
    dialect: str = "",
    problems: list[Problem] | None = None,
    progress: bool = True,
) -> Iterator[Report]:
    """A report for each article, in their order, one at a time: memory holds a handful of them.

    An article is a file, a folder, a file of many articles, or an object with the keys of JSON Lines
    (`{"id": "a1", "date": "2024-03-14", "title": "…", "text": "…"}`). One that cannot be read costs the others
    nothing: its `Problem` goes into the list `problems`, or is raised after the last report where there is no list.
    A terminal shows a progress bar.

    >>> texts = ["Of the 50 members, 40 agreed and the remaining 20 did not.", "Of the 50 members, 40 agreed."]
    >>> [report.ok for report in check_many({"text": text} for text in texts)]
    [False, True]
    """
    given = [articles] if isinstance(articles, (str, Path, Mapping, Document)) else articles
    settings = _settings(rules, rates, select, ignore, home_currency, dialect)
    unread: list[Problem] = [] if problems is None else problems
    documents = judging.readable(read.prepared(_entries(given), dates.day(date, "date")), unread.append)
    outcomes = judging.reports(documents, settings, _processors(jobs))
    bar = Bar(lambda: _count(given)) if progress else None
    told = _told(outcomes, unread, bar)
    return _raising(told, unread) if problems is None else told


def _told(outcomes: Iterator[Judged | Problem], unread: list[Problem], bar: Bar | None) -> Iterator[Report]:
    """The reports as they come."""
    try:
        for outcome in outcomes:
            if bar:
                bar.step()
            if isinstance(outcome, Problem):
                unread.append(outcome)
            else:
                yield Report(outcome)
    finally:
        if bar:
            bar.close()


def _raising(reports: Iterator[Report], unread: Sequence[Problem]) -> Iterator[Report]:
    """The reports, and then what kept articles from being checked, the first of it word for word."""
    yield from reports
    if not unread:
        return
    first, more = unread[0], len(unread) - 1
    raise Problem(first.where, f"{first.what}; {more} more could not be checked", first.hint) if more else first


def _entries(articles: Iterable[Article]) -> Iterator[Document | Problem]:
    """The articles, whatever they are given as; what is none of these is a problem in its place."""
    for number, article in enumerate(articles, 1):
        if isinstance(article, Document):
            yield article
        elif isinstance(article, Mapping):
            yield _from_object(article, f"article {number}")
        elif isinstance(article, (str, Path)):
            yield from read.entries([os.fspath(article)])
        else:
            yield Problem(f"article {number}", f"is of type {type(article).__name__}", "expected a path or an object")


def _from_object(cells: Mapping[str, Any], where: str) -> Document | Problem:
    """An object as an article; its date may be a day, too."""
    try:
        day = dates.day(cells.get("date"), where)
        return json_lines.document({**cells, "date": day.isoformat() if day else None}, where)
    except Problem as problem:
        return problem


def _from_row(cells: Mapping[str, Any], place: str) -> Document | Problem:
    """A row as an article, its cells by what they are: text, id, date, title; what is missing is None."""
    where = place if cells.get("id") is None else str(cells["id"])
    body = cells["text"]
    if body is None or not str(body).strip():
        return Problem(where, "has no text", "expected an article")
    if not isinstance(body, str):
        return Problem(where, f"its text is of type {type(body).__name__}", "expected a string")
    article = _from_object({**cells, "id": where}, where)
    return article if isinstance(article, Problem) else inline.taken(article)


def _count(articles: Iterable[Article]) -> int | None:
    """How many articles there will be, where that can be known without reading them."""
    if not isinstance(articles, Sized) or not isinstance(articles, Iterable):
        return None
    paths = [os.fspath(article) for article in articles if isinstance(article, (str, Path))]
    counted = read.count(paths) if paths else 0
    return None if counted is None else counted + len(articles) - len(paths)


def _settings(
    rules: Sequence[str | Path],
    rates: str | Path | None,
    select: Iterable[str],
    ignore: Iterable[str],
    home_currency: str,
    dialect: str,
) -> judging.Settings:
    """What was asked for as the command line would have said it."""
    house = of_house(Document("", "", ()), home_currency, dialect, language.load())
    return judging.Settings(
        folders=tuple(os.fspath(folder) for folder in rules),
        select=tuple(select),
        ignore=tuple(ignore),
        rates=os.fspath(rates) if rates else "",
        home=house.home,
        dialect=house.dialect,
    )


def _processors(jobs: int) -> int:
    """How many processors to use."""
    if jobs < 1:
        raise Problem("jobs", f"{jobs} is not a number of processors", "expected 1 or more")
    return jobs


def check_frame(
    frame: DataFrame,
    text: Hashable = "body",
    id: Hashable | None = "id",
    date: Hashable | None = "published",
    title: Hashable | None = None,
    *,
    jobs: int = 1,
    rules: Sequence[str | Path] = (),
    rates: str | Path | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    home_currency: str = "",
    dialect: str = "",
) -> DataFrame:
    """The findings in a pandas frame of articles, with the columns of the CSV and the index of the articles.

    `text`, `id`, `date` and `title` name columns; None says that there is none. Findings come in the order of the
    rows, so `frame.loc[findings.index]` are the articles they are in. A row that cannot be checked, because
    its text is missing or its date is none, is in the result as well: an error of the rule `article-can-be-read`.
    """
    from figcheck.report import table

    columns = {"text": text, "id": id, "date": date, "title": title}
    cells = table.cells(frame, {key: name for key, name in columns.items() if name is not None})
    settings = _settings(rules, rates, select, ignore, home_currency, dialect)
    entries = [_from_row(row, f"row {label}") for label, row in cells]
    documents = (entry for entry in entries if isinstance(entry, Document))
    outcomes = judging.reports(documents, settings, _processors(jobs))
    return table.findings_of(frame, (e if isinstance(e, Problem) else next(outcomes) for e in entries))
