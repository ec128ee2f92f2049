"""How long it takes until something happens: processes from their start to their end.

python benchmarks/startup.py ARTICLE.txt [-o reports/scoreboard.csv]
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from scoreboard import Measure, arguments, record


def milliseconds(command: list[str], rounds: int) -> float:
    """The median time of a process, the first one left out: it fills the caches."""
    takes = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        takes.append(1000 * (time.perf_counter() - start))
    return median(takes[1:])


def main() -> None:
    """Measure, print, record."""
    parser = arguments(__doc__ or "")
    parser.add_argument("article", type=Path, help="a short article")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    size = f"{len(options.article.read_text(encoding='utf-8'))} characters"
    commands = {
        "start-up: bare Python": ["-c", "pass"],
        "start-up: figcheck --version": ["-m", "figcheck", "--version"],
        "start-up: import figcheck": ["-c", "import figcheck"],
        "start-up: figcheck check, one short article": ["-m", "figcheck", "check", str(options.article)],
        "start-up: import pint": ["-c", "import pint; pint.UnitRegistry()"],
        "start-up: import pandas": ["-c", "import pandas"],
    }
    parse = "from quantulum3 import parser; parser.parse('5 miles')"
    once = {"start-up: quantulum3, first parse": ["-W", "ignore", "-c", parse]}
    measures = [
        Measure(name, milliseconds(command, options.rounds), "ms", size if "article" in name else "")
        for name, command in commands.items()
    ]
    measures += [Measure(name, milliseconds(command, 2), "ms") for name, command in once.items()]
    record(measures, options.scoreboard)


if __name__ == "__main__":
    main()
