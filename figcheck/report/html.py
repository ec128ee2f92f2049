"""The report as one page that needs nothing else: the articles with every figure marked, the working beside them.

It is read at a desk, on a phone and on paper, with a script and without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from figcheck import rules
from figcheck.model import Report
from figcheck.record import record
from figcheck.report import summary
from figcheck.report.html_template import rendered, whole
from figcheck.report.page import Page, page, shown
from figcheck.report.page_notes import Note, Rules
from figcheck.report.shape import Gathered

SILENT = 25
"""So many articles without findings are shown in full beside the others; more would bury what was found."""


@record
class Entry:
    """One article in the table at the top."""

    anchor: str
    name: str
    headline: str
    findings: tuple[Note, ...]


class Shelf:
    """The articles of a run: all that have findings, and of the others the first few; the rest is counted."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.silent = 0
        self.counts: summary.Tally = summary.Tally()

    def __iadd__(self, reports: Iterable[Report]) -> Shelf:
        for report in reports:
            self.silent += not report.findings
            self.counts.update(summary.tally(report))
            if report.findings or self.silent <= SILENT:
                self.reports.append(report)
        return self


def written(shelf: Shelf, folders: Sequence[str] = ()) -> str:
    """The whole report. No finding is ever left out; of articles without any, only the first are shown in full."""
    known = laws(folders)
    pages = [page(report, known, number) for number, report in enumerate(shelf.reports, 1)]
    return sheet(pages, summary.line(shelf.counts), _unshown(max(0, shelf.silent - SILENT)))


def sheet(pages: Sequence[Page], closing: str, unshown: str = "", back: str = "") -> str:
    """The page that holds these articles; `back` leads to the overview that it belongs to."""
    entries = [Entry(each.anchor, each.document.id, each.headline, each.findings) for each in pages]
    found = sum(len(entry.findings) for entry in entries)
    heading = _heading(found, pages)
    return whole(
        "report.html.j2", "report.css", "report.js",
        title=_title(heading, pages), heading=heading, closing=closing, back=back,
        language=pages[0].document.language if pages else "en",
        entries=entries, found=found, several=len(pages) > 1, unshown=unshown,
        states={note.state for entry in entries for note in entry.findings},
        articles=[_article(each, len(pages) > 1) for each in pages],
    )  # fmt: skip


def laws(folders: Sequence[str]) -> Rules:
    """The rules by name, a newsroom's own included, for what they say of themselves."""
    return rules.load(tuple(Path(folder) for folder in folders)).rules


def _article(one: Page, several: bool) -> str:
    from markupsafe import Markup

    return Markup(rendered("article.html.j2", page=one, several=several))


def _heading(found: int, pages: Sequence[Page]) -> str:
    """What a reader wants to know first."""
    what = "Nothing that cannot be true" if not found else f"{found:,} finding{'' if found == 1 else 's'}"
    return f"{what} in {len(pages):,} articles" if len(pages) > 1 else what


def _title(heading: str, pages: Sequence[Page]) -> str:
    """What the tab of a browser says: of one article also which."""
    of = f": {shown(pages[0].headline or pages[0].document.id)}" if len(pages) == 1 else ""
    return f"{heading}{of} · figcheck"


def _unshown(number: int) -> str:
    """What is said of the articles that are not shown."""
    if not number:
        return ""
    return f"{number:,} more article{'' if number == 1 else 's'} without findings, not shown here."


def _whole(report: Report) -> Iterator[Report]:
    yield report


FINDINGS = Gathered(_whole, written, every=True, room=Shelf)
