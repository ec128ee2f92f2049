"""Every sentence in the rule files keeps its promise, and a file that is wrong says where."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from figcheck import explain, pipeline, rules
from figcheck.model import Document, Report
from figcheck.problem import Problem
from figcheck.rates import Rates
from figcheck.rules import Example, Rulebook

NEWSROOM = Path(__file__).parent / "newsroom"
OURS = sorted(rules.folder().glob("*.toml"))
LEAST = 8


@cache
def rulebook(*folders: Path) -> Rulebook:
    return pipeline.load_rulebook(folders)


def cases(book: Rulebook) -> list[Any]:
    """Every example as a test of its own, known failures as strict ones."""
    found = []
    for number, example in enumerate(rules.examples(book)):
        known = (
            [pytest.mark.xfail(strict=True, reason=f"known: {example.type}")] if example.type in explain.KNOWN else []
        )
        name = f"{book.rules[example.rule].relation}-{example.rule}-{example.type}-{number}"
        found.append(pytest.param(example, marks=known, id=name))
    return found


@pytest.mark.parametrize("example", cases(rulebook()))
def test_an_example_keeps_its_promise(example: Example):
    kept = explain.is_kept(example, rulebook(), Rates.load())
    assert kept, example.text


@pytest.mark.parametrize("example", [e for e in cases(rulebook(NEWSROOM)) if e.values[0].rule not in rulebook().rules])
def test_a_newsrooms_examples_keep_their_promise(example: Example):
    kept = explain.is_kept(example, rulebook(NEWSROOM), Rates.load())
    assert kept, example.text


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
@pytest.mark.parametrize("promise", ["passes", "fails"])
def test_a_relation_carries_its_proof(path, promise):
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert sum(len(rule[promise]) for rule in table["rule"]) >= LEAST


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_a_file_is_named_after_its_relation(path):
    assert tomllib.loads(path.read_text(encoding="utf-8"))["relation"] == path.stem


def test_no_pattern_of_ours_spells_a_word_out():
    words = {
        (kind.id, name[1:])
        for kind in rulebook().kinds for pattern, _ in kind.stated for name in pattern.classes if name.startswith("=")
    }  # fmt: skip
    assert words == set()


def test_no_sentence_is_given_twice():
    texts = [(example.rule, example.text) for example in rules.examples(rulebook())]
    assert len(texts) == len(set(texts))


# ---- a newsroom's own rules ----


def checked(text: str, *folders: Path, published: date | None = None) -> Report:
    return pipeline.check(Document("text", text, (), published), rulebook(*folders), Rates.load())


CIRCULATION = "The Herald sold 41,200 copies a day, the Echo 27,900 and the Argus 12,400, a group total of 83,500."


def test_a_newsrooms_rule_works_without_python():
    assert [finding.rule for finding in checked(CIRCULATION, NEWSROOM).findings] == ["titles-make-group"]


def test_a_newsrooms_rule_speaks_only_where_it_is_loaded():
    assert "titles-make-group" not in [finding.rule for finding in checked(CIRCULATION).findings]


def test_our_own_rules_stay_in_force_beside_a_newsrooms():
    text = "The choir has 60 singers, 45 of whom are women. The remaining 25 are men."
    assert [finding.rule for finding in checked(text, NEWSROOM).findings] == ["parts-make-whole"]


# ---- files that are wrong ----

GOOD = """relation = "voyage"
summary  = "Ships, and those that sailed."
roles    = { whole = "count", parts = "count" }
where    = ["same_unit(whole, parts)"]
unless   = ["multiple-answers"]
patterns = ["{whole} ~ , {parts} <of-whom>"]

[[rule]]
id       = "sailed-fits-fleet"
require  = "parts <= whole"
severity = "error"
message  = "{parts} cannot have sailed of {whole}."
why      = "Nobody sails more ships than there are."
passes   = ["It has 12 ships, 9 of which sailed."]
fails    = ["It has 12 ships, 19 of which sailed."]
"""


def trouble(tmp_path: Path, text: str, name: str = "voyage.toml") -> str:
    """What is said of a rule file, its folder left out."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(Problem) as caught:
        pipeline.load_rulebook([tmp_path])
    return str(caught.value).replace(f"{tmp_path}/", "")


def test_a_good_file_is_taken(tmp_path):
    (tmp_path / "voyage.toml").write_text(GOOD, encoding="utf-8")
    assert "sailed-fits-fleet" in pipeline.load_rulebook([tmp_path]).rules


BROKEN = tomllib.loads((Path(__file__).parent / "broken_rules.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case["name"])
def test_a_broken_file_says_where_and_what_was_expected(tmp_path, case):
    assert GOOD.count(case["old"]) == 1
    assert trouble(tmp_path, GOOD.replace(case["old"], case["new"])).startswith(case["told"])


def test_a_file_that_is_not_utf_8_is_told(tmp_path):
    (tmp_path / "voyage.toml").write_bytes(GOOD.encode("utf-16"))
    with pytest.raises(Problem, match=r"voyage\.toml: cannot be read"):
        pipeline.load_rulebook([tmp_path])


def test_two_rules_of_one_name_in_one_file_are_told_at_the_second(tmp_path):
    rule = GOOD[GOOD.index("[[rule]]") :]
    assert trouble(tmp_path, f"{GOOD}\n{rule}").startswith("voyage.toml:18: 'sailed-fits-fleet' is taken")


def test_a_folder_without_rules_is_told(tmp_path):
    with pytest.raises(Problem, match="no rule files here"):
        pipeline.load_rulebook([tmp_path])


def test_a_second_rule_is_blamed_on_its_own_line(tmp_path):
    rule = GOOD[GOOD.index("[[rule]]") :].replace("sailed-fits-fleet", "sailed-again").replace("why  ", "wyh  ")
    assert trouble(tmp_path, f"{GOOD}\n{rule}").startswith("voyage.toml:22: unknown key 'wyh' in rule 'sailed-again'")


@pytest.mark.parametrize("name", ["parts-make-whole", "partition"])
def test_a_rule_or_a_relation_may_be_selected_by_name(name):
    text = "All but nine of the 71 pupils came. That means 52 pupils were there."
    book = pipeline.load_rulebook(select=[name])
    assert len(pipeline.check(Document("text", text, ()), book, Rates.load()).findings) == 1
    book = pipeline.load_rulebook(ignore=[name])
    assert pipeline.check(Document("text", text, ()), book, Rates.load()).findings == ()


def test_an_unknown_rule_is_told_with_the_nearest():
    with pytest.raises(Problem, match="did you mean 'parts-make-whole'"):
        pipeline.load_rulebook(select=["part-makes-whole"])
