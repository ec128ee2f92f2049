"""Markdown for a wiki, a pull request or the summary page of a build: a table of all findings, then each in full.

No text of an article is markup here: every sign that could be one is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from figcheck.model import Finding, Report
from figcheck.report import places, remarks
from figcheck.report.paint import safe
from figcheck.report.shape import SEVERITIES, Gathered

HEAD = "| place | severity | rule | what is wrong | stated | expected | status |\n|---|---|---|---|---|---|---|\n"
_MARKUP = re.compile(r"([\\`*_\[\]|~$])")
_OPENING = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")  # would begin a heading, a rule or a list
_HTML = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}

SUMMARY_ROOM = 1_000_000  # bytes; GitHub takes no page of more than a mebibyte

Entry = tuple[str, str, str]
"""Severity, row of the table, and the finding in full."""


def plain(text: str) -> str:
    """Text that stays text in Markdown, and calls nobody by an @.

    >>> plain("<b>5|6</b> @ann [x]")
    '&lt;b&gt;5\\\\|6&lt;/b&gt; @\\u200bann \\\\[x\\\\]'
    """
    escaped = _OPENING.sub(_opened, _MARKUP.sub(r"\\\1", safe(text).translate(_HTML)))
    return re.sub(r"@(?=\w)", "@\N{ZERO WIDTH SPACE}", escaped).replace("://", ":\N{ZERO WIDTH SPACE}//")


def _opened(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}\N{ZERO WIDTH SPACE}" if found[2].isdecimal() else f"{found[1]}\\{found[2]}"


def _taken(report: Report) -> Iterator[Entry]:
    for found in report.findings:
        place = places.address(report.document, places.begins(found))
        cells = (place, found.severity, found.rule, found.message, found.stated, found.expected, found.status)
        yield found.severity, f"| {' | '.join(map(plain, cells))} |\n", _full(report, found, place)


def _full(report: Report, found: Finding, place: str) -> str:
    """One finding with its sentence, its working and its repairs."""
    quoted = f"> {plain(places.sentences(report, found.relation))}"
    said = [f"- {plain(line)}" for line in (*remarks.lines(found)[1:], f"id: {found.fingerprint}")]
    return "\n".join([f"### {plain(place)} {plain(found.rule)}", "", plain(found.message), "", quoted, "", *said, ""])


def _made(kept: Sequence[Entry], folders: Sequence[str] = ()) -> str:
    if not kept:
        return "# figcheck\n\nNo finding.\n"
    rows = "".join(row for _, row, _ in kept)
    return f"{_title(kept)}{HEAD}{rows}\n" + "\n".join(full for _, _, full in kept)


def _title(kept: Sequence[Entry]) -> str:
    """How many there are of each severity."""
    counts = [(severity, sum(entry[0] == severity for entry in kept)) for severity in SEVERITIES]
    told = ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for name, number in counts if number)
    return f"# figcheck: {told}\n\n"


def _fitting(kept: Sequence[Entry], folders: Sequence[str] = ()) -> str:
    """The page as a build takes it: the worst first and, where not all of it has room, the table alone."""
    ordered = sorted(kept, key=lambda entry: SEVERITIES.index(entry[0]))
    whole = _made(ordered)
    if len(whole.encode()) <= SUMMARY_ROOM:
        return whole
    room = SUMMARY_ROOM - len(HEAD) - len(_title(kept)) - 100
    rows: list[str] = []
    for _, row, _ in ordered:
        room -= len(row.encode())
        if room < 0:
            break
        rows.append(row)
    rest = len(ordered) - len(rows)
    return f"{_title(kept)}{HEAD}{''.join(rows)}" + (f"\n{rest:,} more than a summary has room for.\n" if rest else "")


FINDINGS = Gathered(_taken, _made)
SUMMARY = Gathered(_taken, _fitting)
