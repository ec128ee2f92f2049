"""The report people read: the article's lines with the figures underlined, the working, the repairs."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from figcheck.model import Finding, Report
from figcheck.report import places, remarks
from figcheck.report.paint import painted, safe
from figcheck.report.shape import Shape
from figcheck.report.speaker import speaker

WIDTH = 88
LEAD = 48
DOTS, DOTS_BEHIND = "... ", " ..."

Mark = tuple[int, int, str]


def _findings(report: Report) -> Iterator[str]:
    for finding in report.findings:
        yield "\n".join((*_block(report, finding), "", ""))


FINDINGS = Shape(_findings)


def _block(report: Report, finding: Finding) -> Iterator[str]:
    """One finding: what and where, the article, the working."""
    where = safe(places.address(report.document, places.begins(finding)))
    severity = painted(finding.severity, finding.severity)
    yield f"{painted(where, 'bold')}  {severity}  {painted(finding.rule, 'bold')}  {safe(finding.message)}"
    excerpt = list(_excerpt(report, finding))
    gutter = max(len(number) for number, _ in excerpt)
    bar = painted("|", "mark")
    yield f"{'':{gutter}} {bar}"
    for number, line in excerpt:
        yield f"{painted(f'{number:>{gutter}}', 'mark')} {bar} {line}".rstrip()
    for name, said in _remarks(report, finding):
        yield f"{'':{gutter}} {painted('=', 'mark')} {painted(f'{name:<9}', 'bold')} {safe(said)}"


def _remarks(report: Report, finding: Finding) -> Iterator[tuple[str, str]]:
    """The lines under the article: working, repairs, and what kind of slip it looks like."""
    if finding.working:
        yield "working", finding.working
    if finding.repairs:
        yield "one of", "  |  ".join(f"{r.role} {r.old} -> {r.new}" for r in finding.repairs)
    if finding.rate_date:
        yield "rates of", f"{finding.rate_date.replace('/', ' to ')} ({finding.rate_source})"
    said_by = speaker(report, finding)
    if said_by:
        yield "said by", f"{said_by}: a figure that is quoted has to be asked about, not changed"
    if finding.diagnosis:
        yield "looks like", finding.diagnosis
    if finding.relation.basis == "inferred":
        yield "link", "inferred, not stated in so many words"
    if finding.status != "new":
        yield "status", remarks.settled(finding)
    yield "id", finding.fingerprint


def _excerpt(report: Report, finding: Finding) -> Iterator[tuple[str, str]]:
    """The lines of the article that hold the figures, each followed by its marks."""
    document = report.document
    by_line: dict[int, list[Mark]] = {}
    for role, claim in places.in_order(finding.relation):
        span = claim.figure.span
        by_line.setdefault(document.text.rfind("\n", 0, span.start) + 1, []).append((span.start, span.end, role))
    for start, marks in by_line.items():
        end = document.text.find("\n", start)
        line = safe(document.text[start : end if end >= 0 else None]).rstrip()
        number = "title" if start < document.offset else str(places.line_and_column(document, start)[0])
        inside = [(first - start, min(last - start, len(line)), role) for first, last, role in marks]
        for text, under in _rows(line, inside):
            yield number, text
            number = ""
            for row in under:
                yield "", painted(row, "mark")


def _rows(line: str, marks: list[Mark]) -> Iterator[tuple[str, list[str]]]:
    """The line cut to the width of a terminal, only the pieces with marks, with the rows of marks below."""
    begin = _window(line, marks[0][0])
    dots = DOTS if begin else ""
    while marks:
        end = _cut(line, begin, marks)
        here = [mark for mark in marks if mark[0] < end or end == len(line)]
        marks = marks[len(here) :]
        if here:
            piece = dots + line[begin:end].rstrip()
            shift = len(dots) - begin
            yield piece + (DOTS_BEHIND if end < len(line) and not marks else ""), _under(
                piece, [(first + shift, last + shift, role) for first, last, role in here]
            )
        dots = "" if here else DOTS
        begin = end


def _window(line: str, first: int) -> int:
    """Where to begin: the start of the line, or a word a little before the first figure."""
    if first <= LEAD:
        return 0
    space = line.find(" ", first - LEAD)
    return space + 1 if 0 <= space < first else first


def _cut(line: str, begin: int, marks: list[Mark]) -> int:
    """Where the piece that begins here ends: at a blank, and never inside a figure."""
    end = begin + WIDTH
    if end >= len(line):
        return len(line)
    space = line.rfind(" ", begin, end) + 1
    end = space if space > begin else end
    for first, last, _ in marks:
        if first < end < last:
            return first if first > begin else last
    return end


def _under(text: str, marks: list[Mark]) -> list[str]:
    """Carets under each figure, its role behind them, or below where there is no room."""
    rows: list[str] = [""]
    for first, last, _ in marks:
        rows[0] = rows[0].ljust(_columns(text[:first])) + "^" * max(_columns(text[first:last]), 1)
    carets = rows[0]
    for first, last, role in reversed(marks):
        start, end = _columns(text[:first]), _columns(text[:last])
        free = carets.find("^", end)
        if free < 0 or free > end + len(role) + 1:
            rows[0] = _written(rows[0], end + 1, role)
        else:
            _write_below(rows, start, role)
    return [row.rstrip() for row in rows]


def _write_below(rows: list[str], start: int, role: str) -> None:
    """Put the role into the first lower row that is free there."""
    for place, row in enumerate(rows[1:], 1):
        if not row[max(start - 1, 0) : start + len(role) + 1].strip():
            rows[place] = _written(row, start, role)
            return
    rows.append(" " * start + role)


def _written(row: str, start: int, word: str) -> str:
    """The row with a word at a place."""
    row = row.ljust(start + len(word))
    return row[:start] + word + row[start + len(word) :]


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
