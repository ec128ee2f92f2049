"""The action for GitHub: its steps are run in bash as a build would, with figcheck as it is here."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

yaml = pytest.importorskip("yaml", reason="YAML is read with PyYAML")

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / ".github" / "action" / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
WRONG = "The choir has 60 singers, 25 of whom are tenors. The remaining 45 singers are altos.\n"
PYTHON = """#!/bin/sh
case "$2" in
  venv) mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; cp "$(dirname "$0")/figcheck" "$3/bin/figcheck";;
  pip) shift; echo "$@" >> "$INSTALLED";;
esac
"""

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the steps are written for bash")


class Build:
    """A build in a folder: what its steps wrote, and the exit code of the last."""

    def __init__(self, folder: Path, **inputs: str) -> None:
        defaults = {name: spec["default"] for name, spec in ACTION["inputs"].items()}
        assert set(inputs) <= set(defaults)
        self.folder, self.inputs = folder, {**defaults, **inputs}
        self.outputs: dict[str, str] = {}
        self.variables: dict[str, str] = {}
        self.log, self.code = "", 0
        for step in STEPS:
            if "run" in step and not self.code:
                self._run(step)

    def text(self, name: str) -> str:
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def _run(self, step: dict) -> None:
        environment = {
            **os.environ, "PATH": f"{self.folder / 'stubs'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
            "GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": "the/action", "RUNNER_TEMP": str(self.folder / "temp"),
            "GITHUB_ENV": str(self.folder / "env"), "GITHUB_OUTPUT": str(self.folder / "output"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"), "INSTALLED": str(self.folder / "installed"),
            **self.variables, **{name: self._filled(value) for name, value in step["env"].items()},
        }  # fmt: skip
        words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            words, cwd=self.folder / "desk", env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        self.log += done.stdout.decode("utf-8")
        self.code = done.returncode
        self.variables |= dict(line.split("=", 1) for line in self.text("env").splitlines())
        self.outputs |= dict(line.split("=", 1) for line in self.text("output").splitlines())

    def _filled(self, value: str) -> str:
        """An expression of GitHub's as it would fill it in."""
        value = re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: self.inputs[found[1]], value)
        outputs = r"\$\{\{ steps\.check\.outputs\.([\w-]+) \}\}"
        return re.sub(outputs, lambda found: self.outputs.get(found[1], ""), value)


@pytest.fixture
def room(tmp_path):
    for name in ("desk/two words", "stubs", "temp"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "desk/choir.txt").write_text(WRONG)
    (tmp_path / "desk/two words/hall.txt").write_text(WRONG.replace("45", "35"))
    for name, script in (("python", PYTHON), ("figcheck", f'#!/bin/sh\nexec "{sys.executable}" -m figcheck "$@"\n')):
        (tmp_path / "stubs" / name).write_text(script)
        (tmp_path / "stubs" / name).chmod(0o755)
    return tmp_path


def test_every_input_is_used_and_every_input_that_is_used_exists():
    written = json.dumps(ACTION["runs"])
    used = set(re.findall(r"inputs\.([\w-]+)", written))
    assert used == set(ACTION["inputs"])
    outputs = set(re.findall(r"steps\.check\.outputs\.([\w-]+)", json.dumps(ACTION)))
    (check,) = [step for step in STEPS if step.get("id") == "check"]
    assert outputs == set(re.findall(r'echo "([\w-]+)=', check["run"])) == set(ACTION["outputs"])


def test_no_input_is_ever_text_of_a_script():
    assert [step["name"] for step in STEPS if "${{" in step.get("run", "")] == []
    assert all(step["shell"] == "bash" for step in STEPS if "run" in step)


def test_a_finding_fails_the_build_and_is_a_remark_a_row_and_a_result(room):
    build = Build(room)
    assert build.code == 1 and build.outputs == {"exit-code": "1", "sarif": "figcheck.sarif"}
    assert "::error file=choir.txt,line=1" in build.log
    assert "parts-make-whole" in build.text("summary.md")
    (run,) = json.loads(build.text("desk/figcheck.sarif"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["parts-make-whole"]


def test_figcheck_is_that_of_the_action_or_a_version_that_was_asked_for(room):
    Build(room)
    assert build_words(room) == "pip install --quiet the/action/../..\n"
    (room / "installed").unlink()
    Build(room, version="0.1.0")
    assert build_words(room) == "pip install --quiet figcheck==0.1.0\n"


def build_words(room: Path) -> str:
    return (room / "installed").read_text()


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"fail-on": "never"}, 0),
        ({"paths": "two words\n"}, 0),
        ({"paths": "two words\nchoir.txt"}, 1),
        ({"args": "--ignore partition  --show note"}, 0),
        ({"paths": "gone.txt"}, 2),
        ({"format": "concise", "sarif": "out.sarif"}, 1),
        ({"paths": "choir.txt$(touch pwned)", "args": "--stdin-filename $(touch pwned)"}, 2),
    ],
)
def test_inputs_do_what_they_say(room, inputs, code):
    build = Build(room, **inputs)
    assert build.code == code, build.log
    assert build.outputs["exit-code"] == str(code)
    assert not (room / "desk/pwned").exists()
    assert "::error" not in build.log or "format" not in inputs
    assert (room / "desk" / inputs.get("sarif", "figcheck.sarif")).exists()


def test_a_report_of_an_earlier_build_is_never_handed_on(room):
    (room / "desk/figcheck.sarif").write_text("{}")
    build = Build(room, args="--fail-on sometimes")
    assert build.code == 2 and build.outputs == {"exit-code": "2"}


def test_the_findings_are_handed_on_even_where_the_build_fails():
    names = [step.get("id") or step.get("uses", "").partition("@")[0] or step["name"] for step in STEPS]
    assert names.index("check") < names.index("github/codeql-action/upload-sarif") < names.index("Pass or fail")
    upload = STEPS[names.index("github/codeql-action/upload-sarif")]
    assert upload["with"]["sarif_file"] == "${{ steps.check.outputs.sarif }}" and upload["continue-on-error"] is True
