"""What a newsroom settled once for all its runs: `figcheck.toml`, or `[tool.figcheck]` in `pyproject.toml`.

The nearest one above the working folder is in force, alone: nothing is mixed in from further up, and an option
on the command line replaces its value and adds nothing to it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from figcheck.problem import Problem, nearest
from figcheck.record import record

OWN, SHARED, TABLE = "figcheck.toml", "pyproject.toml", "tool.figcheck"


@record
class Setting:
    """A value and where it stands: FILE:LINE."""

    value: Any
    where: str


def find(start: str) -> str:
    """The config in force in a folder: its own, or that of the nearest folder it lies in; empty where there is none."""
    for folder in above(start):
        own, shared = os.path.join(folder, OWN), os.path.join(folder, SHARED)
        has_own, has_shared = os.path.isfile(own), os.path.isfile(shared) and _speaks_of_us(shared)
        if has_own and has_shared:
            raise Problem(told(shared), f"[{TABLE}] stands beside {OWN}", "keep one of them")
        if has_own or has_shared:
            return own if has_own else shared
    return ""


def above(start: str) -> Iterator[str]:
    """A folder and all that it lies in, from the inside out."""
    folder = os.path.abspath(start)
    yield folder
    while (outer := os.path.dirname(folder)) != folder:
        folder = outer
        yield folder


def load(path: str) -> dict[str, Setting]:
    """Every setting of a config, checked: a key that is unknown or a value of the wrong sort is a `Problem`."""
    import tomllib

    text, name = _text(path), told(path)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).partition(" (at line ")
        raise Problem(f"{name}:{place.partition(',')[0] or text.count(chr(10)) + 1}", f"not TOML: {what}") from None
    first = 0
    if os.path.basename(path) == SHARED:
        first = next((at for at, line in enumerate(text.splitlines()) if re.match(r"\s*\[+tool\.figcheck", line)), 0)
        table = table.get("tool", {}).get("figcheck", {})
        if not isinstance(table, dict):
            raise Problem(name, f"[{TABLE}] is no table", "expected keys and values")
    folder = os.path.dirname(path)
    return {key: _setting(key, value, f"{name}:{_line(text, key, first)}", folder) for key, value in table.items()}


def _setting(key: str, value: Any, where: str, folder: str) -> Setting:
    if key not in KEYS:
        raise Problem(where, f"unknown key {key!r}", nearest(key, KEYS))
    expected, fits, settled = KEYS[key]
    if not fits(value):
        raise Problem(where, f"{key} is {_named(value)}", f"expected {expected}")
    return Setting(settled(value, folder), where)


def _named(value: Any) -> str:
    """What a TOML value is, in words."""
    names = {bool: "true or false", str: "a string", int: "a whole number", float: "a number", list: "a list"}
    name = names.get(type(value), "a table" if isinstance(value, dict) else "a date or a time")
    return f"{name}: {value!r}" if type(value) in (str, int) else name


# ---- what values may be, and how they are taken ----

def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_day(value: Any) -> bool:
    return _is_text(value) or type(value) is date


def _is_number(value: Any) -> bool:
    return type(value) is int and value > 0


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_texts, value.values()))


def _as_is(value: Any, folder: str) -> Any:
    return value


def _as_text(value: Any, folder: str) -> str:
    return str(value)


def _path(value: str, folder: str) -> str:
    """A path of a config counts from the folder it is in, wherever figcheck is started."""
    return told(os.path.join(folder, value))


def _paths(value: list[str], folder: str) -> list[str]:
    return [_path(one, folder) for one in value]


def _targets(value: list[str], folder: str) -> list[str]:
    """Reports, some of them as FORMAT=PATH."""
    split = (re.fullmatch(r"(\w+=)?(.*)", one, re.DOTALL) for one in value)
    return [(found[1] or "") + _path(found[2], folder) for found in split if found]


# key -> what is expected, whether a value is that, and how it is taken
KEYS: Mapping[str, tuple[str, Callable[[Any], bool], Callable[[Any, str], Any]]] = {
    "baseline": ("a file name", _is_text, _path),
    "date": ("a day such as 2024-03-14", _is_day, _as_text),
    "dialect": ('"uk" or "us"', _is_text, _as_is),
    "fail-on": ('a level such as "error"', _is_text, _as_is),
    "format": ('a format such as "concise"', _is_text, _as_is),
    "home-currency": ('the code of a currency, such as "AUD"', _is_text, _as_is),
    "ignore": ("a list of rules", _is_texts, _as_is),
    "jobs": ("a whole number above zero", _is_number, _as_text),
    "output": ("a list of files", _is_texts, _targets),
    "per-file-ignores": ("a table of lists of rules, by file", _is_table, _as_is),
    "rates": ("a file name", _is_text, _path),
    "rules": ("a list of folders", _is_texts, _paths),
    "select": ("a list of rules", _is_texts, _as_is),
    "show": ('a level such as "warning"', _is_text, _as_is),
    "sport": ('a game such as "football", or "off"', _is_text, _as_is),
}


# ---- files and lines ----


def _speaks_of_us(path: str) -> bool:
    """Whether a `pyproject.toml` has our table; most have not, and are not worth parsing."""
    try:
        with open(path, "rb") as stream:
            return re.search(rb"^\s*\[+tool\.figcheck\b", stream.read(), re.MULTILINE) is not None
    except OSError:
        return False


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as stream:
            return stream.read()
    except UnicodeDecodeError:
        raise Problem(told(path), "broken UTF-8", "save it as UTF-8") from None
    except OSError as error:
        raise Problem(told(path), f"cannot be read: {error.strerror or error}") from None


def _line(text: str, key: str, first: int) -> int:
    """The line on which a key is given its value, or opens its table."""
    name = re.escape(key)
    opens = re.compile(rf"""\s*(?:["']?{name}["']?\s*[=.]|\[+(?:tool\.figcheck\.)?["']?{name}["']?[\].])""")
    lines = text.splitlines()
    return next((at for at, line in enumerate(lines, 1) if at > first and opens.match(line)), first + 1)


def told(path: str) -> str:
    """A path as a person in the working folder would write it."""
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive
        return path
