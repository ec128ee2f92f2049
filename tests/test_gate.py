"""The gate: what was there before, what is new since a commit, and what the exit code says of it."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from figcheck import cli

CHOIR = "The choir has 60 singers, 25 of whom are tenors. The remaining 45 singers are altos.\n"
RIGHT = "The choir has 60 singers, 25 of whom are tenors. The remaining 35 singers are altos.\n"
HALL = "The hall has 312 seats, 204 of which are sold. The remaining 158 seats are free.\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    (tmp_path / "choir.txt").write_text(CHOIR)
    return tmp_path


def _run(capsys, *words: str) -> tuple[int, str, str]:
    code = cli.main(words)
    told = capsys.readouterr()
    return code, told.out, told.err


def test_what_a_baseline_holds_is_not_printed_and_exits_0(desk, capsys):
    assert _run(capsys, "baseline", ".", "-o", "old.json") == (0, "old.json: 1 finding in 1 article\n", "")
    code, out, err = _run(capsys, "check", "choir.txt", "--baseline", "old.json", "-o", "all.jsonl")
    assert (code, out) == (0, "") and err.endswith("; 1 in the baseline\n")
    assert json.loads((desk / "all.jsonl").read_text())["status"] == "baseline"


def test_a_paragraph_may_move_and_a_file_be_named_otherwise(desk, capsys):
    _run(capsys, "baseline", "choir.txt", "-o", "old.json")
    (desk / "choir.txt").write_text("Singing\n\nThe concert was on Sunday.\n\n" + CHOIR)
    for name in ("choir.txt", "./choir.txt", str(desk / "choir.txt"), "."):
        assert _run(capsys, "check", name, "--baseline", "old.json")[0] == 0, name


def test_the_second_of_two_equal_findings_needs_an_entry_of_its_own(desk, capsys):
    _run(capsys, "baseline", "choir.txt", "-o", "old.json")
    (desk / "choir.txt").write_text(f"{CHOIR}\nThe concert was on Sunday, in the old town hall.\n\n{CHOIR}")
    code, out, err = _run(capsys, "check", "choir.txt", "--baseline", "old.json")
    assert code == 1 and out.startswith("choir.txt:5:") and out.count("\n") == 1
    assert err.endswith("; 1 in the baseline\n")
    _run(capsys, "baseline", "choir.txt", "-o", "old.json", "--accept-new")
    assert _run(capsys, "check", "choir.txt", "--baseline", "old.json")[0] == 0


def test_the_same_mistake_in_another_article_is_new(desk, capsys):
    _run(capsys, "baseline", "choir.txt", "-o", "old.json")
    (desk / "again.txt").write_text(CHOIR)
    code, out, _ = _run(capsys, "check", ".", "--baseline", "old.json")
    assert code == 1 and out.startswith("./again.txt:") and out.count("\n") == 1


def test_a_baseline_grows_only_when_somebody_says_so(desk, capsys):
    _run(capsys, "baseline", ".", "-o", "old.json")
    before = (desk / "old.json").read_bytes()
    (desk / "hall.txt").write_text(HALL)
    code, out, err = _run(capsys, "baseline", ".", "-o", "old.json")
    assert code == 1 and out.startswith("./hall.txt:1:14: ")
    assert err == "figcheck: 1 finding is not in old.json yet; --accept-new takes them in; nothing was written\n"
    assert (desk / "old.json").read_bytes() == before
    code, out, _ = _run(capsys, "baseline", ".", "-o", "old.json", "--accept-new")
    assert (code, out) == (0, "old.json: 2 findings in 2 articles\n")


def test_what_is_no_longer_found_is_told_and_leaves_the_baseline(desk, capsys):
    _run(capsys, "baseline", ".", "-o", "old.json")
    (desk / "choir.txt").write_text(RIGHT)
    code, _, err = _run(capsys, "check", ".", "--baseline", "old.json")
    assert code == 0
    assert "figcheck: old.json: 1 finding in it no longer found (figcheck baseline writes it anew)" in err
    out = _run(capsys, "baseline", ".", "-o", "old.json")[1]
    assert out == "old.json: 0 findings in 0 articles; 1 no longer found\n"
    assert "no longer" not in _run(capsys, "check", ".", "--baseline", "old.json")[2]


def test_articles_that_were_not_checked_keep_their_entries(desk, capsys):
    (desk / "hall.txt").write_text(HALL)
    _run(capsys, "baseline", ".", "-o", "old.json")
    assert _run(capsys, "baseline", "hall.txt", "-o", "old.json")[1] == "old.json: 2 findings in 2 articles\n"
    assert "no longer" not in _run(capsys, "check", "hall.txt", "--baseline", "old.json")[2]
    assert _run(capsys, "baseline", "hall.txt", "-o", "old.json", "--prune")[1] == "old.json: 1 finding in 1 article\n"


def test_a_baseline_is_one_finding_a_line_in_order(desk, capsys):
    (desk / "hall.txt").write_text(HALL + "\nThe choir, at £5, is free.\n")
    _run(capsys, "baseline", "hall.txt", "choir.txt", "-o", "old.json")
    text = (desk / "old.json").read_text()
    assert [json.loads(line.rstrip(","))["document"] for line in text.splitlines()[1:-1]] == ["choir.txt", "hall.txt"]
    assert json.loads(text)["figcheck-baseline"] == 1
    _run(capsys, "baseline", "choir.txt", "hall.txt", "-o", "other.json")
    assert (desk / "other.json").read_text() == text


def test_articles_of_json_lines_are_known_by_their_id(desk, capsys):
    (desk / "desk.jsonl").write_text(json.dumps({"id": "2024/choir", "text": CHOIR}))
    _run(capsys, "baseline", "desk.jsonl", "-o", "old.json")
    (desk / "late.jsonl").write_text(json.dumps({"id": "2024/choir", "text": "It sang.\n\n" + CHOIR}))
    assert _run(capsys, "check", "late.jsonl", "--baseline", "old.json")[0] == 0


def test_several_processes_see_the_same_baseline(desk, capsys):
    rows = [{"id": str(n), "text": CHOIR if n % 3 else HALL} for n in range(80)]
    (desk / "desk.jsonl").write_text("\n".join(map(json.dumps, rows)))
    _run(capsys, "baseline", "desk.jsonl", "-o", "old.json", "--jobs", "2")
    code, _, err = _run(capsys, "check", "desk.jsonl", "--baseline", "old.json", "--jobs", "2")
    assert code == 0 and err.endswith("; 80 in the baseline\n")


def test_an_article_that_cannot_be_read_costs_a_baseline_its_exit_code_only(desk, capsys):
    code, out, err = _run(capsys, "baseline", "gone.txt", "choir.txt", "-o", "old.json")
    assert (code, out) == (2, "old.json: 1 finding in 1 article\n")
    assert err == "figcheck: gone.txt: no such file or folder\n"


def test_exit_zero_tells_and_lets_through(desk, capsys):
    code, out, _ = _run(capsys, "check", "choir.txt", "--exit-zero")
    assert code == 0 and out.startswith("choir.txt:1:15: error")
    assert _run(capsys, "check", "choir.txt", "gone.txt", "--exit-zero")[0] == 2


# ---- comments in the article ----

def test_a_comment_counts_as_accepted(desk, capsys):
    (desk / "choir.txt").write_text(f"<!-- figcheck: ok partition -- ten sing both parts -->\n{CHOIR}")
    code, out, err = _run(capsys, "check", "choir.txt", "-o", "all.jsonl")
    assert (code, out) == (0, "") and err.endswith("; 1 accepted\n")
    row = json.loads((desk / "all.jsonl").read_text())
    assert (row["status"], row["reason"]) == ("accepted", "ten sing both parts")


def test_a_comment_without_a_reason_exits_2_and_the_finding_is_told(desk, capsys):
    (desk / "choir.txt").write_text(f"<!-- figcheck: ok partition -->\n{CHOIR}")
    code, out, err = _run(capsys, "check", "choir.txt")
    assert code == 2 and out.startswith("choir.txt:2:15: error")
    assert err.startswith("figcheck: choir.txt:1: suppression-has-reason: ok 'partition' gives no reason")


def test_a_comment_that_silences_nothing_is_a_warning(desk, capsys):
    (desk / "choir.txt").write_text(f"<!-- figcheck: ok partition -- ten sing both parts -->\n{RIGHT}")
    code, _, err = _run(capsys, "check", "choir.txt")
    assert code == 0
    assert err.startswith("choir.txt:1: warning suppression-is-used: ok 'partition' silences nothing here")
    assert _run(capsys, "check", "choir.txt", "--fail-on", "warning")[0] == 1
    assert _run(capsys, "check", "choir.txt", "--fail-on", "warning", "--ignore", "partition")[0] == 0


def test_comments_are_obeyed_by_several_processes_as_by_one(desk, capsys):
    needed, idle = (f"<!-- figcheck: ok {rule} -- ten sing both parts -->\n" for rule in ("partition", "share"))
    rows = [{"id": str(n), "text": f"{needed}{CHOIR}\n{idle if n % 2 else ''}It sang."} for n in range(40)]
    (desk / "desk.jsonl").write_text("\n".join(map(json.dumps, rows)))
    told = _run(capsys, "check", "desk.jsonl")
    assert told[0] == 0 and told[2].count("suppression-is-used") == 20 and told[2].endswith("; 40 accepted\n")
    assert _run(capsys, "check", "desk.jsonl", "--jobs", "2") == told


# ---- since a commit ----

@pytest.fixture
def repository(desk, monkeypatch):
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Desk")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "desk@example.org")
    (desk / "desk.jsonl").write_text(json.dumps({"id": "a", "text": CHOIR}) + "\n")
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "The choir"]):
        subprocess.run(["git", *words], check=True)
    return desk


def test_only_what_is_new_since_a_commit_holds_up_the_gate(repository, capsys):
    assert _run(capsys, "check", ".", "--since", "HEAD")[0] == 0
    (repository / "choir.txt").write_text(f"Singing\n\n{CHOIR}\n{HALL}")
    code, out, err = _run(capsys, "check", "choir.txt", "--since", "HEAD", "-o", "all.jsonl")
    assert code == 1 and out.count("\n") == 1 and out.startswith("choir.txt:5:14: ")
    assert err.endswith("; 1 in HEAD\n")
    rows = [json.loads(line) for line in (repository / "all.jsonl").read_text().splitlines()]
    assert [(row["status"], row["reason"]) for row in rows] == [("baseline", "in HEAD"), ("new", "")]


def test_what_was_there_before_by_both_accounts_is_not_stale(repository, capsys):
    _run(capsys, "baseline", "choir.txt", "-o", "old.json")
    code, _, err = _run(capsys, "check", "choir.txt", "--since", "HEAD", "--baseline", "old.json")
    assert code == 0 and "no longer found" not in err


def test_a_file_that_was_not_there_is_new(repository, capsys):
    (repository / "hall.txt").write_text(HALL)
    assert _run(capsys, "check", ".", "--since", "HEAD")[0] == 1


def test_a_second_finding_equal_to_an_old_one_is_new(repository, capsys):
    (repository / "choir.txt").write_text(f"{CHOIR}\nThe concert was on Sunday, in the old town hall.\n\n{CHOIR}")
    code, out, _ = _run(capsys, "check", "choir.txt", "--since", "HEAD")
    assert code == 1 and out.count("\n") == 1


def test_articles_of_json_lines_are_compared_by_id(repository, capsys):
    rows = [{"id": "b", "text": HALL}, {"id": "a", "title": "Singing", "text": CHOIR}]
    (repository / "desk.jsonl").write_text("\n".join(map(json.dumps, rows)))
    code, out, _ = _run(capsys, "check", "desk.jsonl", "--since", "HEAD", "--jobs", "2")
    assert code == 1 and out.count("\n") == 1 and out.startswith("b:1:14: ")


def test_a_folder_further_down_is_compared_as_well(repository, capsys, monkeypatch):
    (repository / "city").mkdir()
    (repository / "city" / "hall.txt").write_text(HALL)
    subprocess.run(["git", "add", "city"], check=True)
    subprocess.run(["git", "commit", "-q", "-m", "The hall"], check=True)
    assert _run(capsys, "check", "city/hall.txt", "--since", "HEAD")[0] == 0
    assert _run(capsys, "check", "city/hall.txt", "--since", "HEAD~1")[0] == 1
    monkeypatch.chdir(repository / "city")
    assert _run(capsys, "check", "hall.txt", "../choir.txt", "--since", "HEAD")[0] == 0


def test_standard_input_is_compared_with_the_file_it_is_named_after(repository, capsys, monkeypatch):
    import io

    for name, code in (("choir.txt", 0), ("", 2)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(CHOIR.encode())))
        assert _run(capsys, "check", "-", "--stdin-filename", name, "--since", "HEAD")[0] == code


def test_a_commit_that_git_does_not_know_is_told_before_anything_is_read(repository, capsys):
    code, out, err = _run(capsys, "check", "choir.txt", "--since", "mian")
    assert (code, out) == (2, "")
    assert err == "figcheck: --since: git knows no commit 'mian' (expected a branch, a tag or a commit)\n"
    assert _run(capsys, "check", "choir.txt", "--since=-x")[0] == 2


def test_no_repository_and_no_git_are_told(desk, capsys, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(desk.parent))
    if shutil.which("git"):
        assert _run(capsys, "check", "choir.txt", "--since", "HEAD")[2].startswith(
            "figcheck: --since: there is no git repository here"
        )
    monkeypatch.setenv("PATH", str(desk))
    assert _run(capsys, "check", "choir.txt", "--since", "HEAD")[2] == (
        "figcheck: --since: git is not installed (it is what knows the earlier versions)\n"
    )


# ---- baselines that cannot be read or written ----

@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "old.json: no such baseline (write it with: figcheck baseline PATH -o old.json)"),
        ('{"figcheck-baseline": 2, "findings": []}', "old.json: is a baseline of version 2 (this figcheck"),
        ('{"figcheck-baseline": 1}', "old.json: has no list of findings"),
        ('{"figcheck-baseline": 1, "findings": [{}]}', "old.json: finding 1: 'document' is missing or wrong"),
        ('{"findings": []}', "old.json: is no baseline"),
        ("[]", "old.json: is no baseline"),
        ('{"figcheck-baseline": 1,\n "findings": [', "old.json:2: not a baseline: Expecting value"),
        ("", "old.json:1: not a baseline"),
        (b"\xff\xfe", "old.json: not a baseline that can be read"),
    ],
)
def test_a_baseline_that_cannot_be_read_is_one_line_and_exits_2(desk, capsys, content, told):
    if content is not None:
        (desk / "old.json").write_bytes(content if isinstance(content, bytes) else content.encode())
        code, _, err = _run(capsys, "baseline", "choir.txt", "-o", "old.json", "--accept-new")
        assert code == 2 and err.startswith(f"figcheck: {told}")
        assert (desk / "old.json").read_bytes() == (content if isinstance(content, bytes) else content.encode())
    code, out, err = _run(capsys, "check", "choir.txt", "--baseline", "old.json")
    assert (code, out) == (2, "")
    assert err.startswith(f"figcheck: {told}") and err.count("\n") == 1


@pytest.mark.parametrize("key", ["document", "rule", "fingerprint", "count", "message"])
@pytest.mark.parametrize("value", [None, True, 0, [], 1.5])
def test_an_entry_of_the_wrong_sort_is_told(desk, capsys, key, value):
    row = {"document": "choir.txt", "rule": "r", "fingerprint": "f", "count": 1, "message": "m", key: value}
    (desk / "old.json").write_text(json.dumps({"figcheck-baseline": 1, "findings": [row]}))
    told = _run(capsys, "check", ".", "--baseline", "old.json")[2]
    assert told.startswith(f"figcheck: old.json: finding 1: '{key}' is missing or wrong")


@pytest.mark.parametrize(
    ("target", "told"),
    [("gone/old.json", "gone/old.json: cannot be written: there is no such folder"), (".", ".: ")],
)
def test_a_baseline_that_cannot_be_written_is_one_line(desk, capsys, target, told):
    code, _, err = _run(capsys, "baseline", "choir.txt", "-o", target)
    assert code == 2 and err.startswith(f"figcheck: {told}") and err.count("\n") == 1


def test_a_baseline_needs_articles_and_a_place(desk, capsys):
    assert _run(capsys, "baseline", "choir.txt")[2].startswith("figcheck: baseline: no file to write to")
    assert _run(capsys, "baseline", "-o", "old.json")[2].startswith("figcheck: baseline: no article given")


def test_a_baseline_survives_a_run_that_is_stopped(desk, capsys, monkeypatch):
    from figcheck import pipeline

    def stops(*_):
        raise KeyboardInterrupt

    (desk / "old.json").write_text('{"figcheck-baseline": 1, "findings": []}\n')
    monkeypatch.setattr(pipeline, "check", stops)
    assert _run(capsys, "baseline", ".", "-o", "old.json", "--accept-new")[0] == 130
    assert (desk / "old.json").read_text() == '{"figcheck-baseline": 1, "findings": []}\n'
    assert not list(desk.glob("*.part"))
