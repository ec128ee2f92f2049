"""Reports from the command line: which are written, where, and what becomes of them when something goes wrong."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import figcheck
from figcheck import cli, pipeline, report
from figcheck.commands import outputs

STORY = "The union has 50,000 members, 40,000 of whom work at sea. The remaining 30,000 members work ashore.\n"
GOOD = "The union has 50,000 members, 40,000 of whom work at sea. The remaining 10,000 members work ashore.\n"
TARGETS = {name: f"{name}=out.{name}" for name in report.FINDINGS if name not in ("html", "overview")}


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    (tmp_path / "wrong.txt").write_text(STORY)
    (tmp_path / "right.txt").write_text(GOOD)
    return tmp_path


def test_every_format_is_written_in_one_run(desk):
    words = [word for target in TARGETS.values() for word in ("-o", target)]
    assert cli.main(["check", "wrong.txt", "right.txt", *words]) == 1
    for name in TARGETS:
        assert (desk / f"out.{name}").stat().st_size > 0, name


def test_formats_that_list_what_passed_get_the_articles_without_findings(desk):
    cli.main(["check", "wrong.txt", "right.txt", "-o", "junit=out.xml", "-o", "out.csv"])
    assert "right.txt" in (desk / "out.xml").read_text()
    assert "right.txt" not in (desk / "out.csv").read_text()


@pytest.mark.parametrize("name", ["xlsx", "parquet"])
def test_what_no_screen_can_show_is_not_printed(desk, capsys, name):
    assert cli.main(["check", "wrong.txt", "--format", name]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"figcheck: --format: {name} is not for reading on a screen (expected -o FILE.{name})\n"


@pytest.mark.parametrize(("name", "package"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_package_that_is_missing_is_told_before_the_run(desk, capsys, monkeypatch, name, package):
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda wanted: None if wanted == package else there(wanted))
    assert cli.main(["check", "wrong.txt", "-o", f"out.{name}", "-o", "out.csv"]) == 2
    told = f'figcheck: -o out.{name}: {name} needs the package {package} (pip install "figcheck[{name}]")'
    assert capsys.readouterr().err.splitlines()[0] == told
    assert (desk / "out.csv").exists() and not (desk / f"out.{name}").exists()


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("a.sarif", "sarif"), ("a.sarif.json", "sarif"), ("a.json", "json"), ("A.CSV", "csv"), ("a.md", "markdown"),
        ("a.xml", "junit"), ("a.xlsx", "xlsx"), ("a.parquet", "parquet"), ("gitlab=a.json", "gitlab"),
    ],
)  # fmt: skip
def test_the_ending_tells_the_format(target, found):
    assert outputs.format_and_path(target)[0] == found


def test_a_table_of_figures_or_checks_is_written_where_a_report_is_a_table(desk, capsys):
    words = ["--table", "checks", "-o", "out.csv", "-o", "out.sarif", "-o", "out.jsonl"]
    assert cli.main(["check", "wrong.txt", "right.txt", *words]) == 1
    assert capsys.readouterr().out.startswith("wrong.txt:1:15: ")
    outcomes = [json.loads(line)["outcome"] for line in (desk / "out.jsonl").read_text().splitlines()]
    assert outcomes == ["contradicts", "agrees"]
    assert (desk / "out.csv").read_text().count("parts-make-whole") == 2
    assert json.loads((desk / "out.sarif").read_text())["version"] == "2.1.0"


def test_a_table_asked_for_and_no_file_to_hold_it_is_printed(desk, capsys):
    assert cli.main(["check", "wrong.txt", "--table", "figures"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:3] == ["place", "figure", "kind"] and len(lines) == 4


def test_a_table_that_no_report_of_the_run_can_hold_is_told(desk, capsys):
    assert cli.main(["check", "wrong.txt", "--table", "checks", "--format", "junit", "-o", "out.sarif"]) == 2
    told = "figcheck: --table: no report of this run is a table (expected one of: table, csv, jsonl, parquet)\n"
    assert capsys.readouterr() == ("", told)
    assert cli.main(["check", "wrong.txt", "--table", "checks", "--format", "concise", "-o", "out.xlsx"]) == 1


def test_an_unknown_table_names_the_nearest(desk, capsys):
    assert cli.main(["check", "wrong.txt", "--table", "figure"]) == 2
    assert capsys.readouterr().err == "figcheck: --table: unknown table 'figure' (did you mean 'figures'?)\n"


def test_extract_writes_files_too_and_only_figures(desk, capsys):
    assert cli.main(["extract", "wrong.txt", "-o", "out.csv", "-o", "out.parquet", "-o", "out.sarif"]) == 2
    told = "-o out.sarif: unknown format 'sarif' (expected one of: csv, jsonl, parquet, table)"
    assert told in capsys.readouterr().err
    assert (desk / "out.csv").read_text().count("wrong.txt") == 3
    assert (desk / "out.parquet").read_bytes().startswith(b"PAR1")


def test_a_build_at_github_gets_remarks_and_the_whole_table_on_its_summary_page(desk, capsys, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(desk / "summary.md"))
    (desk / "summary.md").write_text("# Tests\n")
    assert cli.main(["check", "wrong.txt"]) == 1
    assert capsys.readouterr().out.startswith("::error file=wrong.txt,line=1,col=15,")
    page = (desk / "summary.md").read_text()
    assert page.startswith("# Tests\n") and "| wrong.txt:1:15 | error |" in page


def test_a_format_asked_for_comes_before_what_a_build_is_wont_to_get(desk, capsys, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert cli.main(["check", "wrong.txt", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("wrong.txt:1:15: ")


def test_a_writer_that_falls_over_costs_no_other_report(desk, capsys, monkeypatch):
    from figcheck.report import sarif

    def falls_over(*_: object) -> str:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr(sarif, "_described", falls_over)
    assert cli.main(["check", "wrong.txt", "-o", "out.sarif", "-o", "out.csv"]) == 2
    err = capsys.readouterr().err
    assert "figcheck: out.sarif: figcheck failed: ZeroDivisionError" in err and "Traceback" not in err
    assert (desk / "out.csv").exists() and not list(desk.glob("out.sarif*"))


def test_a_folder_that_may_not_be_written_to_is_told_in_one_line(desk, capsys, monkeypatch):
    locked = desk / "locked"
    locked.mkdir()
    locked.chmod(0o500)
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # root may write anywhere, so the refusal is played
        there = open

        def refused(path: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
            if "w" in mode and str(path).startswith(str(locked.resolve())):
                raise PermissionError(13, "Permission denied")
            return there(path, mode, *rest, **more)

        monkeypatch.setattr("builtins.open", refused)
    assert cli.main(["check", "wrong.txt", "-o", "locked/out.xlsx", "-o", "out.csv"]) == 2
    err = capsys.readouterr().err.splitlines()
    assert err[0] == "figcheck: locked/out.xlsx: cannot be written: the folder is read-only"
    assert (desk / "out.csv").exists()


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("json=first.csv", "-o json=first.csv: -o first.csv goes to the same file (expected a name of its own)"),
        ("./first.csv", "-o ./first.csv: -o first.csv goes to the same file (expected a name of its own)"),
        ("full=./wrong.txt", "-o full=./wrong.txt: would overwrite an article that is checked (expected another name)"),
    ],
)
def test_no_report_is_written_over_another_or_over_an_article(desk, capsys, target, told):
    assert cli.main(["check", "wrong.txt", "-o", "first.csv", "-o", target]) == 2
    assert capsys.readouterr().err.splitlines()[0] == f"figcheck: {told}"
    assert "parts-make-whole" in (desk / "first.csv").read_text()
    assert (desk / "wrong.txt").read_text() == STORY


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no such device here")
def test_a_device_is_written_to_and_not_replaced(desk):
    os.mkfifo(desk / "pipe")
    reader = subprocess.Popen(["cat", str(desk / "pipe")], stdout=subprocess.PIPE, text=True)
    assert cli.main(["check", "wrong.txt", "-o", "jsonl=/dev/null", "-o", "csv=pipe"]) == 1
    assert "parts-make-whole" in reader.communicate()[0]
    assert not Path("/dev/null").is_file() and not (desk / "pipe").is_file()


def test_a_link_stays_a_link(desk):
    (desk / "latest.csv").symlink_to(desk / "kept.csv")
    assert cli.main(["check", "wrong.txt", "-o", "latest.csv"]) == 1
    assert (desk / "latest.csv").is_symlink() and "parts-make-whole" in (desk / "kept.csv").read_text()


def test_a_disk_that_fills_up_costs_one_report_and_leaves_no_half(desk, capsys, monkeypatch):
    from figcheck.report.output import File

    there = File.write

    def full(self: File, content: str | bytes) -> None:
        if self.name == "out.xlsx":
            raise OSError(28, "No space left on device")
        there(self, content)

    monkeypatch.setattr(File, "write", full)
    assert cli.main(["check", "wrong.txt", "-o", "out.xlsx", "-o", "out.csv"]) == 2
    assert "figcheck: out.xlsx: cannot be written: No space left on device" in capsys.readouterr().err
    assert (desk / "out.csv").exists() and not list(desk.glob("out.xlsx*"))


def test_a_build_that_sees_only_a_report_does_not_take_an_unread_article_for_clean(desk, capsys):
    (desk / "photo.txt").write_bytes(b"\x89PNG\x00")
    words = ["-o", "out.sarif", "-o", "out.xml", "-o", "github=out.log", "-o", "out.csv"]
    assert cli.main(["check", "photo.txt", "right.txt", *words]) == 2
    told = "photo.txt: is a binary file: a zero byte at byte 5 (expected text)"
    (ran,) = json.loads((desk / "out.sarif").read_text())["runs"][0]["invocations"]
    assert ran["executionSuccessful"] is False
    assert [one["message"]["text"] for one in ran["toolExecutionNotifications"]] == [told]
    assert f'<error message="{told}"' in (desk / "out.xml").read_text()
    assert (desk / "out.log").read_text() == f"::error title=figcheck::{told}\n"
    assert "photo.txt" not in (desk / "out.csv").read_text()


def test_a_report_that_fails_at_its_end_costs_those_before_and_after_it_nothing(desk, capsys, monkeypatch):
    from figcheck.report import workbook

    def falls_over(*_: object, **__: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(workbook, "_sheet", falls_over)
    assert cli.main(["check", "wrong.txt", "-o", "first.xml", "-o", "then.xlsx", "-o", "last.sarif"]) == 2
    err = capsys.readouterr().err.splitlines()
    assert err[0] == "figcheck: then.xlsx: cannot be written: No space left on device"
    assert len(err) == 2 and not list(desk.glob("then*"))
    assert "</testsuites>" in (desk / "first.xml").read_text()
    assert json.loads((desk / "last.sarif").read_text())["version"] == "2.1.0"


def test_a_run_stopped_while_reports_are_finished_leaves_whole_ones(desk, monkeypatch, capsys):
    from figcheck.report import workbook

    def stopped(*_: object, **__: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(workbook, "_sheet", stopped)
    (desk / "old.json").write_text("[]\n")
    words = ["-o", "first.csv", "-o", "then.xlsx", "-o", "old.json"]
    assert cli.main(["check", "wrong.txt", *words]) == 130
    assert capsys.readouterr().err == "figcheck: stopped; reports not yet complete were not written\n"
    assert "parts-make-whole" in (desk / "first.csv").read_text()
    assert (desk / "old.json").read_text() == "[]\n"
    assert sorted(path.name for path in desk.glob("*.*")) == ["first.csv", "old.json", "right.txt", "wrong.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent another way there")
def test_an_interrupted_run_leaves_the_reports_of_the_run_before_it(desk):
    for name in ("old.csv", "old.xlsx", "old.sarif"):
        (desk / name).write_text("old")
    with open(desk / "many.jsonl", "w") as stream:
        for number in range(20_000):
            stream.write(json.dumps({"id": str(number), "text": STORY}) + "\n")
    env = {**os.environ, "PYTHONPATH": str(Path(figcheck.__file__).parents[1])}
    words = ["check", "many.jsonl", "-o", "old.csv", "-o", "old.xlsx", "-o", "old.sarif"]
    process = subprocess.Popen(
        [sys.executable, "-m", "figcheck", *words], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout and process.stdout.readline()
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert err == "figcheck: stopped; reports not yet complete were not written\n"
    assert {(desk / name).read_text() for name in ("old.csv", "old.xlsx", "old.sarif")} == {"old"}
    assert not list(desk.glob("*.part"))


def test_several_processors_write_the_same_bytes(desk):
    with open(desk / "some.jsonl", "w") as stream:
        for number in range(70):
            stream.write(json.dumps({"id": str(number), "text": STORY if number % 3 else GOOD}) + "\n")
    for folder, jobs in (("one", "1"), ("two", "2")):
        (desk / folder).mkdir()
        words = [word for target in TARGETS.values() for word in ("-o", target.replace("=", f"={folder}/"))]
        assert cli.main(["check", "some.jsonl", "--jobs", jobs, *words]) == 1
    for name in TARGETS:
        assert (desk / "one" / f"out.{name}").read_bytes() == (desk / "two" / f"out.{name}").read_bytes(), name


def test_nothing_is_left_out_however_much_is_found(desk):
    """Frameworks for data checks show the first ten; an editor needs the eleventh as well."""
    number = 300
    with open(desk / "many.jsonl", "w") as stream:
        for at in range(number):
            stream.write(json.dumps({"id": f"story{at}x", "text": STORY}) + "\n")
    words = [word for name, target in TARGETS.items() if name not in ("xlsx", "parquet") for word in ("-o", target)]
    assert cli.main(["check", "many.jsonl", *words]) == 1
    for name in TARGETS:
        if name not in ("xlsx", "parquet"):
            text = (desk / f"out.{name}").read_text()
            assert [at for at in range(number) if f"story{at}x" not in text] == [], name


def test_no_format_judges_again(desk, monkeypatch):
    """Whatever the number of reports, an article is judged once."""
    calls = []

    def counted(*given: Any, honest: Any = pipeline.check) -> Any:
        calls.append(given)
        return honest(*given)

    monkeypatch.setattr(pipeline, "check", counted)
    words = [word for target in TARGETS.values() for word in ("-o", target)]
    cli.main(["check", "wrong.txt", *words])
    assert len(calls) == 1
