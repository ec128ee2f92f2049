"""Which articles a command line names, and in which order."""

from __future__ import annotations

import os
from datetime import date
from io import BytesIO

import pytest

from figcheck import read
from figcheck.model import Document
from figcheck.problem import Problem


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("desk/b.txt", "desk/a.md", "desk/sub/c.TXT", "desk/.hidden/d.txt", "desk/.e.txt", "desk/f.docx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Up 5%.")
    return tmp_path


def _ids(*paths: str) -> list[str]:
    return [entry.id if isinstance(entry, Document) else str(entry) for entry in read.documents(paths)]


def test_folders_are_walked_in_the_order_of_names_and_hidden_files_left_out(desk):
    assert _ids("desk") == ["desk/a.md", "desk/b.txt", "desk/sub/c.TXT"]
    assert _ids("desk/") == _ids("desk")


def test_a_file_named_twice_is_read_once(desk):
    assert _ids("desk/b.txt", "desk", "desk/b.txt") == ["desk/b.txt", "desk/a.md", "desk/sub/c.TXT"]


def test_a_missing_path_and_an_empty_folder_are_told_and_the_rest_is_read(desk):
    (desk / "none").mkdir()
    assert _ids("gone.txt", "none", "desk/b.txt") == [
        "gone.txt: no such file or folder",
        "none: no article in this folder (figcheck reads .txt .text .md .markdown .jsonl .ndjson)",
        "desk/b.txt",
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_told(desk):
    (desk / "desk/b.txt").chmod(0)
    assert _ids("desk/b.txt") == ["desk/b.txt: cannot be read: Permission denied"]


def test_a_second_article_with_the_same_id_is_told_and_not_read(desk):
    lines = ('{"id": "1", "text": "Up 5%."}', '{"id": "1", "text": "Up 6%."}', '{"id": "2", "text": "Up."}')
    (desk / "x.jsonl").write_text("\n".join(lines))
    assert _ids("x.jsonl") == ["1", "x.jsonl: a second article has the id '1' (every id once)", "2"]


def test_a_day_given_dates_only_articles_that_have_none(desk):
    (desk / "x.jsonl").write_text('{"id": "1", "text": "Up 5%."}\n{"id": "2", "text": "Up.", "date": "2020-02-02"}')
    entries = list(read.documents(["x.jsonl"], date(2023, 1, 20)))
    assert [entry.published for entry in entries] == [date(2023, 1, 20), date(2020, 2, 2)]


@pytest.mark.parametrize(
    ("data", "name", "ids"),
    [
        (b"Up 5%.", "", ["-"]),
        (b"Up 5%.", "wire.txt", ["wire.txt"]),
        (b'{"id": "7", "text": "Up 5%."}', "", ["7"]),
        (b'{"id": "7", "text": "Up 5%."}', "wire.txt", ["wire.txt"]),
    ],
)
def test_standard_input_is_read_by_its_name_or_its_look(data, name, ids):
    assert [entry.id for entry in read.documents(["-"], None, BytesIO(data), name)] == ids


def test_the_count_is_known_for_files_and_unknown_for_lists_of_articles(desk):
    (desk / "x.jsonl").write_text("{}")
    assert read.count(["desk", "gone.txt"]) == 4
    assert read.count(["desk", "x.jsonl"]) is None
    assert read.count(["-"]) is None


def test_a_problem_is_one_line(desk):
    assert all("\n" not in str(entry) for entry in read.documents(["gone.txt"]) if isinstance(entry, Problem))
