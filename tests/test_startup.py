"""Starting costs next to nothing: what is heavy is loaded by those who ask for it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from figcheck import report

HEAVY = {"pandas", "numpy", "pint", "quantulum3", "rich", "jinja2", "asyncio", "email", "http", "urllib.request"}
STORY = "The union has 50,000 members, 40,000 of whom work at sea. It pays £83 million ($100 million) a month.\n"
PROGRAM = """
import json, sys
from figcheck.cli import main
sys.stdout, kept = sys.stderr, sys.stdout
main(sys.argv[1:])
print(json.dumps(sorted(sys.modules)), file=kept)
"""


def _loaded(*words: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("format_name", sorted(set(report.FINDINGS) - {"html", "overview", "xlsx", "parquet"}))
def test_a_check_loads_nothing_heavy(tmp_path, format_name):
    (tmp_path / "story.txt").write_text(STORY)
    loaded = _loaded("check", str(tmp_path / "story.txt"), "--date", "2022-12-23", "--format", format_name)
    assert not HEAVY & loaded


def test_extract_loads_nothing_heavy(tmp_path):
    (tmp_path / "story.txt").write_text(STORY)
    assert not HEAVY & _loaded("extract", str(tmp_path / "story.txt"))


def test_the_version_loads_next_to_nothing():
    loaded = _loaded("--version")
    assert not HEAVY & loaded
    ours = {name for name in loaded if name.startswith("figcheck")}
    assert ours == {"figcheck", "figcheck.cli", "figcheck.problem", "figcheck.version"}
    assert not {"argparse", "dataclasses", "decimal", "inspect"} & loaded


def test_the_package_loads_the_door_only_when_it_is_used():
    program = "import sys, figcheck; print('figcheck.door' in sys.modules, figcheck.check.__name__)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "check"]
