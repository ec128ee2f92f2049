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
HALL = "The hall has 312 seats, 204 of which are sold; the rest, 158, are free."
CHOIR = "The choir has 60 singers, 25 of whom are tenors. The remaining 45 are altos."


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


def _yaml(name: str) -> dict:
    """The example of a file on the page."""
    yaml = pytest.importorskip("yaml", reason="YAML is read with PyYAML")
    (body,) = [body for kind, body in showcase.BLOCK.findall(TEXT) if kind == "yaml" and body.startswith(f"# {name}\n")]
    return yaml.safe_load(body)


def test_the_hook_on_the_page_is_one_that_there_is():
    yaml = pytest.importorskip("yaml", reason="YAML is read with PyYAML")
    ours = {hook["id"] for hook in yaml.safe_load((showcase.ROOT / ".pre-commit-hooks.yaml").read_text())}
    (repository,) = _yaml(".pre-commit-config.yaml")["repos"]
    assert {hook["id"] for hook in repository["hooks"]} <= ours
    assert all(f"`{name}`" in TEXT for name in ours)


def test_the_workflow_on_the_page_gives_the_action_what_it_takes():
    yaml = pytest.importorskip("yaml", reason="YAML is read with PyYAML")
    inputs = yaml.safe_load((showcase.ROOT / ".github" / "action" / "action.yml").read_text())["inputs"]
    (job,) = _yaml(".github/workflows/figures.yml")["jobs"].values()
    (step,) = [step for step in job["steps"] if step["uses"].startswith("OWNER/figcheck/.github/action@")]
    assert set(step["with"]) <= set(inputs)


@pytest.fixture
def stories(tmp_path):
    """A folder of stories with a slip in one, and a place for the command itself."""
    (tmp_path / "desk/stories").mkdir(parents=True)
    (tmp_path / "bin").mkdir()
    (tmp_path / "desk/stories/hall.txt").write_text(HALL)
    return tmp_path / "desk"


def test_the_job_for_gitlab_makes_the_reports_that_it_hands_on(stories):
    (job,) = _yaml(".gitlab-ci.yml").values()
    install, check = job["script"]
    assert install == "python -m pip install FIGCHECK"
    assert "1 contradicted" in showcase.run(check, stories, stories.parent / "bin")
    for name in (*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()):
        assert (stories / name).stat().st_size, name


@pytest.mark.skipif(shutil.which("git") is None, reason="one of the commands asks git")
def test_the_script_for_a_shell_tells_new_from_known(stories):
    (script,) = [body for kind, body in showcase.BLOCK.findall(TEXT) if kind == "sh"]
    commit = "git add -A; git -c user.name=Desk -c user.email=desk@example.org commit -q --allow-empty -m Stories"
    quiet = {"GITHUB_ACTIONS": "", "GIT_CONFIG_GLOBAL": os.devnull}

    def told(before: str) -> str:
        return showcase.run(f"{before}\n{script}", stories, stories.parent / "bin", **quiet)

    assert told("git init -q").endswith("not everything could be checked\n")
    assert told(f"{commit}; {commit}").endswith("nothing new\n")
    assert (stories / "desk.xlsx").exists()
    (stories / "stories/choir.txt").write_text(CHOIR)
    assert told("true").endswith("new contradictions: open desk.xlsx\n")


def test_the_config_on_the_page_names_every_key_and_is_taken(tmp_path):
    (body,) = [body for name, body in showcase.BLOCK.findall(TEXT) if name == "toml"]
    (tmp_path / "figcheck.toml").write_text(body)
    assert set(config.load(str(tmp_path / "figcheck.toml"))) == set(config.KEYS)


def test_every_file_that_the_page_links_to_exists():
    assert [link for link in re.findall(r"\]\(([^)#:]+)\)", TEXT) if not (PAGE.parent / link).exists()] == []
