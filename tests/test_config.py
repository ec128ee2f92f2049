"""A newsroom settles its options once: one file is in force, each mistake in it is told with its line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import figcheck
from figcheck import cli, compiled, config, rules
from figcheck.commands import house

WRONG = "The choir has 60 singers, 25 of whom are tenors. The remaining 45 singers are altos.\n"
GAME = "Ruud won in three sets, 6-3, 4-6, 6-4, 7-5.\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    (tmp_path / "wrong.txt").write_text(WRONG)
    return tmp_path


def _run(capsys, *words: str) -> tuple[int, str, str]:
    code = cli.main(words)
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('fail-on = "never"', 0),
        ('ignore = ["partition"]', 0),
        ('ignore = ["share", "parts-make-whole,part-fits-whole"]', 0),
        ('select = ["share"]', 0),
        ('select = ["partition"]', 1),
        ('[per-file-ignores]\n"*.txt" = ["partition"]', 0),
        ('[per-file-ignores]\n"wrong.txt" = ["parts-make-whole"]', 0),
        ('[per-file-ignores]\n"desk/*" = ["partition"]', 1),
        ('per-file-ignores."*" = ["share"]', 1),
    ],
)
def test_a_config_decides_as_the_options_do(desk, capsys, line, code):
    (desk / "figcheck.toml").write_text(line)
    assert _run(capsys, "check", "wrong.txt")[0] == code
    assert _run(capsys, "check", "wrong.txt", "--isolated")[0] == 1
    (desk / "figcheck.toml").unlink()
    ours = line.replace("[per-file-ignores]", "[tool.figcheck.per-file-ignores]")
    (desk / "pyproject.toml").write_text(f'[project]\nname = "desk"\n\n[tool.figcheck]\n{ours}\n')
    assert _run(capsys, "check", "wrong.txt")[0] == code


def test_the_command_line_replaces_what_a_config_says(desk, capsys):
    (desk / "figcheck.toml").write_text('fail-on = "never"\nselect = ["share"]\n')
    assert _run(capsys, "check", "wrong.txt", "--fail-on", "error")[0] == 0
    assert _run(capsys, "check", "wrong.txt", "--select", "partition")[0] == 0
    assert _run(capsys, "check", "wrong.txt", "--select", "partition", "--fail-on", "error")[0] == 1


def test_the_nearest_config_is_in_force_alone(desk, capsys, monkeypatch):
    (desk / "figcheck.toml").write_text('fail-on = "never"\n')
    (desk / "city").mkdir()
    monkeypatch.chdir(desk / "city")
    assert _run(capsys, "check", "../wrong.txt")[0] == 0
    (desk / "city" / "figcheck.toml").write_text('show = "note"\n')
    assert _run(capsys, "check", "../wrong.txt")[0] == 1
    assert _run(capsys, "check", "../wrong.txt", "--config", "../figcheck.toml")[0] == 0


def test_a_pyproject_without_our_table_is_passed_over(desk, capsys, monkeypatch):
    (desk / "figcheck.toml").write_text('fail-on = "never"\n')
    (desk / "city").mkdir()
    (desk / "city" / "pyproject.toml").write_text("[project\nbroken, but no business of ours")
    monkeypatch.chdir(desk / "city")
    assert _run(capsys, "check", "../wrong.txt")[0] == 0


def test_paths_count_from_the_folder_of_the_config(desk, capsys, monkeypatch):
    (desk / "city").mkdir()
    (desk / "reports").mkdir()
    reports = '["reports/check.csv", "jsonl=reports/check.log"]'
    (desk / "figcheck.toml").write_text(f'output = {reports}\nbaseline = "old.json"\n')
    monkeypatch.chdir(desk / "city")
    assert _run(capsys, "baseline", "../wrong.txt")[1] == "../old.json: 1 finding in 1 article\n"
    assert _run(capsys, "check", "../wrong.txt")[0] == 0
    assert (desk / "reports" / "check.csv").exists()
    assert json.loads((desk / "reports" / "check.log").read_text())["status"] == "baseline"


def test_rules_a_day_and_a_format_come_from_a_config(desk, capsys):
    (desk / "figcheck.toml").write_text('date = 2024-03-14\nformat = "jsonl"\njobs = 2\nshow = "error"\n')
    (desk / "pair.txt").write_text("The ferry cost £10 million ($30 million).\n")
    rows = [json.loads(line) for line in _run(capsys, "check", "wrong.txt", "pair.txt")[1].splitlines()]
    assert [row["document"] for row in rows] == ["wrong.txt", "pair.txt"] and "at 1.267 to 1.284" in rows[1]["working"]
    (desk / "figcheck.toml").write_text(f"rules = ['{rules.folder().parent}/tests/newsroom']\n")
    own = "titles-make-group"
    assert own in _run(capsys, "rule")[1] and own not in _run(capsys, "rule", "--isolated")[1]


# ---- mistakes ----

@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('show = "note"\nfail_on = "error"\n', "figcheck.toml:2: unknown key 'fail_on' (did you mean 'fail-on'?)"),
        ("colour = 3\n", "figcheck.toml:1: unknown key 'colour' (expected one of: baseline, date, dialect, "),
        ("\nfail-on = 3\n", "figcheck.toml:2: fail-on is a whole number: 3 (expected a level such as \"error\")"),
        ('jobs = "many"\n', "figcheck.toml:1: jobs is a string: 'many' (expected a whole number above zero)"),
        ("jobs = 0\n", "figcheck.toml:1: jobs is a whole number: 0"),
        ("jobs = true\n", "figcheck.toml:1: jobs is true or false"),
        ('select = "share"\n', "figcheck.toml:1: select is a string: 'share' (expected a list of rules)"),
        ("select = [1]\n", "figcheck.toml:1: select is a list (expected a list of rules)"),
        ("\n[rules]\na = 1\n", "figcheck.toml:2: rules is a table (expected a list of folders)"),
        ("date = 10:30:00\n", "figcheck.toml:1: date is a date or a time (expected a day such as 2024-03-14)"),
        ("per-file-ignores = []\n", "figcheck.toml:1: per-file-ignores is a list"),
        ("[per-file-ignores]\n'*' = 'share'\n", "figcheck.toml:1: per-file-ignores is a table (expected a"),
        ('fail-on = "eror"\n', "figcheck.toml:1: unknown level 'eror' (did you mean 'error'?)"),
        ('\n\nshow = "all"\n', "figcheck.toml:3: unknown level 'all'"),
        ('format = "concse"\n', "figcheck.toml:1: unknown format 'concse' (did you mean 'concise'?)"),
        ('ignore = ["partitions"]\n', "figcheck.toml:1: unknown rule 'partitions' (did you mean 'partition'?)"),
        ('date = "2024-02-30"\n', "figcheck.toml:1: '2024-02-30' is not a date (expected YYYY-MM-DD)"),
        ('baseline = "old.json"\n', "old.json: no such baseline"),
        ('sport = "chess"\n', "figcheck.toml:1: unknown game 'chess'"),
        ('sport = "footbal"\n', "figcheck.toml:1: unknown game 'footbal' (did you mean 'football'?)"),
        ("[per-file-ignores]\n'*' = ['shares']\n", "figcheck.toml:1: unknown rule 'shares' (did you mean 'share'?)"),
        ("show = \n", "figcheck.toml:1: not TOML: "),
        ('show = "note"\nselect = [\n', "figcheck.toml:"),
        (b"show = '\xe9'\n", "figcheck.toml: broken UTF-8"),
    ],
)
def test_a_mistake_in_a_config_is_one_line_that_names_the_line(desk, capsys, content, told):
    (desk / "figcheck.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
    code, out, err = _run(capsys, "check", "wrong.txt")
    assert (code, out) == (2, "")
    assert err.startswith(f"figcheck: {told}") and err.count("\n") == 1
    assert _run(capsys, "check", "wrong.txt", "--isolated")[0] == 1


def test_a_report_that_a_config_asks_for_in_vain_is_told_with_its_line_and_the_others_are_written(desk, capsys):
    (desk / "figcheck.toml").write_text('show = "note"\noutput = ["check.xyz", "good.csv"]\n')
    code, out, err = _run(capsys, "check", "wrong.txt")
    assert code == 2 and out.startswith("wrong.txt:1:15") and (desk / "good.csv").exists()
    assert err.startswith("figcheck: figcheck.toml:2: check.xyz: the ending '.xyz' names no format")


def test_a_mistake_in_pyproject_names_the_line_of_our_table(desk, capsys):
    text = '[project]\nname = "desk"\nselect = 3\n\n[tool.figcheck]\nshow = "note"\nselect = "share"\n'
    (desk / "pyproject.toml").write_text(text)
    assert _run(capsys, "check", "wrong.txt")[2].startswith("figcheck: pyproject.toml:7: select is a string: 'share'")
    (desk / "pyproject.toml").write_text("[[tool.figcheck]]\n")
    assert _run(capsys, "check", "wrong.txt")[2].startswith("figcheck: pyproject.toml: [tool.figcheck] is no table")


def test_two_configs_in_one_folder_are_one_too_many(desk, capsys):
    (desk / "figcheck.toml").write_text("")
    (desk / "pyproject.toml").write_text("[tool.figcheck]\n")
    err = _run(capsys, "check", "wrong.txt")[2]
    assert err == "figcheck: pyproject.toml: [tool.figcheck] stands beside figcheck.toml (keep one of them)\n"


def test_a_config_that_is_named_must_be_there(desk, capsys):
    assert _run(capsys, "check", "wrong.txt", "--config", "gone.toml")[2] == "figcheck: gone.toml: no such config\n"
    (desk / "figcheck.toml").write_text("")
    assert _run(capsys, "check", "wrong.txt", "--config", "figcheck.toml", "--isolated")[0] == 2


# ---- what is in force ----

def test_what_is_in_force_is_told_with_its_place_and_is_a_config_itself(desk, capsys):
    (desk / "figcheck.toml").write_text('jobs = 3\n\n[per-file-ignores]\n"a b/*" = ["share"]\n')
    code, out, _ = _run(capsys, "config", "--fail-on", "note", "--ignore", "share")
    assert code == 0
    told = {line.split(" = ")[0].removeprefix("# "): line.split("  # ")[-1] for line in out.splitlines()[1:]}
    assert out.startswith("# figcheck.toml\n") and set(told) == set(config.KEYS)
    assert (told["jobs"], told["per-file-ignores"]) == ("figcheck.toml:1", "figcheck.toml:3")
    assert (told["fail-on"], told["ignore"], told["show"]) == ("--fail-on", "--ignore", "default")
    (desk / "figcheck.toml").write_text(out)
    again = _run(capsys, "config")[1]
    assert [re.sub(" +# .*", "", line) for line in again.splitlines()] == [
        re.sub(" +# .*", "", line) for line in out.splitlines()
    ]


def test_every_key_is_in_force_somewhere():
    assert {name.replace("_", "-") for name in house.DEFAULTS} == set(config.KEYS)


def test_python_reads_no_config(desk):
    (desk / "figcheck.toml").write_text('ignore = ["partition"]\n')
    assert not figcheck.check("wrong.txt").ok


def test_a_run_without_a_config_does_not_load_what_reads_one(desk):
    from tests.test_startup import _loaded

    assert not {"subprocess", "fnmatch", "csv"} & (_loaded("check", "wrong.txt") - _loaded("extract", "wrong.txt"))


# ---- sport ----

def _games() -> dict[str, list[str]]:
    games: dict[str, list[str]] = compiled.parse(Path(config.__file__).with_name("families.toml"))["sport"]
    return games


def test_the_relations_of_every_game_exist():
    assert {name for names in _games().values() for name in names} <= {kind.id for kind in rules.load().kinds}


def test_every_relation_of_sport_belongs_to_a_game():
    subjects = compiled.parse(Path(__file__).with_name("subjects.toml"))["subject"]
    [sport] = [subject for subject in subjects if subject["title"] == "Sport"]
    games = {name for names in _games().values() for name in names}
    assert set(sport["relations"]) - games == {"runner-up"}  # firms are second to one another as well


@pytest.mark.parametrize(("sport", "code"), [("tennis", 1), ("golf", 0), ("off", 0)])
def test_a_newsroom_that_covers_one_sport_leaves_out_the_others(desk, capsys, sport, code):
    (desk / "match.txt").write_text(GAME)
    assert _run(capsys, "check", "match.txt", "--fail-on", "note")[0] == 1
    (desk / "figcheck.toml").write_text(f'sport = "{sport}"\n')
    assert _run(capsys, "check", "match.txt", "--fail-on", "note")[0] == code
    assert _run(capsys, "check", "wrong.txt")[0] == 1
