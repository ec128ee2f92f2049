"""The overview of a run over many articles: which rules fire, in which section and on which desk.

A desk is the folder an article lies in: whoever checks `archive/sport/` and `archive/money/` wants to know which of the
two trips over percentages. Articles are counted as they come, so that a run over a hundred thousand fits into memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile

from figcheck.model import Document, Report
from figcheck.record import record
from figcheck.report import places, summary
from figcheck.report.html_template import whole
from figcheck.report.paint import safe
from figcheck.report.shape import SEVERITIES, Gathered

TOP = "(top folder)"
Cells = Counter[tuple[str, str]]


@record
class Row:
    """One article in the table; `link` leads to its page, where it has one."""

    number: int
    name: str
    headline: str
    desk: str
    figures: int
    judged: int
    agreeing: int
    findings: int
    link: str


@record
class Bar:
    """One line of a picture: how many findings of each severity, of how many judged."""

    label: str
    parts: tuple[tuple[str, int, str, str], ...]
    total: int
    of: int


class Survey:
    """What a run found, counted as its articles come. `paged` makes an article's page and gives the link to it."""

    def __init__(self, paged: Callable[[int, Report], str] | None = None) -> None:
        self._paged = paged
        self.counts: summary.Tally = summary.Tally()
        self.rows: list[Row] = []
        self.by_rule, self.by_section, self.by_desk = Cells(), Cells(), Cells()
        self.rule_in_section, self.rule_on_desk = Cells(), Cells()
        self.articles_of: Counter[str] = Counter()
        self.judged_in: Counter[str] = Counter()
        self.settled = 0
        self._number = 0

    def __iadd__(self, reports: Iterable[Report]) -> Survey:
        for report in reports:
            self._number += 1
            self._count(report)
            link = self._paged(self._number, report) if self._paged else ""
            if link or report.findings:
                self.rows.append(_row(self._number, report, link))
        return self

    def _count(self, report: Report) -> None:
        """Add one article to every table."""
        self.counts.update(summary.tally(report))
        on = desk(report.document)
        self.articles_of[on] += 1
        self.judged_in.update(check.rule for check in report.checks)
        for finding in report.findings:
            section = places.section(report, places.in_order(finding.relation)[0][1])
            self.settled += finding.status != "new"
            self.by_rule[finding.rule, finding.severity] += 1
            self.by_section[section, finding.severity] += 1
            self.by_desk[on, finding.severity] += 1
            self.rule_in_section[finding.rule, section] += 1
            self.rule_on_desk[finding.rule, on] += 1


def desk(document: Document) -> str:
    """The folder an article lies in, or the file of many articles that it comes from."""
    folder = document.id.replace("\\", "/").rpartition("/")[0]
    return folder or document.source.replace("\\", "/").rpartition("/")[2] * (document.source != document.id)


def written(survey: Survey, folders: Sequence[str] = ()) -> str:
    """The overview as one page."""
    shorter = _short(survey.articles_of)
    rules = bars(survey.by_rule, survey.judged_in)
    desks = bars(survey.by_desk, survey.articles_of, shorter)
    found = sum(survey.by_rule.values())
    return whole(
        "overview.html.j2", "report.css", "overview.js",
        title="Overview · figcheck", language="en", closing=summary.line(survey.counts), found=found,
        settled=survey.settled, articles=survey.counts["articles", ""],
        severities=[name for name in SEVERITIES if any(severity == name for _, severity in survey.by_rule)],
        with_findings=sum(row.findings > 0 for row in survey.rows),
        rules=rules, sections=bars(survey.by_section, Counter()), desks=desks if len(survey.articles_of) > 1 else [],
        grids=list(_grids(survey, [bar.label for bar in rules], shorter)),
        rows=sorted(survey.rows, key=lambda row: (-row.findings, row.number)), shorter=shorter,
        unlisted=survey.counts["articles", ""] - len(survey.rows),
    )  # fmt: skip


def bars(cells: Cells, of: Counter[str], told: dict[str, str] | None = None) -> list[Bar]:
    """A bar for each label, the longest first; lengths are parts of the longest, in percent."""
    totals: Counter[str] = Counter(dict.fromkeys(told or (), 0))
    for (label, _), number in cells.items():
        totals[label] += number
    most = max(totals.values(), default=0) or 1
    made = []
    for label, total in sorted(totals.items(), key=lambda entry: (-entry[1], entry[0])):
        parts, begin = [], 0
        for severity in SEVERITIES:
            number = cells[label, severity]
            if number:
                parts.append((severity, number, _percent(begin, most), _percent(number, most)))
            begin += number
        made.append(Bar(told[label] if told else label, tuple(parts), total, of[label]))
    return made


def _percent(number: int, most: int) -> str:
    """A part of the longest bar, exact to a tenth of a percent.

    >>> _percent(1, 3), _percent(3, 3)
    ('33.3%', '100.0%')
    """
    tenths = (2000 * number + most) // (2 * most)
    return f"{tenths // 10}.{tenths % 10}%"


def _grids(
    survey: Survey, rules: list[str], shorter: dict[str, str]
) -> Iterator[tuple[str, list[str], list[list[int]]]]:
    """Rules against sections, and rules against desks: a title, the columns and the numbers of each."""
    for title, cells, told in (
        ("By section", survey.rule_in_section, None),
        ("By desk", survey.rule_on_desk, shorter),
    ):
        columns = sorted({column for _, column in cells})
        if len(columns) > 1:
            names = [told[column] if told else column for column in columns]
            yield title, names, [[cells[rule, column] for column in columns] for rule in rules]


def _short(desks: Iterable[str]) -> dict[str, str]:
    """Desks by what tells them apart: what all paths begin with is left out."""
    paths = {name: name.split("/") for name in desks}
    common = len(list(takewhile(lambda parts: len(set(parts)) == 1, zip(*paths.values(), strict=False))))
    return {name: safe("/".join(path[common:])) or TOP for name, path in paths.items()}


def _row(number: int, report: Report, link: str) -> Row:
    tally = summary.tally(report)
    agreeing, arguable, wrong = (tally["outcome", name] for name in ("agrees", "arguable", "contradicts"))
    return Row(
        number=number,
        name=safe(report.document.id),
        headline=safe(places.headline(report)),
        desk=desk(report.document),
        figures=tally["figures", ""],
        judged=agreeing + arguable + wrong,
        agreeing=agreeing,
        findings=len(report.findings),
        link=link,
    )


def taken(report: Report) -> Iterator[Report]:
    """All of an article: the survey keeps only its numbers."""
    yield report


FINDINGS = Gathered(taken, written, every=True, room=Survey)
