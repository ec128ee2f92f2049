"""Where figcheck's scan and quantulum3's parser read the same articles differently, the most frequent kind first.

Readings that touch are laid side by side; those that say the same are counted and dropped, names of units and of
money put aside. The rest falls into groups by what each side read and by the shape of the words: every run of digits
is 9, every number word "nine", every month "may". differential.toml says of each kind of group who is right and
why, as it was found by reading them; what no verdict covers is counted as unread.

    python benchmarks/differential.py ARTICLES.jsonl [...] [--keep parsed.json] [--show 50] [-o reports/scoreboard.csv]
"""

from __future__ import annotations

import json
import re
import tomllib
import warnings
from argparse import Namespace
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scoreboard import Article, Measure, arguments, articles, record

from figcheck import language, scan
from figcheck.model import Figure

VERDICTS = Path(__file__).with_name("differential.toml")
CLOSE = 1e-9  # theirs are floats
CONTEXT = 45  # characters either side of what is shown
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"[^\W\d_]+")
TOKEN_ENDS = ".,;:!?()[]\"'“”‘’"
PLAIN = ("", "count", "share", "multiple", "label", "ordinal", "score", "year", "date", "time")


class Reading(NamedTuple):
    """What one side read in one place: what it is of, and its one value or both its ends."""

    start: int
    end: int
    name: str
    low: float
    high: float


class Difference(NamedTuple):
    """A place that is read differently: the readings of each side, and the shape of its words."""

    ours: str
    theirs: str
    shape: str
    start: int
    end: int

    @property
    def group(self) -> str:
        """What the differences of one kind have in common."""
        return f"{self.ours or '-'} | {self.theirs or '-'} | {self.shape}"


class Verdict(NamedTuple):
    """Who is right where a group looks like this: figcheck, quantulum3, both (a convention) or neither."""

    right: str
    kind: str
    group: re.Pattern[str]


def ours(text: str) -> list[Reading]:
    """figcheck's figures, paragraph by paragraph as `figcheck check` reads them."""
    found, offset = [], 0
    for paragraph in text.split("\n\n"):
        found += [_reading(figure, offset) for figure in scan.scan(paragraph, language.load("en"))]
        offset += len(paragraph) + 2
    return found


def _reading(figure: Figure, offset: int) -> Reading:
    low = float(figure.quantity.magnitude)
    high = low if figure.quantity.upper is None else float(figure.quantity.upper)
    named = figure.kind if figure.kind in PLAIN else f"{figure.kind} {figure.quantity.unit}"
    return Reading(figure.span.start + offset, figure.span.end + offset, named, low, high)


def theirs(text: str) -> list[Reading]:
    """quantulum3's quantities; of a range it knows the middle and how far it is to the ends."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser
    found = []
    for each in parser.parse(text):
        far = each.uncertainty or 0
        found.append(Reading(*each.span, str(each.unit.name), each.value - far, each.value + far))
    return found


def parsed(article: Article, kept: dict[str, list[list[object]]]) -> list[Reading]:
    """quantulum3's quantities, from an earlier run where that has been kept; an article it falls over has none."""
    if article.id not in kept:
        try:
            kept[article.id] = [list(reading) for reading in theirs(article.text)]
        except Exception as error:  # another's parser: whatever it is, the comparison goes on
            kept[article.id] = [[0, 0, f"failed: {type(error).__name__}", 0.0, 0.0]]
    return [Reading(*row) for row in kept[article.id]]  # type: ignore[arg-type]


@cache
def unit_of(name: str) -> str:
    """Our name for a unit of theirs, where our words know one of its surfaces: "pound sterling" is GBP."""
    from quantulum3 import load

    known = load.units().names.get(name)
    if known is None:
        return name
    if known.currency_code:
        return str(known.currency_code)
    for table in ("units", "currencies"):
        words = language.load("en").vocabulary[table] | language.load("en").units[table]
        for surface in known.surfaces:
            if words.get(surface.lower()):
                return str(words[surface.lower()])
    return name


def is_same(mine: list[Reading], other: list[Reading]) -> bool:
    """Whether both sides read one figure of one value and one unit; a range and a middle with its ends are one."""
    if len(mine) != 1 or len(other) != 1:
        return False
    first, second = mine[0], other[0]
    ends = ((first.low, second.low), (first.high, second.high))
    is_close = all(abs(a - b) <= CLOSE * max(abs(b), 1) for a, b in ends)
    kind, _, unit = first.name.partition(" ")
    return is_close and (second.name == "dimensionless" if kind in ("count", "share") else unit == unit_of(second.name))


def clusters(mine: list[Reading], other: list[Reading]) -> Iterator[tuple[list[Reading], list[Reading]]]:
    """The readings of both sides, those that touch put together."""
    both = sorted([(each, 0) for each in mine] + [(each, 1) for each in other], key=lambda row: (row[0][:2], row[1]))
    sides: tuple[list[Reading], list[Reading]] = ([], [])
    end = 0
    for each, side in both:
        if each.start >= end and any(sides):
            yield sides
            sides = ([], [])
        sides[side].append(each)
        end = max(end, each.end)
    if any(sides):
        yield sides


@cache
def folds() -> dict[str, str]:
    """Words of which one stands for all: number words, months, weekdays, ordinals."""
    words = language.load("en")
    tables = (
        (words.labels["ordinals"]["words"], "ninth"), (words.numerals["cardinals"], "nine"),
        (words.calendar["months"], "may"), (words.calendar["weekdays"], "monday"),
    )  # fmt: skip
    return {word: stands for table, stands in tables for word in table}


def shape(surface: str) -> str:
    """The shape of words: "1,250 of 3 March" is "9 of 9 may"."""
    low = DIGITS.sub("9", " ".join(surface.lower().split()))
    return WORD.sub(lambda found: folds().get(found[0], found[0]), low)


def differences(text: str, other: list[Reading]) -> Iterator[Difference | None]:
    """Each place that both or either have read: the difference there, or None where they agree."""
    for mine, his in clusters(ours(text), other):
        if is_same(mine, his):
            yield None
            continue
        start, end = min(each.start for each in mine + his), max(each.end for each in mine + his)
        if not mine:
            start, end = _whole(text, start, end)
        names = [" + ".join(each.name for each in side) for side in (mine, [_translated(each) for each in his])]
        if mine and his and _values(mine) != _values(his):
            names[1] += ", another value"
        yield Difference(names[0], names[1], shape(text[start:end]), start, end)


def _translated(reading: Reading) -> Reading:
    name = "number" if reading.name == "dimensionless" else unit_of(reading.name)
    return reading._replace(name=name)


def _values(readings: list[Reading]) -> list[tuple[str, str]]:
    return [(f"{each.low:.9g}", f"{each.high:.9g}") for each in readings]


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The words that a reading stands in, without their stops: what only they have read is part of "A350-900"."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while end > start + 1 and text[end - 1] in TOKEN_ENDS:
        end -= 1
    while start < end - 1 and text[start] in TOKEN_ENDS:
        start += 1
    return start, end


def verdicts() -> list[Verdict]:
    """The verdicts of differential.toml, in their order: the first that fits a group counts."""
    rows = tomllib.loads(VERDICTS.read_text(encoding="utf-8"))["verdict"]
    return [Verdict(row["right"], row["kind"], re.compile(row["group"])) for row in rows]


def verdict_of(group: str, known: list[Verdict]) -> Verdict:
    """The verdict on a group; one that nobody has given is "unread"."""
    return next((each for each in known if each.group.search(group)), Verdict("unread", "", re.compile("")))


def shown(examples: list[tuple[str, Difference]]) -> Iterator[str]:
    """A few places of a group, in their sentences."""
    for text, each in examples:
        around = text[max(0, each.start - CONTEXT) : each.start], text[each.end : each.end + CONTEXT]
        yield " ".join(f"{around[0]}[{text[each.start : each.end]}]{around[1]}".split())


def print_groups(groups: Counter[str], examples: dict[str, list[tuple[str, Difference]]], options: Namespace) -> None:
    """The groups, the most frequent first, each with its verdict."""
    known = verdicts()
    for group, times in sorted(groups.items(), key=lambda item: (-item[1], item[0])):
        verdict = verdict_of(group, known)
        if options.show <= 0 or not verdict.right.startswith(options.right):
            continue
        options.show -= 1
        print(f"{times:6} {verdict.right:10} {group}")
        for line in shown(examples[group]):
            print(f"           {line}")


def print_verdicts(groups: Counter[str]) -> None:
    """How many places each verdict takes, the most first."""
    known, places = verdicts(), Counter[tuple[str, str]]()
    for group, times in groups.items():
        verdict = verdict_of(group, known)
        places[verdict.right, verdict.kind] += times
    for (right, kind), times in sorted(places.items(), key=lambda item: (-item[1], item[0])):
        print(f"{times:6} {right:10} {kind}")


def measures(groups: Counter[str], agreed: int, sample: str) -> list[Measure]:
    """How much is read alike, and who is right in what is not."""
    known, right = verdicts(), Counter({"figcheck": 0, "quantulum3": 0, "both": 0, "neither": 0})
    for group, times in groups.items():
        right[verdict_of(group, known).right] += times
    unread = right.pop("unread", 0)
    counted = [Measure("differential: read alike", agreed, "places", sample)]
    counted.append(Measure("differential: no verdict", unread, "places", sample))
    return counted + [Measure(f"differential: {name} right", times, "places", sample) for name, times in right.items()]


def main() -> None:
    """Compare, print, record."""
    parser = arguments(__doc__ or "")
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--keep", type=Path, help="a file for what quantulum3 reads, which takes its time")
    parser.add_argument("--show", type=int, default=20, help="print so many groups")
    parser.add_argument("--examples", type=int, default=0, help="print so many places of each")
    parser.add_argument("--right", default="", help="print groups of this verdict only: figcheck, unread")
    options = parser.parse_args()
    kept = json.loads(options.keep.read_text(encoding="utf-8")) if options.keep and options.keep.exists() else {}
    groups: Counter[str] = Counter()
    examples: dict[str, list[tuple[str, Difference]]] = defaultdict(list)
    agreed = 0
    read = articles(options.articles)
    for article in read:
        for each in differences(article.text, parsed(article, kept)):
            if each is None:
                agreed += 1
                continue
            groups[each.group] += 1
            if len(examples[each.group]) < options.examples:
                examples[each.group].append((article.text, each))
    if options.keep:
        options.keep.write_text(json.dumps(kept), encoding="utf-8")
    print_groups(groups, examples, options)
    print_verdicts(groups)
    record(measures(groups, agreed, f"{len(read)} articles"), options.scoreboard)


if __name__ == "__main__":
    main()
