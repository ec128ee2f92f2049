"""Wall time and peak memory of `figcheck check` beside quantulum3 parsing the same texts.

Each runs in a process of its own, start included.

    python benchmarks/check.py ARTICLES.jsonl [-o reports/scoreboard.csv]
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from scoreboard import Measure, arguments, articles, record

PARSE = """
import json, sys, warnings
warnings.simplefilter("ignore")
from quantulum3 import parser
for line in open(sys.argv[1], encoding="utf-8"):
    if line.strip():
        parser.parse(json.loads(line)["text"])
"""


def run(command: list[str]) -> tuple[float, float]:
    """Seconds and megabytes that a command took."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{command[0]} failed: run it by hand")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    """Measure, print, record."""
    parser = arguments(__doc__ or "")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--alone", action="store_true", help="leave quantulum3 out")
    options = parser.parse_args()
    count = len(articles([options.articles]))
    sample = f"{count} articles"
    ours = run([sys.executable, "-m", "figcheck", "check", str(options.articles), "--format", "csv"])
    measures = [
        Measure("check: figcheck, wall time", ours[0], "s", sample),
        Measure("check: figcheck, articles a second", count / ours[0], "articles/s", sample),
        Measure("check: figcheck, peak memory", ours[1], "MB", sample),
    ]
    if not options.alone:
        theirs = run([sys.executable, "-c", PARSE, str(options.articles)])
        measures += [
            Measure("check: quantulum3 parse alone, wall time", theirs[0], "s", sample),
            Measure("check: quantulum3 parse alone, peak memory", theirs[1], "MB", sample),
            Measure("check: figcheck over quantulum3", theirs[0] / ours[0], "times as fast", sample),
        ]
    record(measures, options.scoreboard)


if __name__ == "__main__":
    main()
