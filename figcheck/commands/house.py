"""What is in force in a run: the command line, else the config, else what figcheck does anyway."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from figcheck import config, language
from figcheck.model import Document
from figcheck.problem import Problem, nearest
from figcheck.setting import of_house

# option -> its value where neither the command line nor a config gives one
DEFAULTS: dict[str, Any] = {
    "select": (),
    "ignore": (),
    "rules": (),
    "rates": "",
    "date": "",
    "format": "",
    "output": (),
    "show": "warning",
    "fail_on": "error",
    "baseline": "",
    "jobs": "1",
    "per_file_ignores": {},
    "sport": "",
    "dialect": "",
    "home_currency": "",
}
IN_CONFIG_ONLY = ("per_file_ignores", "sport", "dialect", "home_currency")
DEFAULT = "default"
NO_SPORT = "off"


def config_options(parser: ArgumentParser) -> None:
    """The options that say which config is in force."""
    parser.add_argument("--config", metavar="FILE", help="the config, instead of the nearest figcheck.toml")
    parser.add_argument("--isolated", action="store_true", help="no config, and nothing accepted before")


def settle(options: Namespace) -> None:
    """Fill in what the command line left open; `origins` says of each option where its value comes from."""
    options.config = _config(options)
    found = config.load(options.config) if options.config else {}
    options.origins = {}
    for name, default in DEFAULTS.items():
        given, key = getattr(options, name, None), name.replace("_", "-")
        if name not in IN_CONFIG_ONLY and not hasattr(options, name):
            continue
        if given is not None:
            value, origin = given, f"--{key}"
        elif key in found:
            value, origin = found[key].value, found[key].where
        else:
            value, origin = default, DEFAULT
        setattr(options, name, value)
        options.origins[name] = origin


def folder(options: Namespace) -> str:
    """The folder that the config stands in, from which its patterns count; the working folder where there is none."""
    return os.path.dirname(os.path.abspath(options.config)) if options.config else os.getcwd()


@contextmanager
def blamed(options: Namespace) -> Iterator[None]:
    """A wrong value that a config gave is a problem of the config's line, not of an option that nobody wrote."""
    try:
        yield
    except Problem as problem:
        raise traced(problem, options) from None


def traced(problem: Problem, options: Namespace) -> Problem:
    """The same problem, told where its value was written."""
    option, _, target = problem.where.partition(" ")
    name = "output" if option == "-o" else option.removeprefix("--").replace("-", "_")
    origin = options.origins.get(name, "")
    if not option.startswith("-") or origin.startswith("-") or origin in ("", DEFAULT):
        return problem
    return Problem(origin, f"{target}: {problem.what}" if target else problem.what, problem.hint)


def other_games(options: Namespace) -> tuple[str, ...]:
    """The relations of sport that a newsroom has turned off: those of every other game, or of all."""
    if not options.sport:
        return ()
    from pathlib import Path

    from figcheck import compiled

    games = compiled.parse(Path(config.__file__).with_name("families.toml"))["sport"]
    known = (*games, NO_SPORT)
    if options.sport not in known:
        raise Problem(options.origins["sport"], f"unknown game {options.sport!r}", nearest(options.sport, known))
    own = games.get(options.sport, ())
    return tuple(sorted({name for names in games.values() for name in names} - set(own)))


def home(options: Namespace) -> tuple[str, str]:
    """What a newsroom means by "$" and by "gallon": a currency and a dialect, each empty where it has not said so."""
    own = of_house(Document("", "", ()), options.home_currency, options.dialect, language.load())
    return own.home, own.dialect


def _config(options: Namespace) -> str:
    """The config in force; empty where there is none."""
    if options.isolated:
        if options.config:
            raise Problem("--config", "makes no sense beside --isolated")
        return ""
    if options.config:
        if not os.path.isfile(options.config):
            raise Problem(options.config, "no such config")
        return str(options.config)
    return config.find(os.getcwd())
