"""`figcheck config`: what is in force in this folder, and which line of which file settled it."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Any

from figcheck import config
from figcheck.commands import gate, house
from figcheck.commands import options as given


def run(words: Sequence[str]) -> int:
    """Print every key with its value, as a config would hold it, and where the value comes from."""
    options = given.parse(_parser(), words)
    print(f"# {config.told(options.config) if options.config else 'no config'}")
    rows = [(_line(name, _taken(options, name)), options.origins[name]) for name in sorted(house.DEFAULTS)]
    width = max(len(setting) for setting, _ in rows)
    print(*(f"{setting:{width}}  # {origin}" for setting, origin in rows), sep="\n")
    return 0


def _line(name: str, value: Any) -> str:
    """A key and its value; one that has none is a comment, so that the whole can be kept as a config."""
    return f"{'# ' if value == '' else ''}{name.replace('_', '-')} = {_written(value)}"


def _taken(options: Namespace, name: str) -> Any:
    """The value of one key, of the sort that a config would hold."""
    return given.jobs(options) if name == "jobs" else getattr(options, name)


def _written(value: Any) -> str:
    """A value as TOML; paths of a config are told as they are seen from here."""
    if isinstance(value, dict):
        inside = ", ".join(f"{_written(key)} = {_written(part)}" for key, part in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_written, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _parser() -> ArgumentParser:
    parser = given.parser("config", "Show what is in force in this folder, and where it comes from.")
    given.rules_options(parser)
    given.report_options(parser)
    gate.options(parser)
    return parser
