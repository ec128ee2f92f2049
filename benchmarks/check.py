"""Articles a second and peak memory of `figcheck check`, beside quantulum3 parsing texts of the same files.

Each runs in a process of its own, start included, one right after the other; what counts is the time that
the processor spent, so that a busy machine changes the ratio little.

    python benchmarks/check.py ARTICLES.jsonl [...] [-o reports/scoreboard.csv]
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from scoreboard import Measure, arguments, articles, record

PARSE = """
import json, sys, warnings
warnings.simplefilter("ignore")
from quantulum3 import parser
texts = [json.loads(line)["text"] for path in sys.argv[2:] for line in open(path, encoding="utf-8") if line.strip()]
for text in texts[:: int(sys.argv[1])]:
    parser.parse(text)
"""


class Run(NamedTuple):
    """What a command took: seconds by the wall, seconds of processor, megabytes."""

    wall: float
    processor: float
    memory: float


def run(command: list[str]) -> Run:
    """Runs a command to its end."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{command[0]} failed: run it by hand")
    return Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def main() -> None:
    """Measure, print, record."""
    parser = arguments(__doc__ or "")
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=5, help="quantulum3 gets every so manieth article")
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many")
    parser.add_argument("--alone", action="store_true", help="leave quantulum3 out")
    options = parser.parse_args()
    count = len(articles(options.articles))
    few = len(range(0, count, options.every))
    paths = [str(path) for path in options.articles]
    check = [sys.executable, "-m", "figcheck", "check", *paths, "--format", "csv"]
    ours, *more = sorted((run(check) for _ in range(options.rounds)), key=lambda each: each.processor)
    sample = f"{count} articles"
    measures = [
        Measure("check: figcheck, wall time", min(each.wall for each in (ours, *more)), "s", sample),
        Measure("check: figcheck, articles a second", count / ours.processor, "articles/s", sample),
        Measure("check: figcheck, peak memory", ours.memory, "MB", sample),
    ]
    if not options.alone:
        theirs = run([sys.executable, "-c", PARSE, str(options.every), *paths])
        each = f"{few} of them"
        measures += [
            Measure("check: quantulum3 parse alone, articles a second", few / theirs.processor, "articles/s", each),
            Measure("check: quantulum3 parse alone, peak memory", theirs.memory, "MB", each),
            Measure(
                "check: figcheck over quantulum3",
                theirs.processor / few * count / ours.processor,
                "times as fast",
                each,
            ),
        ]
    record(measures, options.scoreboard)


if __name__ == "__main__":
    main()
