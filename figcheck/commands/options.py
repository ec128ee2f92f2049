"""What the verbs share on the command line: reading options, and one clear line for a wrong one."""

from __future__ import annotations

from argparse import ArgumentError, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from figcheck.commands import house
from figcheck.commands.judging import Settings, loaded
from figcheck.problem import Problem, nearest
from figcheck.rates import Rates
from figcheck.rules import Rulebook

HELP_WIDTH = 110  # told, because asking the terminal loads what nothing else here needs


def parser(verb: str, summary: str, more: str = "") -> ArgumentParser:
    """An empty parser for one verb."""
    return ArgumentParser(
        prog=f"figcheck {verb}",
        description=summary,
        epilog=more,
        formatter_class=partial(RawDescriptionHelpFormatter, width=HELP_WIDTH),
        allow_abbrev=False,
        exit_on_error=False,
    )


def parse(parser: ArgumentParser, words: Sequence[str]) -> Namespace:
    """The options; paths may stand between them, and an unknown option names its nearest neighbour."""
    try:
        options, rest = parser.parse_known_args(list(words))
    except ArgumentError as error:
        raise Problem(error.argument_name or "arguments", error.message) from None
    unknown = [word for word in rest if word.startswith("-") and word != "-"]
    if unknown:
        name = unknown[0].partition("=")[0]
        allowed = [name for action in parser._actions for name in action.option_strings if name.startswith("--")]
        raise Problem(name, "no such option", nearest(name, allowed))
    if rest and not hasattr(options, "paths"):
        raise Problem(rest[0], "one argument too many")
    if rest:
        options.paths = [*options.paths, *rest]
    if hasattr(options, "isolated"):
        house.settle(options)
    return options


def rules_options(parser: ArgumentParser) -> None:
    """The options that say which rules and rates are in force."""
    parser.add_argument("--select", action="append", metavar="RULE", help="only these rules or relations")
    parser.add_argument("--ignore", action="append", metavar="RULE", help="all but these")
    parser.add_argument("--rules", action="append", metavar="FOLDER", help="rules of your own, beside ours")
    parser.add_argument("--rates", metavar="FILE.csv", help="exchange rates that add to ours or replace them")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="the day of publication, where an article gives none")
    house.config_options(parser)


def report_options(parser: ArgumentParser) -> None:
    """The options that say what is told, where, and on how many processors."""
    from figcheck import report

    parser.add_argument("--format", help=f"what to print: {', '.join(report.FINDINGS)}")
    parser.add_argument(
        "-o", "--output", action="append", metavar="PATH",
        help="also write a report there, its format told by the ending or as FORMAT=PATH; repeatable",
    )  # fmt: skip
    parser.add_argument("--show", metavar="LEVEL", help="least severity told: error, warning, note")
    parser.add_argument("--jobs", metavar="N", help="check on so many processors at once")


def settings(options: Namespace) -> Settings:
    """All that decides what the check says of an article."""
    spared = tuple((pattern, tuple(names)) for pattern, names in options.per_file_ignores.items())
    home, dialect = house.home(options)
    return Settings(
        folders=tuple(options.rules),
        select=_names(options.select),
        ignore=_names(options.ignore) + house.other_games(options),
        rates=options.rates,
        spared=spared,
        spared_in=house.folder(options) if spared else "",
        spared_by=options.origins["per_file_ignores"],
        since=getattr(options, "since", ""),
        home=home,
        dialect=dialect,
    )


def jobs(options: Namespace) -> int:
    """How many processors to use."""
    if not options.jobs.isdecimal() or int(options.jobs) < 1:
        raise Problem("--jobs", f"{options.jobs!r} is no number of processors", "expected 1 or more")
    return int(options.jobs)


def rulebook(options: Namespace) -> Rulebook:
    """The rules in force."""
    from figcheck import pipeline

    folders = tuple(Path(folder) for folder in options.rules)
    with house.blamed(options):
        ignored = _names(options.ignore) + house.other_games(options)
        found = pipeline.load_rulebook(folders, _names(options.select), ignored)
    loaded()
    return found


def rates(options: Namespace) -> Rates:
    """The exchange rates in force."""
    return Rates.load(Path(options.rates) if options.rates else None)


def day(options: Namespace) -> date | None:
    """The day given with --date."""
    from figcheck.read.dates import iso_date

    return iso_date(options.date, "--date") if options.date else None


def level(given: str, allowed: Sequence[str], option: str) -> str:
    """One of a few words, or a problem with the nearest."""
    if given not in allowed:
        raise Problem(option, f"unknown level {given!r}", nearest(given, allowed))
    return given


def _names(given: Sequence[str]) -> tuple[str, ...]:
    """Rule names, parted by commas or given one by one."""
    return tuple(name.strip() for names in given for name in names.split(",") if name.strip())
