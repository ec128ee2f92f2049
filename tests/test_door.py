"""The Python door: `figcheck.check` and its report."""

from __future__ import annotations

from datetime import date

import pytest

import figcheck

WRONG = "The union has 50,000 members, 40,000 of whom work at sea. The remaining 30,000 members work ashore."
RIGHT = WRONG.replace("30,000", "10,000")


def test_a_contradiction_is_not_ok():
    assert figcheck.check(RIGHT).ok
    assert not figcheck.check(WRONG).ok


def test_a_path_is_read_and_a_text_is_taken_as_it_is(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(WRONG)
    for given in (path, str(path)):
        assert figcheck.check(given).findings[0].rule == "parts-make-whole"
    assert figcheck.check(path, date="2023-01-20").judged.document.published == date(2023, 1, 20)


@pytest.mark.parametrize("given", ["", "  \n", "{tmp}/gone.txt"])
def test_what_cannot_be_checked_is_a_problem(tmp_path, given):
    from pathlib import Path

    with pytest.raises(figcheck.Problem):
        figcheck.check(Path(given.format(tmp=tmp_path)) if "{" in given else given)


def test_an_unknown_rule_names_the_nearest():
    with pytest.raises(figcheck.Problem, match="did you mean 'parts-make-whole'"):
        figcheck.check(WRONG, select=["parts-make-hole"])


def test_a_report_reads_well_in_a_shell():
    told = repr(figcheck.check(WRONG, title="Union counts"))
    assert told.startswith("<figcheck.Report 'text': 1 article, 3 figures, 1 relation judged: 0 agreeing")
    assert "error parts-make-whole: " in told


def test_a_report_makes_the_page_of_the_command_line(tmp_path):
    from figcheck.cli import main

    (tmp_path / "story.txt").write_text(WRONG)
    main(["check", str(tmp_path / "story.txt"), "-o", str(tmp_path / "story.html")])
    page = figcheck.check(tmp_path / "story.txt").to_html()
    assert page == (tmp_path / "story.html").read_text(encoding="utf-8")


def test_a_report_renders_in_a_notebook():
    assert '<mark class="contradicted"' in figcheck.check(WRONG)._repr_html_()


def test_the_frames_hold_findings_figures_and_checks():
    report = figcheck.check(WRONG)
    assert list(report.to_frame()["rule"]) == ["parts-make-whole"]
    assert list(report.figures_frame()["text"]) == ["50,000", "40,000", "30,000"]
    assert "contradicts" in list(report.checks_frame()["outcome"])
    assert len(figcheck.check(RIGHT).to_frame()) == 0


def test_the_csv_is_the_one_the_command_line_prints(tmp_path, monkeypatch, capsys):
    from figcheck import cli

    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(WRONG)
    cli.main(["story.txt", "--format", "csv"])
    assert figcheck.check("story.txt").to_csv() == capsys.readouterr().out


def test_to_sarif_is_what_the_command_line_writes(tmp_path, monkeypatch, capsys):
    from figcheck import cli

    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(WRONG)
    cli.main(["check", "story.txt", "--format", "sarif"])
    assert figcheck.check("story.txt").to_sarif() == capsys.readouterr().out
