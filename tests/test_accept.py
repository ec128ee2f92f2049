"""What somebody has looked at stays accepted, with a reason, until a figure in it changes."""

from __future__ import annotations

import csv
import io
import json
import sys

import pytest

from figcheck import cli

CHOIR = "The choir has 60 singers, 25 of whom are tenors. The remaining 45 singers are altos.\n"
HALL = "The hall has 312 seats, 204 of which are sold. The remaining 158 seats are free.\n"
HEADER = "fingerprint,rule,file,what_is_wrong,reason,accepted_by\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    (tmp_path / "choir.txt").write_text(CHOIR)
    (tmp_path / "hall.txt").write_text(HALL)
    return tmp_path


def _run(capsys, *words: str) -> tuple[int, str, str]:
    code = cli.main(words)
    told = capsys.readouterr()
    return code, told.out, told.err


def _fingerprint(capsys, path: str) -> str:
    return str(json.loads(_run(capsys, "check", path, "--format", "jsonl")[1])["fingerprint"])


def _accepted(desk) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((desk / ".figcheck" / "accepted.csv").read_text("utf-8-sig"))))


def test_what_is_accepted_is_not_printed_exits_0_and_stays_in_files(desk, capsys):
    name = _fingerprint(capsys, "choir.txt")
    code, out, _ = _run(capsys, "accept", name, "--reason", "ten sing both parts", "--by", "Ann Weir")
    assert (code, out) == (0, ".figcheck/accepted.csv: 1 accepted, 1 in all\n")
    code, out, err = _run(capsys, "check", "choir.txt", "-o", "all.csv", "-o", "all.jsonl")
    assert (code, out) == (0, "") and err.endswith("; 1 accepted\n")
    (row,) = csv.DictReader(io.StringIO((desk / "all.csv").read_text("utf-8-sig")))
    assert (row["status"], row["reason"], row["accepted_by"]) == ("accepted", "ten sing both parts", "Ann Weir")
    row = json.loads((desk / "all.jsonl").read_text())
    assert (row["status"], row["reason"], row["accepted_by"]) == ("accepted", "ten sing both parts", "Ann Weir")


def test_it_lapses_when_a_figure_changes_and_not_when_the_paragraph_moves(desk, capsys):
    _run(capsys, "accept", _fingerprint(capsys, "choir.txt"), "--reason", "ten sing both parts")
    (desk / "choir.txt").write_text("Singing\n\nThe concert was on Sunday.\n\n" + CHOIR.replace("altos", "basses"))
    assert _run(capsys, "check", "choir.txt")[0] == 0
    for old, new in (("60", "61"), ("25", "26"), ("45", "46")):
        (desk / "choir.txt").write_text(CHOIR.replace(old, new))
        assert _run(capsys, "check", "choir.txt")[0] == 1, new


def test_the_first_eight_digits_will_do(desk, capsys):
    _run(capsys, "accept", _fingerprint(capsys, "choir.txt")[:8].upper(), "--reason", "ten sing both parts")
    assert _run(capsys, "check", "choir.txt")[0] == 0
    assert _run(capsys, "check", "hall.txt")[0] == 1


def test_several_are_accepted_at_once_and_a_later_reason_wins(desk, capsys):
    names = [_fingerprint(capsys, path) for path in ("choir.txt", "hall.txt")]
    _run(capsys, "accept", *names, "--reason", "seen")
    _run(capsys, "accept", names[0], "--reason", "seen again")
    assert {row["fingerprint"]: row["reason"] for row in _accepted(desk)} == {names[0]: "seen again", names[1]: "seen"}
    assert [row["fingerprint"] for row in _accepted(desk)] == sorted(names)
    assert _run(capsys, "check", ".")[0] == 0


def test_the_nearest_list_above_is_in_force_and_grows(desk, capsys, monkeypatch):
    (desk / ".figcheck").mkdir()
    (desk / "city" / "deep").mkdir(parents=True)
    monkeypatch.chdir(desk / "city" / "deep")
    _run(capsys, "accept", _fingerprint(capsys, "../../choir.txt"), "--reason", "seen")
    assert len(_accepted(desk)) == 1
    assert _run(capsys, "check", "../../choir.txt")[0] == 0
    assert _run(capsys, "check", "../../choir.txt", "--isolated")[0] == 1


def test_without_a_list_it_begins_beside_the_config(desk, capsys, monkeypatch):
    (desk / "figcheck.toml").write_text("")
    (desk / "city").mkdir()
    monkeypatch.chdir(desk / "city")
    _run(capsys, "accept", "0123456789abcdef", "--reason", "seen")
    assert len(_accepted(desk)) == 1


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_editor_s_sheet_is_read_back(desk, capsys, ending):
    said = {"choir.txt": ("Accepted ", "ten sing both parts"), "hall.txt": ("", "later")}
    sheet = _filled(desk, capsys, ending, said)
    code, out, err = _run(capsys, "accept", "--from", sheet)
    assert (code, out, err) == (0, ".figcheck/accepted.csv: 1 accepted, 1 in all\n", "")
    (row,) = _accepted(desk)
    assert (row["file"], row["rule"]) == ("choir.txt", "parts-make-whole")
    assert row["what_is_wrong"].startswith("25 and")
    assert (row["reason"], row["accepted_by"]) == ("ten sing both parts", "Ann")
    assert _run(capsys, "check", "choir.txt")[0] == 0 and _run(capsys, "check", "hall.txt")[0] == 1


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_row_that_cannot_be_taken_costs_the_others_nothing(desk, capsys, ending):
    sheet = _filled(desk, capsys, ending, {"choir.txt": ("accepted", "seen"), "hall.txt": ("accepted", "")})
    code, out, err = _run(capsys, "accept", "--from", sheet)
    assert (code, out) == (2, ".figcheck/accepted.csv: 1 accepted, 1 in all\n")
    assert err == f"figcheck: {sheet}:3: gives no reason (nothing is accepted without one)\n"
    sheet = _filled(desk, capsys, ending, {"hall.txt": ("acepted", "seen")})
    told = _run(capsys, "accept", "--from", sheet)[2]
    assert f"{sheet}:3: unknown status 'acepted' (did you mean 'accepted'?)" in told


def _filled(desk, capsys, ending: str, said: dict[str, tuple[str, str]]) -> str:
    """A report as figcheck writes it, with the columns filled in as an editor does."""
    sheet = desk / f"sheet.{ending}"
    if ending == "csv":
        _run(capsys, "check", "choir.txt", "hall.txt", "--isolated", "-o", str(sheet))
        rows = list(csv.DictReader(io.StringIO(sheet.read_text("utf-8-sig"))))
        for row in rows:
            row["status"], row["reason"] = said.get(row["file"], ("new", ""))
            row["accepted_by"] = "Ann"
        text = io.StringIO()
        writer = csv.DictWriter(text, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
        sheet.write_text(text.getvalue(), "utf-8-sig")
        return sheet.name
    pytest.importorskip("python_calamine")
    openpyxl = pytest.importorskip("openpyxl")
    _run(capsys, "check", "choir.txt", "hall.txt", "--isolated", "-o", str(sheet))
    book = openpyxl.load_workbook(sheet)
    page = book["findings"]
    columns = {cell.value.replace(" ", "_"): cell.column for cell in page[1]}
    for line in range(2, page.max_row + 1):
        status, reason = said.get(page.cell(line, columns["file"]).value, ("new", ""))
        for column, value in (("status", status), ("reason", reason), ("accepted_by", "Ann")):
            page.cell(line, columns[column]).value = value
    book.save(sheet)
    return sheet.name


def test_a_workbook_without_the_package_that_reads_it_says_what_to_install(desk, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    code, _, err = _run(capsys, "accept", "--from", "sheet.xlsx")
    told = 'sheet.xlsx: a workbook needs the package python-calamine (pip install "figcheck[xlsx]")'
    assert (code, err) == (2, f"figcheck: {told}\n")


def test_a_reason_that_looks_like_a_formula_is_kept_and_can_do_nothing(desk, capsys):
    name = _fingerprint(capsys, "choir.txt")
    _run(capsys, "accept", name, "--reason", "=HYPERLINK(1)")
    assert _accepted(desk)[0]["reason"] == "'=HYPERLINK(1)"
    _run(capsys, "check", "choir.txt", "-o", "all.jsonl")
    assert json.loads((desk / "all.jsonl").read_text())["reason"] == "=HYPERLINK(1)"
    _run(capsys, "accept", "0123456789abcdef", "--reason", "seen")
    assert [row["reason"] for row in _accepted(desk) if row["fingerprint"] == name] == ["'=HYPERLINK(1)"]


def test_what_was_accepted_and_is_no_longer_found_is_told(desk, capsys):
    _run(capsys, "accept", "--from", _filled(desk, capsys, "csv", {"choir.txt": ("accepted", "seen")}))
    assert "no longer" not in _run(capsys, "check", ".")[2]
    (desk / "choir.txt").write_text(CHOIR.replace("45", "35"))
    told = _run(capsys, "check", ".")[2]
    assert "figcheck: .figcheck/accepted.csv: 1 finding accepted before and no longer found" in told
    assert "no longer" not in _run(capsys, "check", "hall.txt")[2]


def test_what_is_accepted_enters_no_baseline(desk, capsys):
    _run(capsys, "accept", _fingerprint(capsys, "choir.txt"), "--reason", "seen")
    assert _run(capsys, "baseline", ".", "-o", "old.json")[1] == "old.json: 1 finding in 1 article\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "accept: expected fingerprints with --reason, or --from a sheet"),
        (["0123456789abcdef"], "--reason: gives no reason (nothing is accepted without one)"),
        (["0123456789abcdef", "--reason", " "], "--reason: gives no reason"),
        (["0123", "--reason", "seen"], "accept: '0123' is no fingerprint (expected 8 to 16 digits of 0-9 and a-f"),
        (["parts-make-whole", "--reason", "seen"], "accept: 'parts-make-whole' is no fingerprint"),
        (["0123456789abcdef", "--from", "sheet.csv"], "accept: expected fingerprints with --reason, or --from a sheet"),
        (["--from", "gone.csv"], "gone.csv: cannot be read: No such file or directory"),
        (["--from", "gone.xlsx"], "gone.xlsx: no workbook that can be read"),
        (["--from", "choir.txt"], "choir.txt:1: lacks the column 'status'"),
        (["--from", "photo.xlsx"], "photo.xlsx: no workbook that can be read"),
    ],
)
def test_nothing_is_accepted_by_mistake(desk, capsys, words, told):
    (desk / "photo.xlsx").write_bytes(b"\x89PNG\x00\x01")
    if any(word.endswith(".xlsx") for word in words):
        pytest.importorskip("python_calamine")
    code, out, err = _run(capsys, "accept", *words)
    assert (code, out) == (2, "")
    assert err.startswith(f"figcheck: {told}") and err.count("\n") == 1
    assert not (desk / ".figcheck").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", ":1: lacks the column 'fingerprint' (has none)"),
        ("fingerprint,why\n", ":1: lacks the column 'reason' (has fingerprint, why)"),
        (HEADER + "0123456789abcdef,,,,seen,Ann\nxyz,,,,seen,\n", ":3: 'xyz' is no fingerprint"),
        (HEADER + "0123456789abcdef,,,,,Ann\n", ":2: gives no reason"),
        (HEADER + "0123456789abcdef,,,,seen,Ann,again\n", ":2: 7 cells under 6 columns"),
        (HEADER + '0123456789abcdef,,,,"seen,Ann\n', ":2: not CSV that can be read"),
        (HEADER.encode() + b"0123456789abcdef,,,,se\xe9n,Ann\n", ":2: broken UTF-8 (save it as CSV UTF-8)"),
    ],
)
def test_a_list_that_cannot_be_read_is_one_line_with_its_place_and_is_left_as_it_is(desk, capsys, content, told):
    (desk / ".figcheck").mkdir()
    path = desk / ".figcheck" / "accepted.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = path.read_bytes()
    accept = ["accept", "0123456789abcdef", "--reason", "seen"]
    for words in (["check", "choir.txt"], accept, ["baseline", ".", "-o", "old.json"]):
        code, out, err = _run(capsys, *words)
        assert (code, out) == (2, ""), words
        assert err.startswith("figcheck: ") and f".figcheck/accepted.csv{told}" in err and err.count("\n") == 1
    assert path.read_bytes() == before


def test_a_list_that_a_spreadsheet_has_saved_is_read(desk, capsys):
    name = _fingerprint(capsys, "choir.txt")
    (desk / ".figcheck").mkdir()
    text = f"\ufeffreason;Fingerprint\r\n\"seen; twice\";{name}\r\n;\r\n"
    (desk / ".figcheck" / "accepted.csv").write_bytes(text.encode())
    assert _run(capsys, "check", "choir.txt")[0] == 0


def test_a_folder_that_cannot_be_written_is_one_line(desk, capsys):
    (desk / ".figcheck").write_text("a file")
    code, _, err = _run(capsys, "accept", "0123456789abcdef", "--reason", "seen")
    assert code == 2 and err.startswith("figcheck: .figcheck/accepted.csv: cannot be written") and err.count("\n") == 1
