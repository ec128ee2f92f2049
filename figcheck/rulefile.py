"""Checks one parsed rule file, key by key, and turns it into a plain row.

Whatever is wrong is said with the file, the line, what was expected and the nearest
allowed word, since a rule file is written by an editor and not by us.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from figcheck.expression import LawError
from figcheck.expression import parse as parse_law
from figcheck.model import KINDS
from figcheck.pattern import PatternError
from figcheck.pattern import parse as parse_pattern
from figcheck.problem import Problem, nearest

RELATION_KEYS = {
    "relation", "summary", "published", "roles", "where", "without", "unless", "clash", "reach", "split", "shared",
    "antecedent", "seek", "settle", "patterns", "hints", "from", "rule",
}  # fmt: skip
RULE_KEYS = {
    "id", "require", "severity", "message", "why", "when", "derived", "readings", "excuses", "slips",
    "passes", "fails", "misses", "alarms",
}  # fmt: skip
SEVERITIES = ("error", "warning", "note")
SETTLINGS = ("", "nearest")



def row(table: dict[str, Any], path: Path) -> dict[str, Any]:
    """The checked contents of one rule file, without its examples; a `Problem` where it is wrong."""
    _known(table, RELATION_KEYS, path, "relation")
    for key in ("relation", "summary", "roles", "rule"):
        if key not in table:
            raise Problem(f"{path}:1", f"missing key {key!r}", "every rule file has one")
    roles = {name: _role_kinds(name, kinds, path) for name, kinds in table["roles"].items()}
    patterns = [[source, "stated"] for source in table.get("patterns", ())]
    patterns += [[source, "inferred"] for source in table.get("hints", ())]
    for source, _ in patterns:
        _check_pattern(source, roles, path)
    where = [_condition(text, roles, path) for text in table.get("where", ())]
    rules = [_rule_row(rule, table["relation"], roles, path) for rule in table["rule"]]
    return {
        "id": table["relation"], "summary": table["summary"], "roles": list(roles.items()), "rules": rules,
        "patterns": patterns, "where": where, "without": list(table.get("without", ())),
        "unless": list(table.get("unless", ())), "clash": list(table.get("clash", ())),
        "reach": table.get("reach", 0), "split": table.get("split", ""), "shared": list(table.get("shared", ())),
        "antecedent": table.get("antecedent", ""), "source": table.get("from", ""), "path": str(path),
        "seek": [_sought(role, cue, roles, path) for role, cue in table.get("seek", {}).items()],
        "settle": _settled(table, path),
    }  # fmt: skip


def _sought(role: str, cue: str, roles: Mapping[str, list[str]], path: Path) -> list[Any]:
    """A role to look for and the cue classes that may stand beside it: `rate = "<each/average>"`."""
    _known_role(role, roles, path)
    if cue and not (cue.startswith("<") and cue.endswith(">")):
        raise Problem(place(path, cue), f"cannot read the cue {cue!r} of role {role!r}", 'expected "<class/class>" or ""')
    return [role, [name for name in cue.strip("<>").split("/") if name]]


def _settled(table: Mapping[str, Any], path: Path) -> str:
    settle = str(table.get("settle", ""))
    if settle not in SETTLINGS:
        raise Problem(place(path, settle), f"unknown settling {settle!r}", nearest(settle, SETTLINGS))
    return settle


def _rule_row(rule: dict[str, Any], relation: str, roles: Mapping[str, list[str]], path: Path) -> dict[str, Any]:
    name = rule.get("id", "?")
    _known(rule, RULE_KEYS, path, f"rule {name!r}")
    for key in ("id", "require", "severity", "message", "why"):
        if key not in rule:
            raise Problem(place(path, str(name)), f"rule {name!r} lacks {key!r}", "every rule has one")
    if rule["severity"] not in SEVERITIES:
        raise Problem(place(path, rule["severity"]), f"unknown severity {rule['severity']!r}",
                      nearest(rule["severity"], SEVERITIES))  # fmt: skip
    for kind in ("passes", "fails"):
        if not rule.get(kind):
            raise Problem(place(path, str(name)), f"rule {name!r} has no {kind!r}", "a rule carries its proof")
    laws = [rule["require"], *_laws(rule, "readings"), *_laws(rule, "excuses"), *_laws(rule, "slips")]
    for source in laws:
        _check_law(source, roles, path)
    for role in rule.get("derived", ()):
        _known_role(role, roles, path)
    row = {key: rule[key] for key in ("id", "require", "severity", "message", "why")}
    row |= {"relation": relation, "when": rule.get("when", []), "derived": rule.get("derived", [])}
    return row | {key: list(rule.get(key, {}).items()) for key in ("readings", "excuses", "slips")}


def _laws(rule: Mapping[str, Any], key: str) -> list[str]:
    return list(rule.get(key, {}).values())


def _check_law(source: str, roles: Mapping[str, list[str]], path: Path) -> None:
    try:
        law = parse_law(source)
    except LawError as error:
        raise Problem(place(path, source), f"cannot read the law {source!r}", str(error)) from None
    for role in law.roles:
        _known_role(role, roles, path)


def _check_pattern(source: str, roles: Mapping[str, list[str]], path: Path) -> None:
    try:
        pattern = parse_pattern(source)
    except PatternError as error:
        raise Problem(place(path, source), str(error), "signs: {role} {role+} <cue> <!cue> ~ ~~ | [ ]") from None
    for role, _ in pattern.roles:
        _known_role(role, roles, path)


def _known_role(role: str, roles: Mapping[str, list[str]], path: Path) -> None:
    if role not in roles:
        raise Problem(place(path, role), f"unknown role {role!r}", nearest(role, roles))


def _role_kinds(name: str, kinds: Any, path: Path) -> list[str]:
    words = kinds.split() if isinstance(kinds, str) else []
    for word in words:
        if word not in KINDS:
            raise Problem(place(path, word), f"unknown kind {word!r} of role {name!r}", nearest(word, KINDS))
    if not words:
        raise Problem(place(path, name), f"role {name!r} has no kinds", 'expected text such as "count money"')
    return words


def _condition(text: str, roles: Mapping[str, list[str]], path: Path) -> list[Any]:
    name, _, rest = text.partition("(")
    arguments = [word.strip() for word in rest.rstrip(") ").split(",") if word.strip()]
    if not rest or not arguments:
        raise Problem(place(path, text), f"cannot read the condition {text!r}", "expected name(role, role)")
    for role in arguments:
        _known_role(role, roles, path)
    return [name.strip(), arguments]


def _known(table: Mapping[str, Any], allowed: set[str], path: Path, what: str) -> None:
    for key in table:
        if key not in allowed:
            raise Problem(place(path, key), f"unknown key {key!r} in {what}", nearest(key, allowed))


def place(path: Path, needle: str) -> str:
    """FILE:LINE of the first line that holds the needle; TOML tables forget their lines."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if needle in line:
            return f"{path}:{number}"
    return f"{path}:1"
