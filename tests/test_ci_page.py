"""docs/ci.md shows what really happens: its commands are run one after the other in an empty folder."""

from __future__ import annotations

import os
import re
import shutil

import pytest

from figcheck import config
from tests import showcase

PAGE = showcase.ROOT / "docs" / "ci.md"
TEXT = PAGE.read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("git") is None, reason="one of the commands asks git")
def test_every_command_prints_what_the_page_shows(tmp_path):
    desk, bin_folder = tmp_path / "desk", tmp_path / "bin"
    desk.mkdir()
    bin_folder.mkdir()
    blocks = [body for name, body in showcase.BLOCK.findall(TEXT) if name == "console"]
    for body in blocks:
        commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
        quiet = {"GITHUB_ACTIONS": "", "GIT_CONFIG_GLOBAL": os.devnull}
        told = "".join(f"$ {command}\n{showcase.run(command, desk, bin_folder, **quiet)}" for command in commands)
        assert told == body


def test_the_config_on_the_page_names_every_key_and_is_taken(tmp_path):
    (body,) = [body for name, body in showcase.BLOCK.findall(TEXT) if name == "toml"]
    (tmp_path / "figcheck.toml").write_text(body)
    assert set(config.load(str(tmp_path / "figcheck.toml"))) == set(config.KEYS)


def test_every_file_that_the_page_links_to_exists():
    assert [link for link in re.findall(r"\]\(([^)#:]+)\)", TEXT) if not (PAGE.parent / link).exists()] == []
