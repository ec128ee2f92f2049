"""Comments in an article that silence a rule: they need a reason, a mistake to silence, and they move nothing."""

from __future__ import annotations

import json

import pytest

import figcheck
from figcheck import inline, read

STORY = "The choir has 60 singers, 25 of whom are tenors. The remaining 45 singers are altos."
RULE = "parts-make-whole"
OK = f"<!-- figcheck: ok {RULE} -- ten sing both parts -->"


def _status(text: str) -> list[tuple[str, str]]:
    return [(finding.status, finding.reason) for finding in figcheck.check(text).findings]


def test_a_story_without_a_comment_is_told_of():
    assert _status(STORY) == [("new", "")]
    assert not figcheck.check(STORY).ok


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY} {OK}",
        f"{OK} {STORY}",
        f"{OK}\n{STORY}",
        f"{OK}\n\n{STORY}\n\nThe concert was on Sunday.",
        f"Singing\n\n{OK}\n\n{STORY}",
        f"{STORY} <!--figcheck: ok partition — ten sing both parts-->",
        f"{STORY} <!-- figcheck: ok share, {RULE}\n  -- ten sing\n  both parts -->",
        f"<!-- figcheck: off {RULE} -- ten sing both parts -->\n\nA hall.\n\n{STORY}\n\n<!-- figcheck: on -->",
        f"<!-- figcheck: off {RULE} -- ten sing both parts -->\n\n{STORY}",
        f"<!-- figcheck: off {RULE} -- ten sing both parts -->\n\n<!-- figcheck: on share -->\n{STORY}",
    ],
)
def test_a_comment_accepts_what_stands_beside_or_below_it(text):
    assert _status(text) == [("accepted", "ten sing both parts")]
    assert figcheck.check(text).ok


@pytest.mark.parametrize(
    "text",
    [
        f"{OK}\n\nThe hall seats 300.\n\n{STORY}",
        f"{STORY}\n\n{OK}",
        f"{STORY} <!-- figcheck: ok share -- ten sing both parts -->",
        f"{STORY} <!-- figcheck: ok {RULE} -->",
        f"{STORY} <!-- figcheck: ok {RULE} -- -->",
        f"{STORY} <!-- ok {RULE} -- ten sing both parts -->",
        f"<!-- figcheck: off {RULE} -- ten sing both parts -->\n\nA hall.\n\n<!-- figcheck: on -->\n\n{STORY}",
    ],
)
def test_a_comment_about_something_else_or_without_a_reason_silences_nothing(text):
    assert _status(text) == [("new", "")]


def test_the_figures_of_a_reason_are_not_read_and_nothing_moves():
    text = f"Choir <!-- figcheck: ok {RULE} -- see page 12,\nfor all 99 -->\n\n{STORY}"
    judged = figcheck.check(text).judged
    assert [claim.figure.surface for claim in judged.claims] == ["60", "25", "45"]
    assert [text[c.figure.span.start : c.figure.span.end] for c in judged.claims] == ["60", "25", "45"]
    assert len(judged.document.text) == len(text) and judged.document.text.count("\n") == text.count("\n")


@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_comments_are_obeyed_in_files(tmp_path, ending):
    (tmp_path / f"choir{ending}").write_text(f"# Choir\n\n{STORY} {OK}\n")
    assert [finding.status for finding in figcheck.check(tmp_path / f"choir{ending}").findings] == ["accepted"]


def test_comments_are_obeyed_in_json_lines(tmp_path):
    (tmp_path / "choir.jsonl").write_text(json.dumps({"id": "7", "title": "Choir", "text": f"{OK}\n{STORY}"}))
    assert [finding.status for finding in figcheck.check(tmp_path / "choir.jsonl").findings] == ["accepted"]


def test_a_comment_that_markdown_shows_as_code_is_no_comment(tmp_path):
    (tmp_path / "choir.md").write_text(f"# Choir\n\nWrite this:\n\n```\n{OK}\n```\n\n{STORY}\n")
    found = figcheck.check(tmp_path / "choir.md")
    assert [finding.status for finding in found.findings] == ["new"] and not found.judged.document.silences


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("ok share", "story:2: suppression-has-reason: ok 'share' gives no reason"),
        ("off share --", "story:2: suppression-has-reason: off 'share' gives no reason"),
        ("ok -- all seen", "story:2: 'ok' names no rule"),
        ("okay share -- all seen", "story:2: unknown word 'okay' in a figcheck comment (did you mean 'ok'?)"),
        ("", "story:2: a figcheck comment that says nothing, or has no end"),
    ],
)
def test_a_comment_that_cannot_be_obeyed_is_told(comment, told):
    document = inline.taken(read.Document("story", f"Choir\n<!-- figcheck: {comment} -->", ()))
    (fault,) = inline.faults(document)
    assert str(fault).startswith(told)


def test_a_comment_that_has_no_end_is_told_and_takes_no_more_than_its_line():
    text = f"Choir\n\n{STORY} <!-- figcheck: ok {RULE} -- all 12 seen\n\nIt has 9 rooms. <!-- End -->"
    judged = figcheck.check(text).judged
    assert [claim.figure.surface for claim in judged.claims] == ["60", "25", "45", "9"]
    assert [finding.status for finding in judged.findings] == ["new"]
    (fault,) = inline.faults(judged.document)
    assert str(fault).startswith("text:3: a figcheck comment that says nothing, or has no end (write: ")


def _idle(text: str, in_force: tuple[str, ...] = (RULE, "partition", "share")) -> list[str]:
    return list(inline.idle(figcheck.check(text).judged, in_force, (RULE, "partition", "share")))


def test_a_comment_that_silences_nothing_is_told():
    (told,) = _idle(STORY.replace("45", "35") + f" {OK}")
    assert told == f"text:1: warning suppression-is-used: ok '{RULE}' silences nothing here (take it out)"
    assert _idle(f"{STORY} {OK}") == []


def test_of_two_rules_in_a_comment_each_must_be_needed():
    (told,) = _idle(f"{STORY} <!-- figcheck: ok {RULE}, share -- ten sing both parts -->")
    assert "ok 'share' silences nothing" in told


def test_a_comment_for_a_rule_that_does_not_exist_is_told_with_the_nearest():
    (told,) = _idle(f"{STORY} <!-- figcheck: ok parts-make-hole -- ten sing both parts -->")
    assert told.endswith(f"ok 'parts-make-hole' names no rule (did you mean '{RULE}'?)")


def test_a_comment_for_a_rule_left_out_of_this_run_is_not_told():
    assert _idle(STORY.replace("45", "35") + f" {OK}", in_force=("share",)) == []
