"""What each format says of one finding."""

from __future__ import annotations

import json
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from figcheck import report as formats
from figcheck.model import Verdict
from figcheck.problem import Problem
from figcheck.report.paint import washed
from figcheck.report.shape import shown, written
from tests.report import made

FOR_NEWS = ("github", "rdjson", "overview")
"""Formats that speak to whoever changes an article: what was accepted is not brought up again."""


def _written(format_name: str, *reports: object) -> str:
    return written(formats.findings_shape(format_name), reports)


def test_concise_is_one_line_that_an_editor_can_jump_to():
    assert _written("concise", made.report()) == (
        "harbour.txt:1:28: error parts-make-whole 40,000 + 15,000 = 55,000, not 50,000\n"
    )


def test_full_underlines_each_figure_and_names_its_role():
    lines = washed(_written("full", made.report())).splitlines()
    assert lines[0] == "harbour.txt:1:28  error  parts-make-whole  40,000 + 15,000 = 55,000, not 50,000"
    article, marks = lines[2], lines[3]
    for figure, role in (("50,000", "whole"), ("40,000", "part")):
        place = article.index(figure)
        assert marks[place : place + len(figure)] == "^" * len(figure)
        assert marks[place + len(figure) + 1 :].startswith(role)
    assert "  = one of    rest 15,000 -> 10,000" in lines


def test_full_tells_whose_rates_of_which_days_a_finding_rests_on():
    text = washed(_written("full", made.report(rate_source="our own", rate_date="1999-01-04/2026-10-30")))
    assert "  = rates of  1999-01-04 to 2026-10-30 (our own)" in text.splitlines()


def test_full_puts_a_role_below_where_the_next_figure_leaves_no_room():
    text = "The group spends about £83 million ($100 million) a month."
    judged = made.report(text=text, surfaces={"given": "£83 million", "same": "$100 million"})
    lines = washed(_written("full", judged)).splitlines()
    assert lines[3].endswith("^^^^^^^^^^^  ^^^^^^^^^^^^ same")
    assert lines[4].index("given") == lines[2].index("£83")


def test_full_keeps_its_marks_below_the_figures_in_a_long_paragraph():
    words = "Words go by. " * 30
    text = f"{words}Of the 50,000 hands 40,000 work at sea. {words}The rest is 15,000."
    lines = washed(_written("full", made.report(text=text))).splitlines()
    for figure in ("50,000", "40,000", "15,000"):
        row = next(n for n, line in enumerate(lines[1:], 1) if figure in line)
        place = lines[row].index(figure)
        assert lines[row + 1][place : place + 6] == "^^^^^^"
        assert len(lines[row]) < 110


def test_full_counts_columns_as_a_terminal_does():
    judged = made.report(text="東京 has 50,000 hands, 40,000 of whom sail and 15,000 do not.")
    lines = washed(_written("full", judged)).splitlines()
    assert lines[3].index("^") == lines[2].index("50,000") + 2  # two wide signs stand before it


def test_text_of_an_article_cannot_steer_a_terminal():
    judged = made.report(text="Of 50,000\x1b[2J hands 40,000 sail\x9b31m and 15,000 do not.", message="up\x1b[31m\n5%")
    for format_name in ("full", "concise", "table"):
        told = washed(_written(format_name, judged))
        assert "\x1b" not in told and "\x9b" not in told


def test_json_lines_hold_the_keys_scripts_rely_on():
    row = json.loads(_written("jsonl", made.report()))
    assert set(row) >= {
        "document", "rule", "relation", "severity", "message", "working", "repairs", "diagnosis", "strain", "sentence",
        "figures", "fingerprint",
    }  # fmt: skip
    assert set(row["figures"][0]) == {"role", "text", "start", "end", "value", "low", "high", "unit", "section"}


def test_places_count_characters_of_the_articles_own_text():
    row = json.loads(_written("jsonl", made.report(title=made.TITLE)))
    for figure in row["figures"]:
        assert made.TEXT[figure["start"] : figure["end"]] == figure["text"]


def test_a_figure_in_the_title_counts_in_the_title():
    title = "Half of 90,000 hands sail"
    judged = made.report(title=title, surfaces={"whole": "90,000", "part": "40,000"})
    first, second = json.loads(_written("jsonl", judged))["figures"]
    assert (first["section"], title[first["start"] : first["end"]]) == ("headline", "90,000")
    assert (second["section"], made.TEXT[second["start"] : second["end"]]) == ("body", "40,000")
    assert _written("concise", judged).startswith("harbour.txt:headline:1:9: ")


def test_whole_numbers_are_whole_and_an_endless_strain_is_null():
    endless = Verdict("contradicts", Decimal(1), Decimal(2), Decimal("Infinity"))
    row = json.loads(_written("jsonl", made.report(verdict=endless)))
    assert row["strain"] is None
    assert [figure["value"] for figure in row["figures"]] == [50000, 40000, 15000]
    assert '"value": 50000,' in _written("jsonl", made.report())


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_one_list_however_many_findings(count):
    assert len(json.loads(_written("json", *[made.report()] * count))) == count


def test_the_table_lines_its_columns_up():
    lines = _written("table", made.report()).splitlines()
    assert lines[0].index("rule") == lines[1].index("parts-make-whole")


def test_a_note_is_shown_only_when_notes_are_asked_for():
    note = made.report(severity="note")
    assert [len(shown(note, least).findings) for least in ("error", "warning", "note")] == [0, 0, 1]


def test_an_unknown_format_names_the_nearest():
    with pytest.raises(Problem, match="did you mean 'concise'"):
        formats.findings_shape("concse")


@pytest.mark.parametrize("format_name", [name for name in formats.FINDINGS if name not in FOR_NEWS])
def test_every_file_says_what_is_known_of_a_finding(format_name):
    known = made.report(status="accepted", reason="the port counts so", accepted_by="A. Pryde")
    content = written(formats.findings_shape(format_name), [known])
    text = _inside(content) if isinstance(content, bytes) else content
    for told in ("accepted", "the port counts so", "A. Pryde"):
        assert told in text, told


def _inside(content: bytes) -> str:
    """The text in a workbook or a Parquet file."""
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as parts:
            return parts.read("xl/sharedStrings.xml").decode()
    return str(pytest.importorskip("pyarrow.parquet").read_table(BytesIO(content)).to_pylist())
