"""Remarks beside lines: GitHub's commands, GitLab's report, reviewdog's diagnostics."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

import pytest

from figcheck import report as formats
from figcheck.model import Repair, Verdict
from figcheck.record import replace
from figcheck.report.shape import written
from tests.report import made

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def _written(format_name: str, *reports: Any) -> str:
    return str(written(formats.findings_shape(format_name), reports))


def _commands(*reports: Any) -> list[tuple[str, dict[str, str], str]]:
    """What GitHub's runner would read."""
    found = [COMMAND.fullmatch(line) for line in _written("github", *reports).splitlines()]
    assert all(found)
    return [
        (one[1], dict(_unescaped(pair).split("=", 1) for pair in one[2].split(",")), _unescaped(one[3]))
        for one in found
        if one
    ]


def _unescaped(text: str) -> str:
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def _many(number: int, severity: str = "error") -> list[Any]:
    """So many articles, each with one finding, every one worse than the one before."""
    one = made.report(severity=severity)
    found = one.findings[0]
    worse = (replace(found.verdict, strain=Decimal(strain)) for strain in range(number))
    return [
        replace(one, document=replace(one.document, id=f"story-{n}.txt"), findings=(replace(found, verdict=verdict),))
        for n, verdict in enumerate(worse)
    ]


def test_a_remark_stands_beside_its_figure():
    ((level, told, message),) = _commands(made.report())
    assert level == "error"
    assert told == {
        "file": "harbour.txt", "line": "1", "col": "28", "endColumn": "34", "title": "figcheck parts-make-whole",
    }  # fmt: skip
    assert message.splitlines()[0] == "40,000 + 15,000 = 55,000, not 50,000"
    assert "one of: rest 15,000 -> 10,000" in message


def test_signs_that_would_end_a_command_are_written_otherwise():
    judged = made.report(message="50% :: 5,\n::error::gotcha")
    judged = replace(judged, document=replace(judged.document, id="a,b:c%.txt"))
    ((_, told, message),) = _commands(judged)
    assert told["file"] == "a,b:c%.txt"
    assert message.startswith("50% :: 5,\n::error::gotcha")


def test_github_shows_ten_so_the_worst_come_first_and_the_tenth_says_how_many_more():
    lines = _written("github", *_many(14)).splitlines()
    commands, others = lines[:10], lines[10:]
    assert [re.search(r"story-(\d+)", line)[1] for line in commands] == [str(n) for n in range(13, 3, -1)]
    assert ["more errors" in line for line in commands] == [False] * 9 + [True]
    assert "(4 more errors" in commands[-1]
    assert [line.partition(":")[0] for line in others] == [f"story-{n}.txt" for n in range(3, -1, -1)]


def test_each_level_has_its_ten():
    lines = _written("github", *_many(12, "warning"), *_many(10, "error")).splitlines()
    assert [line.partition(" ")[0] for line in lines[:20]] == ["::error"] * 10 + ["::warning"] * 10
    assert sum("more warnings" in line for line in lines) == 1 and not any("more errors" in line for line in lines)


def test_a_plain_line_of_the_log_is_never_a_command():
    judged = _many(11)
    judged[0] = replace(judged[0], document=replace(judged[0].document, id="::stop-commands::x"))
    assert _written("github", *judged).splitlines()[-1].startswith("- ::stop-commands")


@pytest.mark.parametrize("status", ["accepted", "baseline"])
def test_nobody_is_reminded_of_what_is_known(status):
    known = made.report(status=status)
    assert _written("github", known) == ""
    assert json.loads(_written("rdjson", known))["diagnostics"] == []
    assert json.loads(_written("gitlab", known))[0]["severity"] == "info"


def test_gitlab_is_told_all_that_it_asks_for_and_tells_findings_apart():
    judged = made.report()
    twice = replace(judged, findings=judged.findings * 2)
    entries = json.loads(_written("gitlab", twice, replace(judged, document=replace(judged.document, id="other.txt"))))
    assert {key for entry in entries for key in ("description", "check_name", "severity", "location") if entry[key]}
    assert entries[0]["location"] == {"path": "harbour.txt", "lines": {"begin": 1}}
    assert entries[0]["severity"] in ("info", "minor", "major", "critical", "blocker")
    assert len({entry["fingerprint"] for entry in entries}) == 3
    assert json.loads(_written("gitlab")) == []


def test_reviewdog_counts_bytes_and_gets_each_repair_as_a_suggestion():
    text = "Über 50,000 hands, 40,000 of whom sail and 15,000 do not."
    judged = made.report(text=text)
    figure = judged.findings[0].relation.roles[0][1].figure
    repairs = (Repair("whole", figure.span, "50,000", "55,000"),)
    told = json.loads(_written("rdjson", made.report(text=text, repairs=repairs)))
    (diagnostic,) = told["diagnostics"]
    place, (suggestion,) = diagnostic["location"]["range"], diagnostic["suggestions"]
    raw = text.encode()
    assert raw[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"50,000"
    assert suggestion == {"range": place, "text": "55,000"}
    assert (told["source"]["name"], diagnostic["severity"]) == ("figcheck", "ERROR")
    assert diagnostic["code"]["value"] == "parts-make-whole"
    assert [one["message"] for one in diagnostic["relatedLocations"]] == ["part 40,000", "rest 15,000"]


def test_a_title_beside_the_text_has_no_line():
    judged = made.report(title="Half of 90,000 hands sail", surfaces={"whole": "90,000", "part": "40,000"})
    ((_, told, _),) = _commands(judged)
    assert "line" not in told
    assert json.loads(_written("rdjson", judged))["diagnostics"][0]["location"] == {"path": "harbour.txt"}


def test_a_build_knows_files_without_the_dot_before_them():
    judged = made.report()
    judged = replace(judged, document=replace(judged.document, id="./stories/a.txt"))
    ((_, told, _),) = _commands(judged)
    assert told["file"] == "stories/a.txt"
    assert json.loads(_written("gitlab", judged))[0]["location"]["path"] == "stories/a.txt"
    assert json.loads(_written("rdjson", judged))["diagnostics"][0]["location"]["path"] == "stories/a.txt"


def test_an_endless_strain_is_the_worst():
    endless = made.report(verdict=Verdict("contradicts", strain=Decimal("Infinity")))
    assert _commands(*_many(3), endless)[0][1]["file"] == "harbour.txt"
