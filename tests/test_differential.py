"""The verdicts of the comparison with quantulum3, and that what is read depends on the text alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
VERDICTS = tomllib.loads((HOME / "benchmarks" / "differential.toml").read_text(encoding="utf-8"))
ARTICLES = sorted(str(path) for path in (HOME / "tests" / "articles").glob("*.txt"))
SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Tokyo"},
    {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "America/Los_Angeles"},
)


def extracted(surroundings: dict[str, str]) -> bytes:
    """Every figure of our own articles, as a process in these surroundings lists them."""
    command = [sys.executable, "-m", "figcheck", "extract", *ARTICLES, "--format", "jsonl"]
    return subprocess.run(command, env=os.environ | surroundings, capture_output=True, check=True).stdout


def test_figures_are_the_same_under_any_hash_seed_locale_and_time_zone() -> None:
    first, second = map(extracted, SURROUNDINGS)
    assert first == second
    assert first.count(b"\n") > len(ARTICLES)


@pytest.mark.parametrize("verdict", VERDICTS["verdict"], ids=lambda verdict: verdict["kind"][:60])
def test_each_verdict_names_who_is_right_and_where(verdict: dict[str, str]) -> None:
    assert verdict["right"] in ("figcheck", "quantulum3", "both", "neither")
    assert re.compile(verdict["group"]).pattern.startswith("^")
