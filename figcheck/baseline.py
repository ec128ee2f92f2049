"""The findings that were there before: a gate that is put up over an old archive need only stop new ones.

Each is known by its article and its fingerprint, never by a line number, and counted: of two equal findings in
one article a baseline with one of them leaves the second new.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from figcheck import known
from figcheck.model import Finding, Report
from figcheck.problem import Problem
from figcheck.record import record, replace

VERSION = 1
_NAMES = {"document": str, "rule": str, "fingerprint": str, "count": int, "message": str}


@record
class Entry:
    """One finding of one article, and how often it is there; rule and message are for people who compare files."""

    document: str
    rule: str
    fingerprint: str
    count: int
    message: str


class Baseline:
    """What was there before, and how much of it a run has met."""

    def __init__(self, path: str, entries: Iterable[Entry]) -> None:
        self.path, self._folder = path, os.path.dirname(os.path.abspath(path))
        self.entries = tuple(entries)
        self._left = Counter({(entry.document, entry.fingerprint): entry.count for entry in self.entries})
        self.checked: set[str] = set()

    def applied(self, report: Report) -> Report:
        """The report with the findings that were there before marked."""
        document = known.place(report.document, self._folder)
        self.checked.add(document)

        def change(finding: Finding) -> Finding:
            key = document, finding.fingerprint
            if finding.status == known.ACCEPTED or not self._left[key]:
                return finding
            self._left[key] -= 1
            return finding if finding.status == known.BASELINE else replace(finding, status=known.BASELINE)

        return known.marked(report, change)

    def stale(self) -> int:
        """How many findings of the articles of this run were there before and are no more."""
        return sum(left for (document, _), left in self._left.items() if document in self.checked)

    def entries_of(self, report: Report) -> Iterator[Entry]:
        """What a baseline beside this path would hold of a report: all that nobody has accepted."""
        document = known.place(report.document, self._folder)
        counts = Counter(found.fingerprint for found in report.findings if found.status != known.ACCEPTED)
        first = {found.fingerprint: found for found in reversed(report.findings)}
        for fingerprint, count in counts.items():
            found = first[fingerprint]
            yield Entry(document, found.rule, fingerprint, count, found.message)

    def others(self) -> Iterator[Entry]:
        """The entries of articles that this run did not check."""
        return (entry for entry in self.entries if entry.document not in self.checked)


def load(path: str) -> Baseline:
    """A baseline that was written before; one that cannot be read, or is of another version, is a `Problem`."""
    import json

    try:
        with open(path, encoding="utf-8") as stream:
            content = json.load(stream)
    except FileNotFoundError:
        raise Problem(path, "no such baseline", f"write it with: figcheck baseline PATH -o {path}") from None
    except OSError as error:
        raise Problem(path, f"cannot be read: {error.strerror or error}") from None
    except json.JSONDecodeError as error:
        raise Problem(f"{path}:{error.lineno}", f"not a baseline: {error.msg}", "expected JSON") from None
    except (ValueError, RecursionError):
        raise Problem(path, "not a baseline that can be read", "expected JSON in UTF-8") from None
    return Baseline(path, _entries(content, path))


def written(entries: Iterable[Entry]) -> str:
    """A baseline as text: one finding a line, in the order of articles, so that two versions compare well."""
    import json

    ordered = sorted(entries, key=lambda entry: (entry.document, entry.rule, entry.fingerprint))
    rows = [_row(json.dumps, {name: getattr(entry, name) for name in _NAMES}) for entry in ordered]
    return f'{{"figcheck-baseline": {VERSION}, "findings": [\n' + ",\n".join(rows) + "\n]}\n"


def _row(dumps: Callable[..., str], row: dict[str, Any]) -> str:
    """One row, its pound signs as such; a file name that is no text at all is spelt out."""
    line = dumps(row, ensure_ascii=False)
    return line if line == line.encode("utf-8", "replace").decode() else dumps(row)


def _entries(content: Any, path: str) -> list[Entry]:
    """The entries of a parsed file."""
    version = content.get("figcheck-baseline") if isinstance(content, dict) else None
    if version is None:
        raise Problem(path, "is no baseline", "expected what figcheck baseline writes")
    if version != VERSION:
        raise Problem(path, f"is a baseline of version {version}", f"this figcheck reads version {VERSION}")
    findings = content.get("findings")
    if not isinstance(findings, list):
        raise Problem(path, "has no list of findings", "expected what figcheck baseline writes")
    return [_entry(row, f"{path}: finding {number}") for number, row in enumerate(findings, 1)]


def _entry(row: Any, where: str) -> Entry:
    for name, kind in _NAMES.items():
        value = row.get(name) if isinstance(row, dict) else None
        if type(value) is not kind or value == 0:
            expected = "a number above zero" if kind is int else "a string"
            raise Problem(where, f"{name!r} is missing or wrong", f"expected {expected}")
    return Entry(**{name: row[name] for name in _NAMES})
