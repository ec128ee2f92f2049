"""The walls of the house: who may import whom, how long things are, and where words live."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from figcheck import read, relate, report
from tests import house

# room -> floor. A room imports from the floors below; on its own floor only what BESIDE names.
FLOORS = {
    0: [
        "interval", "model", "problem", "record", "watch", "version",
    ],
    1: [
        "compiled", "language", "units", "factors", "rates", "ratefile", "columns",
        "arithmetic", "expression", "solve", "conditions", "ellipsis", "pattern", "rulefile", "rules",
        "vocabulary", "terms", "noun", "cues", "rated", "pace", "products", "dimensions", "days", "moments",
        "closeness", "inline", "known", "accepted", "baseline", "config",
    ],
    2: [
        "read", "sections", "segment", "scan", "describe", "fold", "portions", "match", "seek", "setting", "relate",
        "judge", "settle", "report",
    ],
    3: [
        "pipeline",
    ],
    4: [
        "explain", "mutate", "commands", "cli", "door", "many", "__init__", "__main__",
    ],
}  # fmt: skip
FLOOR = {room: floor for floor, rooms in FLOORS.items() for room in rooms}

# Neighbours on one floor. Stages are blind to each other; folding is the first half of matching.
BESIDE = {
    "interval": {"record"},
    "model": {"interval", "record"},
    "compiled": set(),
    "language": {"compiled"},
    "units": {"rates", "terms"},
    "factors": {"units", "terms"},
    "noun": {"language"},
    "rates": {"columns", "ratefile"},
    "ratefile": {"columns"},
    "arithmetic": {"units", "rates"},
    "days": {"arithmetic", "units"},
    "moments": set(),
    "solve": {"arithmetic", "days", "expression", "rates"},
    "conditions": {"units", "closeness", "products", "pace", "dimensions", "moments"},
    "rated": {"units"},
    "pace": {"units", "rates", "rated"},
    "dimensions": {"units", "rates", "rated"},
    "products": {"units", "rates", "rated"},
    "cues": {"language", "pattern"},
    "rulefile": {"expression", "pattern", "conditions", "compiled"},
    "rules": {"compiled", "rulefile", "expression", "pattern"},
    "vocabulary": {"compiled", "language", "units"},
    "accepted": {"config", "known"},
    "baseline": {"known"},
    "match": {"fold"},
    "seek": {"fold"},
    "setting": {"fold"},
    "explain": set(),
    "mutate": set(),
    "commands": {"explain", "mutate"},
    "cli": {"commands", "__init__"},
    "door": {"__init__"},
    "many": {"commands", "door"},
    "__init__": {"door", "many"},
    "__main__": {"cli"},
}

# The one door to each heavy library.
DOORS = {"pint": "units", "pandas": "report.table", "quantulum3": "vocabulary", "jinja2": "report.html_template"}

LONGEST_MODULE, LONGEST_FUNCTION = 300, 30
# Known to be longer; strict, so that one that was cut shorter leaves the list.
LONG_MODULES: set[str] = set()
LONG_FUNCTIONS: set[str] = set()

# Rooms that handle words. What they say to people (explain, commands, report) is said in Python.
WORDLESS = (
    "sections", "segment", "scan", "describe", "fold", "portions", "match", "seek", "pattern", "conditions", "relate",
    "judge", "arithmetic", "solve",
)  # fmt: skip
# Technical names that happen to be words of the language as well.
TECHNICAL = {
    "count", "money", "measure", "percent", "points", "share", "multiple", "duration", "age", "year", "date",
    "time", "ordinal", "score", "label", "second", "minute", "hour", "day", "week", "month", "decade",
    "century", "percentage point", "basis point", "body", "headline", "caption", "table", "standfirst",
    "boilerplate", "stated", "inferred", "structural", "first", "tight", "loose", "widest", "half", "left",
    "right", "low", "high", "absent", "to", "from", "role", "open", "close", "end", "stop", "not judged", "volume",
    "trim", "other", "smaller", "target", "sS", "quoted", "when", "",
    "error", "warning", "note", "reach", "gap", "near", "nearest", "day of the year", "time of day", "working",
}  # fmt: skip
# Said to a person: by `figcheck explain` when nothing was found, or of a pattern that cannot be read.
TOLD = {
    ("match", "an earlier pattern has these figures"),
    ("match", "one figure in two roles"),
    ("match", "> stands among them"),
    ("match", "> stands in the paragraph"),
    ("match", " and "),
    ("match", " clash"),
    ("conditions", ") does not hold"),
    ("pattern", "every {role} may be left out"),
    ("pattern", "no {role}"),
}


def test_every_module_has_a_room_and_every_room_a_floor():
    assert {house.room(name) for name in house.modules()} - set(FLOOR) == set()


def test_classes_of_fields_are_records():
    """`dataclasses` costs more at each start than all else that is imported; see `figcheck.record`."""
    texts = {name: path.read_text(encoding="utf-8") for name, path in house.modules().items()}
    assert [name for name, text in texts.items() if "dataclasses import" in text] == []


def test_imports_only_run_downwards():
    assert [_told(arrow) for arrow in house.arrows() if not _is_allowed(arrow)] == []


def _is_allowed(arrow: house.Arrow) -> bool:
    source, target = house.room(arrow.source), house.room(arrow.target)
    if source == target:
        return True
    return FLOOR.get(target, 9) < FLOOR.get(source, 0) or target in BESIDE.get(source, set())


def _told(arrow: house.Arrow) -> str:
    return f"{arrow.source}:{arrow.line} imports {arrow.target}"


def test_no_stage_knows_another():
    stages = set(FLOORS[2])
    pairs = {(house.room(a.source), house.room(a.target)) for a in house.arrows()}
    known = {("match", "fold"), ("seek", "fold"), ("setting", "fold")}
    assert {(a, b) for a, b in pairs if a in stages and b in stages and a != b} <= known


def test_no_module_imports_itself_by_a_detour():
    after: dict[str, set[str]] = {}
    for arrow in house.arrows():
        if arrow.at_load and arrow.target != "__init__":
            after.setdefault(arrow.source, set()).add(arrow.target)
    assert [name for name in house.modules() if name in set(_reached(name, after))] == []


def _reached(start: str, after: dict[str, set[str]]) -> Iterator[str]:
    seen, waiting = set(), list(after.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            yield name
            waiting += after.get(name, ())


@pytest.mark.parametrize("library", DOORS)
def test_a_heavy_library_is_named_in_one_file(library):
    assert [name for name in house.modules() if library in house.strangers(name)] == [DOORS[library]]


def test_heavy_libraries_load_only_when_asked_for():
    for name in house.modules():
        at_load = {alias.split(".")[0] for node in house.tree(name).body for alias in _imported(node)}
        assert not at_load & {*DOORS, "rich", "babel", "currency_converter", "inspect"}, name


def _imported(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_modules_are_short():
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in house.modules().items()}
    assert {name for name, length in lengths.items() if length > LONGEST_MODULE} == LONG_MODULES


def test_functions_are_short():
    long = {
        f"{name}.{function}"
        for name in house.modules()
        for function, length in house.functions(name)
        if length > LONGEST_FUNCTION
    }
    assert long == LONG_FUNCTIONS


@pytest.mark.parametrize("name", house.modules())
def test_every_public_name_says_what_it_is(name):
    assert list(house.untold(name)) == []


@pytest.mark.parametrize("name", [name for name in house.modules() if house.room(name) in WORDLESS])
def test_words_are_data_and_not_python(name):
    phrases = house.phrases() - TECHNICAL
    found = [
        (line, text, phrase)
        for line, text in house.literals(name)
        if not is_technical(text) and (name, text) not in TOLD and (phrase := house.spoken(text, phrases))
    ]
    assert found == []


def is_technical(text: str) -> bool:
    """A name of the model, of a table in the data, of a role in the rules, or anything_spelt_like_this."""
    known = TECHNICAL | house.table_keys() | house.role_names()
    return all(part in known for part in text.split(".")) or ("_" in text and text.isidentifier())


def test_a_word_in_python_is_noticed():
    assert house.spoken(r"\b(?:roughly|about)\s+\d", house.phrases()) in ("roughly", "about")
    assert house.spoken("of whom", house.phrases()) == "of whom"
    assert house.spoken("GBP/month", frozenset({"about"})) == ""


def test_every_builder_is_on_the_list():
    builders = {name for name in house.modules() if name.startswith("relate.") and _takes_a_document(name)}
    assert {f"relate.{builder.__module__.rpartition('.')[2]}" for builder in relate.BUILDERS.values()} == builders


def _takes_a_document(name: str) -> bool:
    """Whether a module has a function of its own name that builds from the whole document."""
    own = name.rpartition(".")[2]
    made = [node for node in house.tree(name).body if isinstance(node, ast.FunctionDef) and node.name == own]
    return any(argument.arg == "document" for node in made for argument in node.args.args[:1])


def test_every_reader_is_on_the_list():
    readers = {name for name in house.modules() if name.startswith("read.") and "read" in _defined(name)}
    assert {reader.__module__.partition(".")[2] for reader in read.READERS.values()} == readers


def test_every_writer_is_on_the_list():
    for shape, listed in (("FINDINGS", report.FINDINGS), ("FIGURES", report.FIGURES), ("CHECKS", report.CHECKS)):
        writers = {name for name in house.modules() if name.startswith("report.") and shape in _defined(name)}
        assert {f"report.{module}" for module in listed.values()} == writers


def _defined(name: str) -> set[str]:
    """The names that a module defines at its top."""
    found = set()
    for node in house.tree(name).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        for target in getattr(node, "targets", [getattr(node, "target", None)]):
            if isinstance(target, ast.Name):
                found.add(target.id)
    return found
