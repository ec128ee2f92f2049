"""The overview of a run: what fires where, and a page for every article, all of it or none."""

from __future__ import annotations

import re

import pytest

from figcheck import report as formats
from figcheck.model import Report
from figcheck.problem import Problem
from figcheck.record import replace
from figcheck.report import overview, overview_pages
from figcheck.report.shape import written
from tests.report import made


def _named(name: str, judged: Report, source: str = "") -> Report:
    return replace(judged, document=replace(judged.document, id=name, source=source or name))


def _rows(page: str) -> list[str]:
    """The articles of the table, in their order."""
    body = page[page.index("sortable") :]
    return re.findall(r"<small>([^<]*)</small>", body)


def _cells(page: str, heading: str) -> dict[str, list[str]]:
    """The rows of the table under a heading."""
    table = re.search(rf">{heading}</h2>.*?<tbody>(.*?)</tbody>", page, re.S)
    assert table
    rows = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', table[1], re.S)
    return {re.sub(r"<.*", "", name, flags=re.S): re.findall(r"<td[^>]*>([^<]*)<", cells) for name, cells in rows}


SPORT = _named("desks/sport/a.txt", made.report(title="Cup final"))
MONEY = _named("desks/money/b.txt", made.report(title="Bank rate", rule="shares-make-hundred", severity="warning"))
QUIET = _named("desks/money/c.txt", made.silent())


def _overview(*reports: Report) -> str:
    return str(written(formats.findings_shape("overview"), reports))


def test_rules_are_counted_and_so_is_how_often_they_were_asked():
    page = _overview(SPORT, SPORT, MONEY, QUIET)
    assert _cells(page, "Which rules fire") == {"parts-make-whole": ["2", "4"], "shares-make-hundred": ["1", "0"]}


def test_a_desk_is_the_folder_and_what_all_folders_share_is_left_out():
    assert _cells(_overview(SPORT, MONEY, QUIET), "On which desk") == {"money": ["1", "2"], "sport": ["1", "1"]}


def test_articles_of_one_file_are_the_desk_of_that_file():
    assert overview.desk(_named("17", made.report(), "archive/autumn.jsonl").document) == "autumn.jsonl"
    assert overview.desk(_named("a\\b\\c.txt", made.report()).document) == "a/b"


def test_one_desk_is_no_comparison():
    assert "On which desk" not in _overview(SPORT) and ">Desk<" not in _overview(SPORT)
    assert ">Desk<" in _overview(SPORT, MONEY)


def test_a_section_is_where_the_first_figure_stands():
    headline = made.report(title="Firm has 60,000 hands", surfaces={"whole": "60,000", "rest": "15,000"})
    assert _cells(_overview(headline, SPORT, MONEY), "In which part of the article") == {
        "body": ["2"],
        "headline": ["1"],
    }


def test_articles_with_most_findings_come_first():
    two = replace(SPORT, findings=SPORT.findings * 2)
    page = _overview(MONEY, _named("desks/sport/two.txt", two))
    assert _rows(page) == ["desks/sport/two.txt", "desks/money/b.txt"]


def test_the_longest_bar_is_whole_and_the_others_are_parts_of_it():
    bars = re.findall(r'<rect class="(\w+)" x="([\d.]+%)" width="([\d.]+%)"', _overview(SPORT, SPORT, SPORT, MONEY))
    assert ("error", "0.0%", "100.0%") in bars and ("warning", "0.0%", "33.3%") in bars


def test_only_severities_that_occur_are_explained():
    assert "/></svg> warning<" in re.sub(r"\s*</li>", "<", _overview(SPORT, MONEY))
    assert "/></svg> warning<" not in re.sub(r"\s*</li>", "<", _overview(SPORT))


def test_a_run_that_found_nothing_has_an_overview_too():
    assert "0 findings in 0 of 1 article" in _overview(QUIET)


def test_names_and_headlines_are_escaped():
    hostile = _named('<img src=x onerror=alert(1)>/"q"/a.txt', made.report(title="</title><script>alert(2)</script>"))
    page = _overview(hostile, SPORT)
    assert "<img" not in page and page.count("<script") == 1


def _write(path, *reports: Report) -> None:
    output = overview_pages.output(str(path), ())
    for judged in reports:
        output.add(judged)
    output.finish()
    output.abandon()


def test_every_article_has_a_page_that_leads_back(tmp_path):
    _write(tmp_path / "week 48.html", SPORT, MONEY, QUIET)
    page = (tmp_path / "week 48.html").read_text()
    links = re.findall(r'href="([^#"]*)"', page)
    assert sorted(links) == [f"week%2048-pages/000{number}.html" for number in (1, 2, 3)]
    assert sorted(path.name for path in (tmp_path / "week 48-pages").iterdir()) == [f"000{n}.html" for n in (1, 2, 3)]
    assert 'href="../week%2048.html"' in (tmp_path / "week 48-pages" / "0002.html").read_text()
    assert {path.name for path in tmp_path.iterdir()} == {"week 48.html", "week 48-pages"}


def test_a_name_that_reads_like_a_script_is_a_name(tmp_path):
    _write(tmp_path / "javascript:alert(1).html", SPORT)
    assert 'href="javascript:' not in (tmp_path / "javascript:alert(1).html").read_text()


def test_pages_of_an_earlier_run_leave_and_other_files_stay(tmp_path):
    _write(tmp_path / "overview.html", SPORT, MONEY, QUIET)
    (tmp_path / "overview-pages" / "mine.html").write_text("kept")
    _write(tmp_path / "overview.html", SPORT)
    assert {path.name for path in (tmp_path / "overview-pages").iterdir()} == {"0001.html", "mine.html"}


def test_a_run_that_dies_leaves_the_old_overview_with_its_old_pages(tmp_path):
    _write(tmp_path / "overview.html", SPORT)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.html")}
    output = overview_pages.output(str(tmp_path / "overview.html"), ())
    output.add(MONEY)
    output.abandon()
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.html")} == before
    assert {path.name for path in tmp_path.iterdir()} == {"overview.html", "overview-pages"}


def test_a_folder_that_does_not_exist_is_told_before_the_run(tmp_path):
    with pytest.raises(Problem, match="no such folder"):
        overview_pages.output(str(tmp_path / "nowhere" / "overview.html"), ())


def test_a_file_where_the_pages_would_lie_is_told_in_one_line(tmp_path):
    (tmp_path / "overview-pages").write_text("mine")
    output = overview_pages.output(str(tmp_path / "overview.html"), ())
    output.add(SPORT)
    with pytest.raises(Problem, match="cannot be written"):
        output.finish()
    output.abandon()
    assert {path.name for path in tmp_path.iterdir()} == {"overview-pages"}


def test_late_articles_without_findings_are_counted_and_not_listed(tmp_path, monkeypatch):
    monkeypatch.setattr(overview_pages, "SILENT", 2)
    _write(tmp_path / "overview.html", QUIET, QUIET, QUIET, SPORT)
    page = (tmp_path / "overview.html").read_text()
    assert len(list((tmp_path / "overview-pages").iterdir())) == 3
    assert "1 more article without findings is counted above" in page
