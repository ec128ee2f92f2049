"""What a newsroom has looked at and found right: `.figcheck/accepted.csv`, one finding a row, each with its reason.

A finding is known by its fingerprint, which changes as soon as a figure in it does. So nothing stays accepted
that nobody has seen.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping

from figcheck import config, known
from figcheck.model import Finding, Report
from figcheck.problem import Problem
from figcheck.record import record, replace

FOLDER, NAME = ".figcheck", "accepted.csv"
COLUMNS = ("fingerprint", "rule", "file", "what_is_wrong", "reason", "accepted_by")
NEEDED = ("fingerprint", "reason")
SHORTEST, LONGEST = 8, 16  # digits of a fingerprint: eight tell four thousand million findings apart

Row = Mapping[str, str]


@record
class Accepted:
    """One finding that was looked at; what is known of it besides its fingerprint is for people."""

    fingerprint: str
    reason: str
    accepted_by: str = ""
    rule: str = ""
    file: str = ""
    what_is_wrong: str = ""


class Acceptances:
    """All that is accepted, and what of it a run has met."""

    def __init__(self, path: str, entries: Iterable[Accepted]) -> None:
        self._folder = os.path.dirname(os.path.dirname(os.path.abspath(path))) if path else ""
        self._entries = {entry.fingerprint: entry for entry in entries}
        self._lengths = sorted({len(fingerprint) for fingerprint in self._entries}, reverse=True)
        self._met: set[str] = set()
        self._checked: set[str] = set()

    def applied(self, report: Report) -> Report:
        """The report with its accepted findings marked."""
        if not self._entries:
            return report
        self._checked.add(known.place(report.document, self._folder))
        return known.marked(report, self._marked)

    def lapsed(self) -> int:
        """How many were accepted in an article of this run and are no longer found there."""
        return sum(entry.file in self._checked and name not in self._met for name, entry in self._entries.items())

    def _marked(self, finding: Finding) -> Finding:
        for length in self._lengths if finding.status != known.ACCEPTED else ():
            entry = self._entries.get(finding.fingerprint[:length])
            if entry:
                self._met.add(entry.fingerprint)
                return replace(finding, status=known.ACCEPTED, reason=entry.reason, accepted_by=entry.accepted_by)
        return finding


def load(path: str) -> list[Accepted]:
    """What is accepted in a file; nothing where there is no such file."""
    return [entry(row, where) for where, row in table(path, NEEDED)] if os.path.exists(path) else []


def entry(row: Row, where: str) -> Accepted:
    """One row; a fingerprint that is none or a missing reason is a `Problem`."""
    reason = row["reason"]
    if not reason:
        raise Problem(where, "gives no reason", "nothing is accepted without one")
    rest = {name: row.get(name, "") for name in ("accepted_by", "rule", "file", "what_is_wrong")}
    return Accepted(fingerprint(row["fingerprint"], where), reason, **rest)


def fingerprint(written: str, where: str) -> str:
    """A fingerprint, or as much of its beginning as tells it from all others."""
    if not re.fullmatch(f"[0-9a-f]{{{SHORTEST},{LONGEST}}}", written.lower()):
        expected = f"expected {SHORTEST} to {LONGEST} digits of 0-9 and a-f, as the report's last column has them"
        raise Problem(where, f"{written!r} is no fingerprint", expected)
    return written.lower()


def table(path: str, needed: Iterable[str]) -> Iterator[tuple[str, Row]]:
    """The rows of a CSV file, each with FILE:LINE; columns may stand in any order, parted as spreadsheets do."""
    import csv

    lines = _text(path).splitlines(keepends=True)
    opening = lines[0] if lines else ""
    delimiter = max(",;\t", key=opening.count)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        refuse_columns(header, needed, f"{path}:1")
        for cells in reader:
            where = f"{path}:{reader.line_num}"
            if len(cells) > len(header):
                raise Problem(where, f"{len(cells)} cells under {len(header)} columns", "is a quotation mark missing?")
            if any(cells):
                yield where, dict(zip(header, [plain(cell) for cell in [*cells, *[""] * len(header)]], strict=False))
    except csv.Error as error:
        raise Problem(f"{path}:{reader.line_num}", f"not CSV that can be read: {error}") from None


def refuse_columns(header: Iterable[str], needed: Iterable[str], where: str) -> None:
    """A problem where a column is missing."""
    for name in needed:
        if name not in header:
            raise Problem(where, f"lacks the column {name!r}", f"has {', '.join(filter(None, header)) or 'none'}")


def plain(cell: str) -> str:
    """A cell without blanks around it, and without the apostrophe that keeps it from being a formula.

    >>> plain(" '-3C is right ")
    '-3C is right'
    """
    return re.sub(r"^'(?=[=+\-@])", "", cell.strip())


def nearest(start: str) -> str:
    """The `accepted.csv` of this folder or the nearest above it; empty where there is none."""
    for folder in config.above(start):
        path = os.path.join(folder, FOLDER, NAME)
        if os.path.isfile(path):
            return path
    return ""


def _text(path: str) -> str:
    """The characters of a file, or the problem that keeps them from being read."""
    try:
        with open(path, "rb") as stream:
            data = stream.read()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Problem(f"{path}:{line}", "broken UTF-8", "save it as CSV UTF-8") from None
    except OSError as error:
        raise Problem(path, f"cannot be read: {error.strerror or error}") from None
