"""README shows what really happens: every command is run and every output compared."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from figcheck.cli import VERBS
from tests import showcase

TEXT = showcase.README.read_text(encoding="utf-8")


@pytest.mark.parametrize("body", showcase.blocks("console"), ids=lambda body: body.splitlines()[0][2:60])
def test_a_command_prints_what_readme_shows(body, tmp_path):
    assert showcase.told(body, tmp_path) == body


def test_the_python_session_is_as_shown(monkeypatch):
    monkeypatch.chdir(showcase.ROOT)
    assert [showcase.session(body) for body in showcase.blocks("pycon")] == showcase.blocks("pycon")


def test_the_two_commands_are_there():
    first, second = (body.strip() for body in showcase.blocks("sh")[:2])
    assert re.fullmatch(r"python -m pip install \. && figcheck check (tests/articles/[\w-]+\.txt)", first)
    assert Path(showcase.ROOT, first.rpartition(" ")[2]).is_file()
    assert second == 'python -m pip install ".[test]" && python -m pytest'


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_documented(verb):
    assert f"figcheck {verb}" in TEXT


def test_every_file_that_readme_links_to_exists():
    links = [link for link in re.findall(r"\]\(([^)#]+)", TEXT) if "://" not in link]
    assert links and [link for link in links if not (showcase.ROOT / link).exists()] == []


def test_the_picture_shows_what_a_terminal_shows():
    from figcheck.report.paint import washed

    svg = showcase.PICTURE.read_text(encoding="utf-8")
    shown = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", svg)).replace("\xa0", " "))
    for line in washed(showcase.terminal_text()).splitlines():
        for piece in line.split():
            assert piece in shown, line
