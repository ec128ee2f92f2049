"""Bad input: one clear line each, exit 2, no traceback, and everything else is still reported."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import figcheck
from figcheck import cli, pipeline

WRONG = "The union has 50,000 members, 40,000 of whom work at sea. The remaining 30,000 members work ashore.\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong.txt").write_text(WRONG)
    (tmp_path / "none").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\x00\x01\x02")
    (tmp_path / "latin.txt").write_bytes("Sales rose.\nIt paid £5m.".encode("latin-1"))
    (tmp_path / "list.jsonl").write_text("[1]\n")
    (tmp_path / "textless.jsonl").write_text('{"id": "1"}\n')
    (tmp_path / "twice.jsonl").write_text('{"id": "1", "text": "Up."}\n{"id": "1", "text": "Down."}\n')
    return tmp_path


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("gone.txt", "gone.txt: no such file or folder"),
        ("none", "none: no article in this folder"),
        ("empty.txt", "empty.txt: is empty"),
        ("photo.txt", "photo.txt: is a binary file"),
        ("latin.txt", "latin.txt:2: broken UTF-8 at byte 21"),
        ("list.jsonl", "list.jsonl:1: a list, not an object"),
        ("textless.jsonl", "textless.jsonl:1: lacks 'text'"),
        ("twice.jsonl", "twice.jsonl: a second article has the id '1'"),
    ],
)
@pytest.mark.parametrize("verb", ["check", "extract"])
def test_an_input_that_cannot_be_read_costs_the_others_nothing(desk, capsys, verb, path, told):
    assert cli.main([verb, path, "wrong.txt"]) == 2
    out, err = capsys.readouterr()
    lines = [line for line in err.splitlines() if line.startswith("figcheck: ")]
    assert len(lines) == 1 and lines[0].startswith(f"figcheck: {told}")
    assert "wrong.txt:1:15" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--date", "2023-02-30"], "--date: '2023-02-30' is not a date (expected YYYY-MM-DD)"),
        (["--select", "parts-make-hole"], "--select: unknown rule 'parts-make-hole' (did you mean 'parts-make-whole'"),
        (["--ignore", "partitions"], "--ignore: unknown rule 'partitions' (did you mean 'partition'?)"),
        (["--format", "concse"], "--format: unknown format 'concse' (did you mean 'concise'?)"),
        (["--fail-on", "eror"], "--fail-on: unknown level 'eror' (did you mean 'error'?)"),
        (["--show", "all"], "--show: unknown level 'all' (expected one of: error, note, warning)"),
        (["--formt", "csv"], "--formt: no such option (did you mean '--format'?)"),
        (["--date"], "--date: expected one argument"),
        (["--jobs", "many"], "--jobs: 'many' is no number of processors (expected 1 or more)"),
        (["--rules", "none"], "none: no rule files here"),
        (["--rates", "gone.csv"], "gone.csv"),
    ],
)
def test_a_wrong_option_is_told_before_anything_is_read(desk, capsys, words, told):
    assert cli.main(["check", "wrong.txt", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"figcheck: {told}") and err.count("\n") == 1


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("gone/check.csv", "gone/check.csv: cannot be written: there is no such folder"),
        ("none", "-o none: no format (write -o FORMAT=PATH"),
        ("csv=none", "none: is a folder"),
        ("check.xyz", "-o check.xyz: the ending '.xyz' names no format"),
        ("cvs=check.csv", "-o cvs=check.csv: unknown format 'cvs' (did you mean 'csv'?)"),
    ],
)
def test_a_report_that_cannot_be_written_leaves_the_others(desk, capsys, target, told):
    assert cli.main(["check", "wrong.txt", "-o", target, "-o", "good.csv"]) == 2
    out, err = capsys.readouterr()
    assert f"figcheck: {told}" in err
    assert out.startswith("wrong.txt:1:15") and "parts-make-whole" in (desk / "good.csv").read_text()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_report_is_left_as_it_is(desk, capsys):
    (desk / "old.csv").write_text("old")
    (desk / "old.csv").chmod(0o400)
    assert cli.main(["check", "wrong.txt", "-o", "old.csv"]) == 2
    assert "old.csv: cannot be written: it is read-only" in capsys.readouterr().err
    assert (desk / "old.csv").read_text() == "old"


def test_a_misspelt_verb_is_no_file(desk, capsys):
    assert cli.main(["exract", "wrong.txt"]) == 2
    assert capsys.readouterr().err == "figcheck: exract: neither a verb nor a file (did you mean 'extract'?)\n"


def test_a_name_that_is_no_utf_8_is_written_all_the_same(desk, capsys):
    try:
        Path(os.fsdecode(b"gr\xfc.txt")).write_text(WRONG)
    except OSError:
        pytest.skip("this file system has no such names")
    assert cli.main(["check", os.fsdecode(b"gr\xfc.txt"), "-o", "good.csv"]) == 1
    assert "gr" in (desk / "good.csv").read_text()


def test_no_article_at_all_is_told(capsys):
    assert cli.main(["check"]) == 2
    assert cli.main(["explain"]) == 2
    assert cli.main([]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_mistake_of_our_own_costs_one_article_only(desk, capsys, monkeypatch):
    def falls_over(document, *given, honest=pipeline.check):
        if document.id == "wrong.txt":
            raise ZeroDivisionError("of all things")
        return honest(document, *given)

    monkeypatch.setattr(pipeline, "check", falls_over)
    (desk / "also.txt").write_text(WRONG)
    assert cli.main(["wrong.txt", "also.txt"]) == 2
    out, err = capsys.readouterr()
    assert out.startswith("also.txt:1:15")
    assert "figcheck: wrong.txt: figcheck failed: ZeroDivisionError in " in err
    assert "Traceback" not in err


def test_an_old_report_survives_a_run_that_dies(desk, monkeypatch):
    def stops(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", stops)
    (desk / "old.csv").write_text("old")
    assert cli.main(["wrong.txt", "-o", "old.csv"]) == 130
    assert (desk / "old.csv").read_text() == "old"
    assert not list(desk.glob("*.part"))


def _start(*words: str, **pipes: Any) -> subprocess.Popen[str]:
    home = str(Path(figcheck.__file__).parents[1])
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((home, os.environ.get("PYTHONPATH", "")))}
    return subprocess.Popen([sys.executable, "-m", "figcheck", *words], text=True, env=env, **pipes)


def test_a_reader_that_goes_away_is_one_line_and_the_files_are_written(desk):
    with open(desk / "many.jsonl", "w") as stream:
        for number in range(500):
            stream.write(f'{{"id": "{number}", "text": "{WRONG.strip()}"}}\n')
    words = ("check", "many.jsonl", "--format", "full", "-o", "good.jsonl")
    process = _start(*words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout and process.stderr
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    assert process.wait() == 2
    assert err.splitlines()[0] == "figcheck: standard output: was closed before the report was complete"
    assert "Traceback" not in err and "Exception" not in err
    assert len((desk / "good.jsonl").read_text().splitlines()) == 500


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent another way there")
def test_an_interrupted_run_exits_130_with_one_line(desk):
    process = _start("check", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert err == "figcheck: stopped; reports not yet complete were not written\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent another way there")
@pytest.mark.parametrize("words", [["check", "-o", "old.csv"], ["baseline", "-o", "old.json", "--accept-new"]])
def test_several_processes_that_are_stopped_leave_what_was_there(desk, words):
    old = {"old.csv": "old", "old.json": '{"figcheck-baseline": 1, "findings": []}'}
    for name, content in old.items():
        (desk / name).write_text(content)
    with open(desk / "many.jsonl", "w") as stream:
        for number in range(50_000):
            stream.write(f'{{"id": "{number}", "text": "{WRONG.strip()}"}}\n')
    process = _start(*words, "many.jsonl", "--jobs", "2", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(2.5)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert err == "figcheck: stopped; reports not yet complete were not written\n"
    assert {name: (desk / name).read_text() for name in old} == old and not list(desk.glob("*.part"))


def test_a_mistake_of_our_own_is_one_line_from_any_verb(desk, capsys, monkeypatch):
    def falls_over(*_: object, **__: object) -> None:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr(pipeline, "load_rulebook", falls_over)
    monkeypatch.setattr(pipeline, "extract", falls_over)
    for words in (["wrong.txt"], ["extract", "wrong.txt"], ["rule"], ["explain", WRONG], ["test"]):
        assert cli.main(words) == 2
        err = capsys.readouterr().err
        assert len(err.splitlines()) == 1
        assert "ZeroDivisionError in tests.test_bad_input line " in err


def test_what_fails_every_article_is_told_once(desk, capsys, monkeypatch):
    def is_broken(*_: object) -> None:
        raise figcheck.Problem("cues/sums.toml:3", "no phrases")

    monkeypatch.setattr(pipeline, "extract", is_broken)
    monkeypatch.setattr(pipeline, "check", is_broken)
    (desk / "also.txt").write_text(WRONG)
    for verb in ("extract", "check"):
        assert cli.main([verb, "wrong.txt", "also.txt"]) == 2
        assert capsys.readouterr().err.count("cues/sums.toml:3: no phrases") == 1


def test_one_long_line_is_an_article_and_no_file_name():
    assert figcheck.check("The union met on Monday. " * 30).ok
