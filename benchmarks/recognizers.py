"""How many spans and values of the English specifications of Recognizers-Text figcheck reads the same way.

The specifications (MIT, Microsoft) are not shipped here; the file holds one case a line: `spec`, `input`,
`results` with Start, End and Resolution. A result counts as found when a figure covers the same characters,
and as read when a figure that overlaps it has the same value, and for money and measures the same unit.
Some results figcheck means to read otherwise: recognizers-differences.toml names each kind and says why. Agreement
is counted with them ("read") and without ("read, differences apart"); `--causes` counts the results of each kind.

    python benchmarks/recognizers.py recognizers-en.jsonl [--show 20] [--causes] [-o reports/scoreboard.csv]
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from scoreboard import Measure, arguments, record

import figcheck
from figcheck import language, scan, units
from figcheck.interval import Interval
from figcheck.model import Figure
from figcheck.units import UnlikeUnits

Resolution = dict[str, Any]
DIFFERENCES = Path(__file__).with_name("recognizers-differences.toml")
DEGREES = {"C": "celsius", "F": "fahrenheit", "K": "kelvin", "Degree": "degree"}
CENTS = {"Cent": "USX", "Pence": "GBX", "Penny": "GBX"}
MOMENT = re.compile(r"^(XXXX|\d{4})?(?:-(XX|\d\d))?(?:-(\d\d))?(?:T(\d\d)(?::(\d\d))?)?$")
LENGTH = re.compile(r"^P(T?)([\d.]+)([YMWDHS])$")
LETTERS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}


@cache
def words(table: str) -> dict[str, str]:
    """Our names for units or currencies, by the words of vocabulary.toml."""
    folder = Path(figcheck.__file__).parent / "languages" / "en"
    borrowed = tomllib.loads((folder / "vocabulary.toml").read_text(encoding="utf-8"))
    own = tomllib.loads((folder / "units.toml").read_text(encoding="utf-8"))
    names: dict[str, str] = borrowed.get(table, {})
    return names | {word: unit for word, unit in own.get(table, {}).items() if unit}


def number(text: str) -> Decimal | None:
    """A printed number, or none."""
    try:
        return Decimal(text.rstrip("%"))
    except InvalidOperation:
        return None


def is_close(ours: Decimal | None, theirs: Decimal | None) -> bool:
    """Whether two numbers are one, theirs being a float of fifteen digits."""
    return ours is not None and theirs is not None and abs(ours - theirs) <= abs(theirs) * Decimal("1e-9")


def same_number(figure: Figure, result: Resolution) -> bool:
    """The value, whatever it counts."""
    ends = (figure.quantity.magnitude, figure.quantity.upper)
    return any(is_close(end, number(str(result.get("value")))) for end in ends)


def same_percent(figure: Figure, result: Resolution) -> bool:
    """The value; some specifications write the share "one in two" as "50%", where ours is 0.5."""
    if figure.kind == "share":
        return is_close(figure.quantity.magnitude * 100, number(str(result.get("value"))))
    return same_number(figure, result)


def same_measure(figure: Figure, result: Resolution) -> bool:
    """The value and its unit, or as much in another: "5 ft 2 in" is 62 inches. Of a rate, what is counted."""
    name = str(result.get("unit"))
    wanted = DEGREES.get(name) or words("units").get(name.lower())
    given = figure.quantity.unit.partition("/")[0]
    if wanted is None or given in (wanted, f"delta_{wanted}") or figure.quantity.unit == wanted:
        return same_number(figure, result)  # "mile/hour" is a unit of theirs, "dollars an hour" dollars
    try:
        readings = units.convert(Interval.point(figure.quantity.magnitude), given, wanted, None)
    except UnlikeUnits:
        return False
    return any(is_close(each.low, number(str(result.get("value")))) for each in readings)


def same_money(figure: Figure, result: Resolution) -> bool:
    """The value and its currency."""
    name = str(result.get("unit"))
    wanted = result.get("isoCurrency") or CENTS.get(name) or words("currencies").get(name.lower())
    return same_number(figure, result) and (wanted is None or figure.quantity.unit.partition("/")[0] == wanted)


def same_range(figure: Figure, result: Resolution) -> bool:
    """Both ends of "[20,100)"; an open end of theirs is a hedge of ours."""
    low, high = (number(end) for end in str(result.get("value")).strip("[]()").split(","))
    ends = [end for end in (low, high) if end is not None]
    ours = [figure.quantity.magnitude, figure.quantity.upper]
    return bool(ends) and all(any(is_close(end, each) for each in ours) for end in ends)


def same_time(figure: Figure, result: Resolution) -> bool:
    """A length of time, or the printed parts of a date; what depends on today ("next Monday") is not ours to know."""
    return any(
        same_length(figure, timex) or same_moment(figure, timex)
        for timex in (str(value.get("timex", "")) for value in result.get("values") or [])
    )


def same_length(figure: Figure, timex: str) -> bool:
    """A length of time such as PT3H."""
    match = LENGTH.match(timex)
    if not match:
        return False
    unit = LETTERS.get(match[1] + match[3])
    return figure.quantity.unit == unit and is_close(figure.quantity.magnitude, number(match[2]))


def same_moment(figure: Figure, timex: str) -> bool:
    """A day, a month, a year or a time of day, such as 2016-11-07T15:30."""
    match = MOMENT.match(timex)
    if not match or not timex:
        return False
    printed = zip(("year", "month", "day", "hour", "minute"), match.groups(), strict=True)
    wanted = {name: int(part) for name, part in printed if part and part.isdigit()}
    parts = dict(figure.parts)
    if figure.kind == "year":
        parts.setdefault("year", int(figure.quantity.magnitude))
    return bool(wanted) and all(
        parts.get(name, 0 if name == "minute" else None) == part for name, part in wanted.items()
    )


READINGS: dict[str, Callable[[Figure, Resolution], bool]] = {
    "Currency": same_money,
    "Dimension": same_measure,
    "Temperature": same_measure,
    "Age": same_measure,
    "NumberRange": same_range,
    "Number": same_number,
    "Ordinal": same_number,
    "Percent": same_percent,
    "Date": same_time,
}


def reading(spec: str) -> Callable[[Figure, Resolution], bool]:
    """How results of a specification are compared."""
    model = spec.rpartition("/")[2]
    return next((read for name, read in READINGS.items() if model.startswith(name)), same_time)


def spans(figure: Figure) -> set[tuple[int, int]]:
    """The characters of a figure, and of its bare number."""
    return {(figure.span.start, figure.span.end), (figure.digits.start, figure.digits.end)}


def agreements(
    case: dict[str, Any], figures: tuple[Figure, ...]
) -> Iterator[tuple[Resolution, list[Figure], bool, bool]]:
    """Each result of a case: the figures at its place, whether it was found, whether it was read."""
    is_same = reading(case["spec"])
    for result in case["results"]:
        if "Resolution" in result and result["Resolution"].get("value", "") in (None, "null"):
            continue  # a unit without a number, such as the second one of "convert 10 celsius to fahrenheit"
        start = result["Start"]
        end = result["End"] + 1 if "End" in result else start + result["Length"]
        over = [figure for figure in figures if figure.span.start < end and start < figure.span.end]
        is_found = any((start, end) in spans(figure) for figure in over)
        is_read = any(is_same(figure, result["Resolution"]) for figure in over) if "Resolution" in result else is_found
        yield result, over, is_found, is_read


def shown(case: dict[str, Any], result: Resolution, over: list[Figure]) -> str:
    """One result that was not read, and what was read in its place."""
    ours = [(figure.surface, figure.kind, str(figure.quantity.magnitude), figure.quantity.unit) for figure in over]
    return f"{case['spec']} | {case['input']} | {result['Text']} {result.get('Resolution')} | {ours}"


class Difference(NamedTuple):
    """A kind of spelling that figcheck reads otherwise on purpose."""

    cause: str
    specs: tuple[str, ...]
    text: re.Pattern[str] | None
    input: re.Pattern[str] | None

    def holds(self, case: dict[str, Any], result: Resolution) -> bool:
        """Whether a result is of this kind, whatever figcheck made of it."""
        if not case["spec"].startswith(self.specs):
            return False
        told = ((self.text, result["Text"]), (self.input, case["input"]))
        return all(pattern.search(text.lower().strip()) for pattern, text in told if pattern)


@cache
def differences() -> tuple[Difference, ...]:
    """The kinds of recognizers-differences.toml."""
    rows = tomllib.loads(DIFFERENCES.read_text(encoding="utf-8"))["difference"]

    def pattern(row: dict[str, Any], name: str) -> re.Pattern[str] | None:
        return re.compile(row[name]) if name in row else None

    return tuple(
        Difference(row["cause"], tuple(row["specs"]), pattern(row, "text"), pattern(row, "input")) for row in rows
    )


def cause_of(case: dict[str, Any], result: Resolution) -> str:
    """Why figcheck means to read a result otherwise; empty when it should agree."""
    return next((each.cause for each in differences() if each.holds(case, result)), "")


def measures(spec: str, count: Counter[str]) -> Iterator[Measure]:
    """What is put down of one specification."""
    for what in ("found", "read"):
        share = 100 * count[what] / count["results"]
        yield Measure(f"recognizers: {spec}, {what}", share, "%", f"{count['results']} results")
    if count["kept"]:
        share = 100 * count["kept read"] / count["kept"]
        sample = f"{count['kept']} results, {count['results'] - count['kept']} apart"
        yield Measure(f"recognizers: {spec}, read, differences apart", share, "%", sample)


def main() -> None:
    """Measure, print, record."""
    parser = arguments(__doc__ or "")
    parser.add_argument("cases", type=Path)
    parser.add_argument("--show", type=int, default=0, help="of each specification, print so many results not read")
    parser.add_argument("--only", default="", help="specifications whose name holds this")
    parser.add_argument("--causes", action="store_true", help="print how many results each deliberate difference takes")
    options = parser.parse_args()
    english = language.load("en")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    causes: Counter[tuple[str, str]] = Counter()
    for line in options.cases.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if options.only not in case["spec"]:
            continue
        count = counts[case["spec"]]
        for result, over, is_found, is_read in agreements(case, scan.scan(case["input"], english)):
            cause = cause_of(case, result)
            causes[case["spec"], cause] += not is_read
            count.update({"results": 1, "found": is_found, "read": is_read})
            if not cause:
                count.update({"kept": 1, "kept read": is_read, "missed": not is_read})
            if not cause and not is_read and count["missed"] <= options.show:
                print(shown(case, result, over))
    if options.causes:
        for (spec, cause), times in sorted(causes.items()):
            print(f"{times:5} not read   {spec}: {cause or 'to be read'}")
    measured = (each for spec, count in sorted(counts.items()) if count["results"] for each in measures(spec, count))
    record(list(measured), options.scoreboard)


if __name__ == "__main__":
    main()
