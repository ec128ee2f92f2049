"""Articles in, measures out: what the benchmarks share."""

from __future__ import annotations

import argparse
import csv
import json
import platform
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HEADER = ["measure", "value", "unit", "sample", "machine"]


@dataclass(frozen=True)
class Article:
    """One published article."""

    id: str
    text: str
    published: date | None


@dataclass(frozen=True)
class Measure:
    """One figure of the scoreboard: what was measured, how much, in what, on which sample."""

    name: str
    value: float
    unit: str
    sample: str = ""

    def __str__(self) -> str:
        sample = f"   ({self.sample})" if self.sample else ""
        return f"{self.name:46} {self.value:>12,.2f} {self.unit}{sample}"


def articles(paths: list[Path]) -> list[Article]:
    """The articles of JSON Lines files: objects with `id`, `date`, `text`."""
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [
        Article(row["id"], row["text"], date.fromisoformat(row["date"]) if row.get("date") else None) for row in rows
    ]


def arguments(about: str) -> argparse.ArgumentParser:
    """A parser with the option every benchmark has."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    parser.add_argument("-o", "--scoreboard", type=Path, help="CSV file in which to put the measures")
    return parser


def record(measures: list[Measure], path: Path | None) -> None:
    """Print the measures, and put each into its row of the scoreboard."""
    for measure in measures:
        print(measure)
    if path is None:
        return
    rows: dict[str, list[str]] = {}
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            rows = {cells[0]: cells for cells in list(csv.reader(file))[1:]}
    machine = f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}"
    for measure in measures:
        rows[measure.name] = [measure.name, f"{measure.value:.4g}", measure.unit, measure.sample, machine]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows[name] for name in sorted(rows))
