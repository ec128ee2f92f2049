"""Does work grow with the text and no faster? Ratios of times, for plain text and for hostile text.

A text ten times as long should take ten times as long, and a hostile one (a megabyte of "1,") twice as long as
its first half.

    python benchmarks/growth.py [--only scan] [-o reports/scoreboard.csv]
"""

from __future__ import annotations

import time
from collections.abc import Callable

from scoreboard import Measure, arguments, record

STORY = (
    "The harbour authority said on Tuesday that 1,240 of its 3,100 moorings, or 40 per cent, had been let by March.\n\n"
    "Repairs to the 2.4-mile (3.9km) breakwater will cost £83m, up from £71m two years ago, and take three years.\n\n"
    "About two-thirds of the 5,600 berth holders, some of whom pay as much as £14,000 a year, have renewed.\n\n"
)
ENOUGH = 1.0  # seconds: what takes longer is read once
HOSTILE = {
    "1,": "1,",
    "1-": "1-",
    "one and ": "one and ",
    "one ": "one ",
    "1 to ": "1 to ",
    "1.": "1.",
    "a ": "a ",
    "per cent ": "per cent ",
    "20 January ": "20 January ",
    "12 of 15, or 80%, ": "12 of 15, or 80%, ",
    "brackets": "(",
    "spaces": " ",
    "digits": "7",
    "pounds": "£",
    "hundred ": "hundred ",
    "1 per cent ": "1 per cent ",
    "a full stop": ".",
    "letters": "a",
    "lines": "\n",
    "£1 (": "£1 (",
    "12 of them ": "12 of them ",
}


def seconds(read: Callable[[str], object], text: str) -> float:
    """The time of the processor for one reading; the quickest of three when that is soon done."""
    takes: list[float] = []
    while len(takes) < 3 and sum(takes) < ENOUGH:
        start = time.process_time()
        read(text)
        takes.append(time.process_time() - start)
    return min(takes)


def readers() -> dict[str, Callable[[str], object]]:
    """The scan alone, paragraph by paragraph, and the whole line from text to report."""
    import figcheck
    from figcheck import language, scan

    english = language.load("en")
    return {
        "scan": lambda text: [scan.scan(paragraph, english) for paragraph in text.split("\n\n")],
        "check": lambda text: figcheck.check(text, date="2022-12-23"),
    }


def main() -> None:
    """Measure, print, record."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the smaller plain text")
    parser.add_argument("--hostile", type=int, default=1_000_000, help="characters of a hostile text")
    parser.add_argument("--only", choices=("scan", "check"), help="leave the other out")
    options = parser.parse_args()
    measures = []
    for name, read in readers().items():
        if options.only not in (None, name):
            continue
        read(STORY)
        small = STORY * (options.size // len(STORY))
        one, ten = seconds(read, small), seconds(read, small * 10)
        sample = f"{one:.2f} s at first"
        measures.append(Measure(f"growth: {name}, ten times the text", ten / one, "times as long", sample))
        for kind, piece in HOSTILE.items():
            text = f"So it was: {piece * (options.hostile // len(piece))} and so on."
            half, whole = seconds(read, text[: len(text) // 2]), seconds(read, text)
            sample = f"{whole:.2f} s for {len(text) / 1e6:.1f} MB"
            measures.append(Measure(f"growth: {name} of {kind}", whole / max(half, 1e-3), "times as long", sample))
    record(measures, options.scoreboard)


if __name__ == "__main__":
    main()
