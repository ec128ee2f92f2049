"""The command line: verbs, options, exit codes, and the line a run ends with."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

import figcheck
from figcheck import cli

WRONG = "The union has 50,000 members, 40,000 of whom work at sea. The remaining 30,000 members work ashore.\n"
RIGHT = "The union has 50,000 members, 40,000 of whom work at sea. The remaining 10,000 members work ashore.\n"
SUMMARY = re.compile(r"\d+ articles?, \d+ figures?, \d+ relations? judged: .* not judged.*")


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    (tmp_path / "wrong.txt").write_text(WRONG)
    (tmp_path / "right.txt").write_text(RIGHT)
    return tmp_path


def _run(capsys, *words: str) -> tuple[int, str, str]:
    code = cli.main(words)
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_consistent_article_is_silent_and_exits_0(desk, capsys):
    code, out, err = _run(capsys, "check", "right.txt")
    assert (code, out) == (0, "")
    assert "1 relation judged: 1 agreeing, 0 contradicted; 0 not judged" in err


def test_a_contradiction_exits_1(desk, capsys):
    code, out, _ = _run(capsys, "check", "wrong.txt")
    assert code == 1
    assert out.startswith("wrong.txt:1:15: error parts-make-whole ")


def test_the_verb_may_be_left_out(desk, capsys):
    assert _run(capsys, "wrong.txt") == _run(capsys, "check", "wrong.txt")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "note"], 1),
        (["--ignore", "partition"], 0),
        (["--ignore", "parts-make-whole,part-fits-whole"], 0),
        (["--select", "share"], 0),
        (["--select", "parts-make-whole"], 1),
    ],
)
def test_the_gate_and_the_selection_decide_the_exit(desk, capsys, words, code):
    assert _run(capsys, "check", "wrong.txt", *words)[0] == code


def test_a_run_always_ends_with_one_line_on_standard_error(desk, capsys):
    for words in (["right.txt"], ["wrong.txt", "--format", "json"], ["gone.txt"], ["right.txt", "gone.txt"]):
        last = _run(capsys, *words)[2].splitlines()[-1]
        assert SUMMARY.fullmatch(last), last


def test_every_format_is_written_to_standard_output(desk, capsys):
    assert json.loads(_run(capsys, "wrong.txt", "--format", "json")[1])[0]["document"] == "wrong.txt"
    assert json.loads(_run(capsys, "wrong.txt", "--format", "jsonl")[1])["severity"] == "error"
    assert "^^^^^^ whole" in _run(capsys, "wrong.txt", "--format", "full")[1]
    assert "what is wrong" in _run(capsys, "wrong.txt", "--format", "table")[1]
    header, row = csv.reader(io.StringIO(_run(capsys, "wrong.txt", "--format", "csv")[1]))
    assert (header[0], row[0]) == ("\ufefffile", "wrong.txt")


def test_no_colour_reaches_a_program(desk, capsys):
    assert "\x1b" not in _run(capsys, "wrong.txt", "--format", "full")[1]


def test_several_reports_are_written_in_one_run(desk, capsys):
    code, out, _ = _run(capsys, "wrong.txt", "-o", "a.csv", "--output", "jsonl=b.log", "-o", "c.json", "right.txt")
    assert code == 1 and out.startswith("wrong.txt:1:15: ")
    assert (desk / "a.csv").read_bytes().startswith(b"\xef\xbb\xbffile,headline,")
    assert json.loads((desk / "b.log").read_text())["rule"] == "parts-make-whole"
    assert len(json.loads((desk / "c.json").read_text())) == 1
    assert sorted(path.name for path in desk.iterdir()) == ["a.csv", "b.log", "c.json", "right.txt", "wrong.txt"]


def test_articles_of_json_lines_carry_their_own_names(desk, capsys):
    rows = [{"id": "a", "text": RIGHT}, {"id": "b", "title": "Union counts", "text": WRONG, "date": None}]
    (desk / "desk.jsonl").write_text("\n".join(map(json.dumps, rows)))
    found = json.loads(_run(capsys, "check", "desk.jsonl", "--format", "jsonl")[1])
    assert found["document"] == "b"
    assert [WRONG[figure["start"] : figure["end"]] for figure in found["figures"]] == ["50,000", "40,000", "30,000"]


def test_standard_input_is_read(desk, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    code, out, _ = _run(capsys, "check", "-", "--stdin-filename", "wire.txt")
    assert code == 1 and out.startswith("wire.txt:1:15: ")


def test_windows_line_ends_move_no_figure(desk, capsys):
    text = "Union counts\r\n\r\n" + WRONG.replace(". The", ".\r\nThe")
    (desk / "dos.txt").write_bytes(text.encode())
    found = json.loads(_run(capsys, "dos.txt", "--format", "jsonl")[1])
    assert [text[figure["start"] : figure["end"]] for figure in found["figures"]] == ["50,000", "40,000", "30,000"]


def test_a_folder_is_reported_in_the_order_of_names(desk, capsys):
    (desk / "also.txt").write_text(WRONG)
    out = _run(capsys, "check", ".", "--format", "concise")[1]
    assert [line.partition(":")[0] for line in out.splitlines()] == ["./also.txt", "./wrong.txt"]


def test_several_processes_say_the_same_as_one(desk, capsys):
    rows = [{"id": str(n), "text": WRONG if n % 3 else RIGHT} for n in range(100)]
    (desk / "desk.jsonl").write_text("\n".join(map(json.dumps, [*rows, {"id": "x"}])))
    words = ("check", "desk.jsonl", "--format", "jsonl")
    assert _run(capsys, *words, "--jobs", "2") == _run(capsys, *words)


def test_statistics_name_each_rule_that_judged(desk, capsys):
    assert re.search(r"parts-make-whole +1 judged +1 found", _run(capsys, "wrong.txt", "--statistics")[2])


def test_statistics_tell_what_each_rule_and_each_relation_cost_and_the_rows_add_up(desk, capsys):
    told = _run(capsys, "wrong.txt", "right.txt", "--statistics")[2]
    rules = re.findall(r"^(\S.*?) +(\d+) judged +(\d+) found +([\d.,]+) ms judging$", told, re.MULTILINE)
    kinds = re.findall(r"^(\S.*?) +([\d.,]+) ms matching$", told, re.MULTILINE)
    assert (rules[-1][0], kinds[-1][0]) == ("all rules", "all relations")
    assert "parts-make-whole" in {row[0] for row in rules}
    assert "partition" in dict(kinds)
    assert all(sum(int(row[column]) for row in rules[:-1]) == int(rules[-1][column]) > 0 for column in (1, 2))
    assert len({line.index(" ms ") for line in told.splitlines() if line.endswith(" judging")}) == 1


def test_several_processes_tell_no_time(desk, capsys):
    assert " ms " not in _run(capsys, "wrong.txt", "--statistics", "--jobs", "2")[2]


def test_statistics_tell_where_the_time_went_and_reports_never_do(desk, capsys):
    _, out, err = _run(capsys, "wrong.txt", "--statistics", "--format", "json")
    assert re.search(r"^time: .*\bscan \d+%", err, re.MULTILINE)
    assert "time:" not in out


def test_extract_lists_figures_in_each_format(desk, capsys):
    code, out, _ = _run(capsys, "extract", "right.txt", "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(row["text"], row["value"], row["unit"], row["hedge"]) for row in rows] == [
        ("50,000", 50000, "", None), ("40,000", 40000, "", None), ("10,000", 10000, "", None),
    ]  # fmt: skip
    assert {"document", "start", "end", "low", "high", "counted", "per", "kind", "section", "sentence"} <= set(rows[0])
    assert "50,000" in _run(capsys, "extract", "right.txt")[1]
    assert _run(capsys, "extract", "right.txt", "--format", "csv")[1].count("\n") == 4


def test_rules_are_listed_and_shown(capsys):
    code, out, _ = _run(capsys, "rule")
    assert code == 0 and "parts-make-whole" in out
    assert "law" in _run(capsys, "rule", "parts-make-whole")[1]


def test_a_sentence_is_explained_in_quotes_or_by_its_line(desk, capsys):
    assert "40,000" in _run(capsys, "explain", WRONG)[1]
    assert _run(capsys, "explain", "wrong.txt:1")[1] == _run(capsys, "explain", WRONG.strip())[1]


def test_version_and_help_exit_0(capsys):
    assert _run(capsys, "--version")[:2] == (0, f"figcheck {figcheck.__version__}\n")
    code, out, _ = _run(capsys, "--help")
    assert code == 0 and all(verb in out for verb in cli.VERBS)


@pytest.mark.parametrize("verb", cli.VERBS)
def test_every_verb_has_help(capsys, verb):
    with pytest.raises(SystemExit) as done:
        cli.main([verb, "--help"])
    assert done.value.code == 0
    assert f"figcheck {verb}" in capsys.readouterr().out
