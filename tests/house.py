"""Reads the package as text: its modules, their imports, their functions and their words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import compiled, language, rules

PACKAGE = Path(language.__file__).parent


@dataclass(frozen=True)
class Arrow:
    """One import: who, whom, on which line, and whether it runs when the module is loaded."""

    source: str
    target: str
    line: int
    at_load: bool


@cache
def modules() -> dict[str, Path]:
    """Every module of figcheck by its name without the package: "scan.number", "read" for a folder's own."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name or "__init__"] = path
    return found


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text(encoding="utf-8"))


def room(name: str) -> str:
    """The room a module belongs to: its folder, or the module itself."""
    return name.partition(".")[0]


@cache
def arrows() -> tuple[Arrow, ...]:
    """Every import of one module of figcheck by another, those inside functions and for types included."""
    return tuple(arrow for name in modules() for arrow in _arrows_of(name))


def _arrows_of(name: str) -> Iterator[Arrow]:
    late = {id(inner) for node in ast.walk(tree(name)) if _is_late(node) for inner in ast.walk(node)}
    for node in ast.walk(tree(name)):
        for target in _targets(node):
            if target != name:
                yield Arrow(name, target, node.lineno, id(node) not in late)


def _is_late(node: ast.AST) -> bool:
    """Whether what is inside runs later than the module, or never: a function, or `if TYPE_CHECKING`."""
    is_typing = isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return is_typing or isinstance(node, ast.FunctionDef | ast.Lambda)


def _targets(node: ast.AST) -> list[str]:
    """The modules of figcheck that an import names."""
    if isinstance(node, ast.Import):
        return [_module(alias.name) for alias in node.names if alias.name.split(".")[0] == "figcheck"]
    if not isinstance(node, ast.ImportFrom):
        return []
    assert node.level == 0, f"line {node.lineno}: a relative import hides which room it reaches"
    base = node.module or ""
    if base.split(".")[0] != "figcheck":
        return []
    return sorted({_module(f"{base}.{alias.name}") for alias in node.names})


def _module(dotted: str) -> str:
    """The module a dotted name lies in: "figcheck.model.Claim" lies in "model"."""
    parts = dotted.split(".")[1:]
    while parts and ".".join(parts) not in modules():
        parts.pop()
    return ".".join(parts) or "__init__"


def strangers(name: str) -> set[str]:
    """The packages from outside that a module names in an import or hands to `import_module`."""
    found = set()
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).endswith("import_module"):
            found |= {
                str(part.value).split(".")[0] for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant)
            }
    return found


def functions(name: str) -> Iterator[tuple[str, int]]:
    """Each function with its lines, the docstring not counted: a long reason is no long function."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            told = node.body[0] if ast.get_docstring(node) is not None else None
            length = (node.end_lineno or 0) - node.lineno + 1
            yield node.name, length - ((told.end_lineno or 0) - told.lineno + 1 if told else 0)


def untold(name: str) -> Iterator[str]:
    """Public names without a docstring: modules, classes, functions and methods."""
    if ast.get_docstring(tree(name)) is None:
        yield "the module"
    yield from _untold(tree(name), "")


def _untold(parent: ast.AST, prefix: str) -> Iterator[str]:
    for node in getattr(parent, "body", []):
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or node.name.startswith("_"):
            continue
        if ast.get_docstring(node) is None:
            yield prefix + node.name
        if isinstance(node, ast.ClassDef):
            yield from _untold(node, f"{node.name}.")


# ---- words of a language inside Python ----

NOISE = re.compile(r"\(\?P?[<=!:]\w*>?|\\[A-Za-z]|\[[^\]]*\]|\{[^{}]*\}")  # what a regular expression is made of
KEYED = ("get", "group", "start", "end", "span", "claims")
WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def literals(name: str) -> Iterator[tuple[int, str]]:
    """Every string in the code of a module, docstrings and the texts of errors left out."""
    spared = {id(part) for node in ast.walk(tree(name)) for part in _spared(node)}
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spared:
            yield node.lineno, node.value


def _spared(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, what people are told of an error, and keys: `numerals["ranges"]`, `hit.start("end")`."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.Raise):
        yield from ast.walk(node)
    if isinstance(node, ast.Subscript):
        yield node.slice
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in KEYED and node.args:
        yield node.args[0]


def spoken(text: str, phrases: frozenset[str]) -> str:
    """The first phrase of a language that a literal is or holds; empty when there is none."""
    words = [word.lower() for word in WORDS.findall(NOISE.sub(" ", text))]
    for at in range(len(words)):
        for length in range(min(4, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            if len(phrase) > 1 and phrase in phrases:
                return phrase
    return ""


@cache
def phrases() -> frozenset[str]:
    """Every phrase that hints at a figure or a relation: cues, hedges, numerals, the calendar, labels."""
    found: set[str] = set()
    for path in sorted((language.HOME / "en").rglob("*.toml")):
        if path.stem in ("hedges", "numerals", "calendar", "labels") or path.parent.name == "cues":
            content = compiled.parse(path)
            content.pop("example", None)
            found |= set(_phrases(content))
    return frozenset(found)


def _phrases(node: Any) -> Iterator[str]:
    """The strings of lists, and the keys that have a number for a value: "dozen = 12"."""
    if isinstance(node, list):
        yield from (item.lower() for item in node if isinstance(item, str))
        for item in node:
            yield from _phrases(item) if isinstance(item, dict | list) else ()
    if isinstance(node, dict):
        for key, value in node.items():
            if _is_number(value):
                yield key.lower()
            yield from _phrases(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) or (isinstance(value, list) and all(isinstance(item, int) for item in value))


@cache
def table_keys() -> frozenset[str]:
    """The names of the tables and lists in the data: technical names, by which Python asks for the words."""
    found: set[str] = set()

    def gather(node: Any) -> None:
        for key, value in node.items() if isinstance(node, dict) else ():
            if isinstance(value, dict | list | str | bool):
                found.add(key)
            gather(value)

    for path in sorted((language.HOME / "en").rglob("*.toml")):
        if path.stem != "vocabulary":
            gather(compiled.parse(path))
    return frozenset(found)


@cache
def role_names() -> frozenset[str]:
    """The roles of every rule file."""
    return frozenset(role for path in rules.folder().glob("*.toml") for role in compiled.parse(path).get("roles", ()))
