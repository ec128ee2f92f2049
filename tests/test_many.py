"""Many articles from Python: reports one at a time, and the findings of a frame."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pandas
import pytest

import figcheck
from figcheck.model import Document

WRONG = "The union has 50,000 members, 40,000 of whom work at sea. The remaining 30,000 members work ashore."
RIGHT = WRONG.replace("30,000", "10,000")
POUNDS = "The ferry cost £83 million ($100 million)."


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("desk").mkdir()
    for number in range(5):
        Path(f"desk/{number}.txt").write_text(WRONG if number % 2 else RIGHT)
    Path("wire.jsonl").write_text('{"id": "w1", "text": "Of the 50 members, 40 agreed."}\n')
    return tmp_path


def _ids(reports):
    return [report.judged.document.id for report in reports]


@pytest.mark.parametrize("jobs", [1, 2])
def test_reports_come_in_the_order_of_the_articles_on_any_number_of_processors(desk, jobs):
    given = ["wire.jsonl", Path("desk"), {"id": "own", "text": WRONG}, Document("made", RIGHT, ())]
    reports = list(figcheck.check_many(given, jobs=jobs))
    assert _ids(reports) == ["w1", *(f"desk/{number}.txt" for number in range(5)), "own", "made"]
    assert [report.ok for report in reports] == [True, True, False, True, False, True, False, True]


def test_one_path_need_not_be_put_into_a_list(desk):
    for given in ("desk", Path("desk"), ["desk"], sorted(Path("desk").iterdir())):
        assert _ids(figcheck.check_many(given)) == [f"desk/{number}.txt" for number in range(5)]


def test_the_next_article_is_read_when_its_report_is_asked_for():
    asked = []

    def articles():
        for number in range(3):
            asked.append(number)
            yield {"id": str(number), "text": WRONG}

    reports = figcheck.check_many(articles())
    assert asked == []
    next(reports)
    assert asked == [0]


def test_an_article_that_cannot_be_read_costs_the_others_nothing(desk):
    given = ["gone.txt", "desk/0.txt", {"id": "x"}, 7, {"text": WRONG, "date": "soon"}, "desk/1.txt"]
    problems: list[figcheck.Problem] = []
    assert _ids(figcheck.check_many(given, problems=problems)) == ["desk/0.txt", "desk/1.txt"]
    assert [str(problem) for problem in problems] == [
        "gone.txt: no such file or folder",
        "article 3: lacks 'text' (has 'id', 'date')",
        "article 4: is of type int (expected a path or an object)",
        "article 5: 'soon' is not a date (expected YYYY-MM-DD)",
    ]


def test_without_a_list_for_problems_they_are_raised_after_the_last_report(desk):
    seen = []
    with pytest.raises(figcheck.Problem, match=r"^gone.txt: no such file or folder; 1 more could not be checked$"):
        for report in figcheck.check_many(["gone.txt", "desk/0.txt", "also-gone.txt", "desk/1.txt"]):
            seen.append(report)
    assert _ids(seen) == ["desk/0.txt", "desk/1.txt"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"select": ["parts-make-hole"]}, "did you mean 'parts-make-whole'"),
        ({"jobs": 0}, "jobs: 0 is not a number of processors"),
        ({"dialect": "au"}, "unknown dialect 'au'"),
        ({"rates": "gone.csv"}, "gone.csv"),
        ({"date": "soon"}, "date: 'soon' is not a date"),
    ],
)
def test_a_wrong_argument_is_told_before_anything_is_read(desk, options, told):
    with pytest.raises(figcheck.Problem, match=told):
        figcheck.check_many(["desk"], **options)


def test_many_articles_are_judged_as_one_is():
    options = {"date": date(2022, 12, 23), "home_currency": "AUD"}
    (report,) = figcheck.check_many({"id": "text", "text": POUNDS} for _ in range(1))
    assert report.to_csv() == figcheck.check(POUNDS).to_csv()
    (report,) = figcheck.check_many({"id": "text", "text": POUNDS}, **options)
    assert report.to_csv() == figcheck.check(POUNDS, **options).to_csv()
    assert not report.ok


def test_a_terminal_shows_how_far_it_is_and_nobody_else(monkeypatch, capsys):
    articles = [{"id": str(number), "text": RIGHT} for number in range(3)]
    list(figcheck.check_many(articles))
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    list(figcheck.check_many(articles))
    assert "3/3" in capsys.readouterr().err
    list(figcheck.check_many(articles, progress=False))
    assert capsys.readouterr().err == ""


def _frame(**columns):
    base = {"id": ["a", "b", "c"], "body": [RIGHT, WRONG, WRONG], "published": [None, "2024-03-14", None]}
    return pandas.DataFrame({**base, **columns})


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_frame_of_articles_gives_a_frame_of_findings(jobs):
    found = figcheck.check_frame(_frame(), jobs=jobs)
    assert list(found["file"]) == ["b", "c"] and set(found["rule"]) == {"parts-make-whole"}
    one = figcheck.check(WRONG).to_frame()
    assert list(found.columns) == list(one.columns) and list(found.dtypes) == list(one.dtypes)
    assert list(found["expected"]) == 2 * list(one["expected"])


def test_findings_carry_the_index_of_their_article():
    frame = _frame().set_index(pandas.Index([30, 10, 20], name="row"))
    found = figcheck.check_frame(frame)
    assert list(found.index) == [10, 20] and found.index.name == "row"
    assert list(frame.loc[found.index]["id"]) == list(found["file"])
    two = frame.set_index(["id", "published"], drop=False)
    assert figcheck.check_frame(two).index.nlevels == 2
    assert len(figcheck.check_frame(frame[frame["id"] == "a"])) == 0


def test_a_row_that_cannot_be_checked_is_a_row_of_the_result():
    bodies = [WRONG, None, float("nan"), 3.5, WRONG]
    frame = pandas.DataFrame({"id": ["a", None, "c", 4, "e"], "body": bodies, "published": [*[None] * 4, "soon"]})
    found = figcheck.check_frame(frame)
    assert list(found["rule"]) == ["parts-make-whole", *["article-can-be-read"] * 4]
    assert list(found["file"]) == ["a", "row 1", "c", "4", "e"]
    assert list(found["what_is_wrong"])[1:] == [
        "has no text (expected an article)",
        "has no text (expected an article)",
        "its text is of type float (expected a string)",
        "'soon' is not a date (expected YYYY-MM-DD)",
    ]


@pytest.mark.parametrize(
    "published",
    ["2022-12-23", "2022-12-23T08:00Z", date(2022, 12, 23), datetime(2022, 12, 23, 8), pandas.Timestamp("2022-12-23")],
)
def test_a_day_may_be_written_as_frames_have_it(published):
    wrong = "The ferry cost £83 million ($120 million)."
    frame = pandas.DataFrame({"id": [1, 2], "body": [wrong, wrong], "published": [published, None]})
    found = figcheck.check_frame(frame)
    assert "2022-12" in str(found["rate_date"].iloc[0])
    same = frame.assign(published=pandas.to_datetime(frame["published"], utc=True))
    pandas.testing.assert_frame_equal(figcheck.check_frame(same), found)


def test_columns_have_the_names_that_one_says():
    frame = pandas.DataFrame({"head": ["Union counts 40,000 at sea"], "story": [WRONG]})
    found = figcheck.check_frame(frame, text="story", id=None, date=None, title="head")
    assert list(found["file"]) == ["row 0"] and list(found["headline"]) == ["Union counts 40,000 at sea"]


@pytest.mark.parametrize(
    ("frame", "told"),
    [
        (_frame().rename(columns={"body": "boddy"}), "check_frame: no column 'body' (did you mean 'boddy'?)"),
        (_frame().drop(columns="published"), "check_frame: no column 'published' (expected one of: body, id)"),
        (pandas.concat([_frame(), _frame()], axis=1), "check_frame: more than one column 'body'"),
        ([WRONG], "check_frame: was given list (expected a pandas DataFrame)"),
    ],
)
def test_a_frame_that_is_none_or_lacks_a_column_is_a_problem(frame, told):
    with pytest.raises(figcheck.Problem) as caught:
        figcheck.check_frame(frame)
    assert str(caught.value) == told


SCRIPT = """import figcheck
report: figcheck.Report = figcheck.check("Up 5%.")
finding: int = report.findings[0].rule
ok: bool = [one.ok for one in figcheck.check_many(["a.txt"], jobs=2)]
figcheck.chek("Up 5%.")
"""


def test_the_types_of_figcheck_are_seen_by_those_who_use_it(tmp_path):
    pytest.importorskip("mypy", reason="types are looked at where mypy is installed")
    (tmp_path / "script.py").write_text(SCRIPT)
    words = [sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir", str(tmp_path / "cache"), "script.py"]
    environment = {**os.environ, "MYPYPATH": str(Path(figcheck.__file__).parents[1])}
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert Path(figcheck.__file__).with_name("py.typed").exists()
    told = [line for line in done.stdout.splitlines() if line.startswith("script.py:")]
    assert [line.split(":")[1] for line in told] == ["3", "4", "5"], done.stdout
    assert 'expression has type "str", variable has type "int"' in told[0] and '"list[bool]"' in told[1]
