"""Articles a second on one core: a bare search for digits, figcheck's scan, quantulum3's parser.

The three take turns over the same texts in one run, so that the ratios hold on a busy machine too.

    python benchmarks/scan.py ARTICLES.jsonl [...] [-o reports/scoreboard.csv]
"""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from statistics import median

from scoreboard import Measure, arguments, articles, record

DIGITS = re.compile(r"\d[\d.,]*")


def digits(text: str) -> object:
    """The floor: every run of digits, and nothing understood."""
    return DIGITS.findall(text)


def figcheck() -> Callable[[str], object]:
    """figcheck's scan, paragraph by paragraph as `figcheck check` does it."""
    from figcheck import language, scan

    english = language.load("en")
    return lambda text: [scan.scan(paragraph, english) for paragraph in text.split("\n\n")]


def quantulum() -> Callable[[str], object]:
    """quantulum3's parser on the whole text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser
    parse: Callable[[str], object] = parser.parse
    return parse


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    """How long a reader takes over the texts."""
    start = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - start


def main() -> None:
    """Measure, print, record."""
    parser = arguments(__doc__ or "")
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--few", type=int, default=30, help="so many articles for slow quantulum3")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts = [article.text for article in articles(options.articles)]
    few = texts[:: max(len(texts) // options.few, 1)][: options.few]
    scan, parse = figcheck(), quantulum()
    for read in (scan, parse):
        read(texts[0])
    takes: dict[str, list[float]] = {"digits": [], "scan": [], "scan few": [], "parse few": []}
    for _ in range(options.rounds):
        takes["digits"].append(seconds(digits, texts))
        takes["scan"].append(seconds(scan, texts))
        takes["scan few"].append(seconds(scan, few))
        takes["parse few"].append(seconds(parse, few))
    floor, whole, ours, theirs = (median(takes[name]) for name in ("digits", "scan", "scan few", "parse few"))
    mean = sum(map(len, texts)) // len(texts)
    sample = f"{len(texts)} articles of {mean} characters"
    record(
        [
            Measure("scan: figcheck", len(texts) / whole, "articles/s", sample),
            Measure("scan: bare digits", len(texts) / floor, "articles/s", sample),
            Measure("scan: quantulum3", len(few) / theirs, "articles/s", f"{len(few)} of them"),
            Measure("scan: figcheck over quantulum3", theirs / ours, "times as fast", f"{len(few)} of them"),
            Measure("scan: figcheck over bare digits", whole / floor, "times as long", sample),
        ],
        options.scoreboard,
    )


if __name__ == "__main__":
    main()
