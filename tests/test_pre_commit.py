"""The hooks for pre-commit, tried as a newsroom would: on a repository of its own, installed from this one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("figcheck", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
WRONG = "The choir has 60 singers, 25 of whom are tenors. The remaining 45 singers are altos.\n"
CONFIG = """repos:
  - repo: {repository}
    rev: {commit}
    hooks:
      - id: figcheck
        files: ^[a-z]
      - id: figcheck-advice
"""
AUTHOR = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")

pytest.importorskip("pre_commit", reason="pre-commit is not installed")


def _run(folder: Path, *words: str) -> tuple[int, str]:
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    settings["GIT_CONFIG_GLOBAL"] = os.devnull
    done = subprocess.run(
        words, cwd=folder, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.returncode, done.stdout


def _commit(folder: Path) -> str:
    for words in (["init", "-q"], ["add", "-A"]):
        assert _run(folder, "git", *words)[0] == 0
    assert _run(folder, "git", *AUTHOR, "commit", "-q", "-m", "as it is", "--no-verify")[0] == 0
    return _run(folder, "git", "rev-parse", "HEAD")[1].strip()


def _pre_commit(folder: Path, *words: str) -> tuple[int, str]:
    return _run(folder, sys.executable, "-m", "pre_commit", *words)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A newsroom's repository with both hooks in it, once they are installed."""
    if shutil.which("git") is None:
        pytest.skip("pre-commit needs git")
    room = tmp_path_factory.mktemp("pre-commit")
    os.environ["PRE_COMMIT_HOME"] = str(room / "home")
    pip = (sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(room / "probe"))
    code, told = _run(room, *pip, "hatchling")
    if code:
        pytest.skip(f"pip can download nothing here: {told.strip().splitlines()[-1]}")
    hooks, folder = room / "hooks", room / "desk"
    hooks.mkdir()
    folder.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, hooks / part)
    (folder / ".pre-commit-config.yaml").write_text(CONFIG.format(repository=hooks, commit=_commit(hooks)))
    (folder / "right.txt").write_text(WRONG.replace("45", "35"))
    _commit(folder)
    code, told = _pre_commit(folder, "install", "--install-hooks")
    assert code == 0, told
    yield folder
    del os.environ["PRE_COMMIT_HOME"]


def test_a_commit_of_figures_that_cannot_all_be_true_is_stopped(desk):
    (desk / "choir.txt").write_text(WRONG)
    _run(desk, "git", "add", "choir.txt")
    code, told = _run(desk, "git", *AUTHOR, "commit", "-m", "The choir")
    assert code == 1
    assert "choir.txt:1:15: error parts-make-whole 25 and the remaining 45 do not make 60." in told
    assert told.count("- hook id: figcheck\n") == 1 and "- exit code: 1" in told
    assert _run(desk, "git", "log", "--oneline")[1].count("\n") == 1


def test_the_advice_tells_the_same_and_stops_nothing(desk):
    (desk / "choir.md").write_text(f"# Choir\n\n{WRONG}")
    code, told = _pre_commit(desk, "run", "figcheck-advice", "--files", "choir.md", "right.txt")
    assert code == 0 and "choir.md:3:15: error parts-make-whole" in told


def test_what_agrees_and_what_is_no_article_passes(desk):
    (desk / "code.py").write_text(f"# {WRONG}")
    code, told = _pre_commit(desk, "run", "figcheck", "--files", "right.txt", "code.py")
    assert code == 0 and "Passed" in told, told
    assert "no files to check" in _pre_commit(desk, "run", "figcheck", "--files", "code.py")[1]


def test_the_config_of_the_newsroom_is_in_force(desk):
    (desk / "choir.txt").write_text(WRONG)
    (desk / "figcheck.toml").write_text('ignore = ["partition"]\n')
    assert _pre_commit(desk, "run", "figcheck", "--files", "choir.txt")[0] == 0
