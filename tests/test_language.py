"""Loading a language: what is remembered, and how a slip in a data file is told."""

from __future__ import annotations

import os

import pytest

from figcheck import compiled, language
from figcheck.problem import Problem

GOOD = '[classes]\nof-whom = ["of whom", "of them"]\nrest = ["the rest", "the"]\n'


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A folder of languages with one cue file, and a cache of its own."""
    monkeypatch.setattr(language, "HOME", tmp_path / "languages")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    language.load.cache_clear()
    (tmp_path / "languages" / "xx" / "cues").mkdir(parents=True)
    yield tmp_path
    language.load.cache_clear()


def write(home, text):
    (home / "languages" / "xx" / "cues" / "sums.toml").write_text(text, encoding="utf-8")


def test_cues_are_found_by_their_first_word_longest_first(home):
    write(home, GOOD)
    assert language.load("xx").cues["the"] == ((("the", "rest"), "rest"), (("the",), "rest"))


def test_a_missing_file_is_an_empty_mapping(home):
    write(home, GOOD)
    assert dict(language.load("xx").units) == {}


def test_the_kept_form_reads_like_the_fresh_one(home):
    write(home, GOOD)
    fresh = language.load("xx").cues
    assert list((home / "cache" / "figcheck").iterdir())
    language.load.cache_clear()
    assert language.load("xx").cues == fresh


def test_a_changed_file_is_read_again(home):
    write(home, GOOD)
    language.load("xx")
    write(home, GOOD.replace("of them", "of those others"))
    language.load.cache_clear()
    assert (("of", "those", "others"), "of-whom") in language.load("xx").cues["of"]


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda kept: b"", lambda kept: b"{", lambda kept: kept[:-9], lambda kept: kept[9:],
        lambda kept: kept[:-4] + b"else", lambda kept: kept[:40] + bytes([kept[40] ^ 1]) + kept[41:],
    ],
)  # fmt: skip
def test_a_spoilt_cache_is_ignored(home, spoilt):
    write(home, GOOD)
    language.load("xx")
    for kept in (home / "cache" / "figcheck").iterdir():
        kept.write_bytes(spoilt(kept.read_bytes()))
    language.load.cache_clear()
    assert "of" in language.load("xx").cues


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner here")
def test_a_cache_of_someone_else_is_ignored(home, monkeypatch):
    write(home, GOOD)
    language.load("xx")
    language.load.cache_clear()
    mine = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    read: list[str] = []
    monkeypatch.setattr(compiled, "parse", lambda path: read.append(str(path)) or {})
    language.load("xx")
    assert read


def test_a_cache_that_cannot_be_written_is_no_trouble(home, monkeypatch):
    write(home, GOOD)
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
    assert "of" in language.load("xx").cues


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[classes]\nrest = []\n", "sums.toml:2: cue class 'rest' has no phrases"),
        ('[classes]\nrest = [\n  "the rest",\n  "the rest",\n]\n', "'the rest' stands twice in cue class 'rest'"),
        ("[classes]\nrest = [3]\n", "sums.toml:2: cue class 'rest' holds 3"),
        ('[clases]\nrest = ["the rest"]\n', "sums.toml:1: unknown key 'clases'"),
        ("[classes]\nrest = [\n", "not valid TOML"),
    ],
)
def test_a_slip_in_a_cue_file_names_file_and_line(home, text, told):
    write(home, text)
    with pytest.raises(Problem) as trouble:
        language.load("xx")
    assert told in str(trouble.value)


def test_an_unknown_language_is_a_problem_with_a_hint(home):
    with pytest.raises(Problem, match="not known"):
        language.load("xy")


def test_fractions_stay_as_they_were_written(tmp_path):
    path = tmp_path / "one.toml"
    path.write_text("tenth = 0.10\n", encoding="utf-8")
    assert compiled.parse(path) == {"tenth": "0.10"}


def test_the_cache_does_not_pile_up(home):
    folder = home / "cache" / "figcheck"
    folder.mkdir(parents=True)
    for number in range(9):
        (folder / f"sums-{number:08x}.kept").write_text("{}")
    (home / "one.toml").write_text("a = 1\n")
    assert compiled.load([home / "one.toml"], lambda parsed: parsed, "sums") == [{"a": 1}]
    assert len(list(folder.iterdir())) == compiled.MOST_KEPT
