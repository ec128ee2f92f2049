"""Checks one parsed rule file, key by key, and turns it into a plain row.

Whatever is wrong is said with the file, the line, what was expected and the nearest
allowed word, since a rule file is written by an editor and not by us.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Formatter
from typing import Any

from figcheck.conditions import CONDITIONS
from figcheck.expression import LawError
from figcheck.expression import parse as parse_law
from figcheck.model import KINDS
from figcheck.pattern import BRACKET, PatternError
from figcheck.pattern import parse as parse_pattern
from figcheck.problem import Problem, nearest

TEXT, TEXTS, TABLE = "text in quotes", "a list of texts", "a table of texts"
NUMBER, DAY, LISTS, ROWS = "a whole number", "a day", "a list of lists of texts", "a table under [[rule]]"
EXAMPLES = "a list of sentences"
FLAG = "true or false"

RELATION_KEYS = {
    "relation": TEXT, "summary": TEXT, "published": DAY, "roles": TABLE, "where": TEXTS, "guess": TEXTS,
    "without": TEXTS, "unless": TEXTS, "clash": LISTS, "reach": NUMBER, "split": TEXT, "shared": TEXTS,
    "antecedent": TEXT, "seek": TABLE, "settle": TEXT, "rivals": TABLE, "through": TEXTS, "alike": TEXTS,
    "fallback": FLAG, "unfollowed": TEXTS, "alone": TEXTS, "gather": TEXT, "leading": TEXTS, "singly": TEXTS,
    "rates": TEXTS, "besides": TEXT, "patterns": TEXTS,
    "hints": TEXTS, "from": TEXT, "rule": ROWS,
}  # fmt: skip
RULE_KEYS = {
    "id": TEXT, "require": TEXT, "severity": TEXT, "message": TEXT, "why": TEXT, "when": TEXTS, "where": TEXTS,
    "derived": TEXTS, "exact": TEXTS, "told": TEXT, "readings": TABLE, "excuses": TABLE,
    "slips": TABLE, "passes": EXAMPLES, "fails": EXAMPLES, "misses": EXAMPLES, "alarms": EXAMPLES,
}  # fmt: skip
EXAMPLE_KEYS = {"text": TEXT, "published": DAY}
SEVERITIES = ("error", "warning", "note")
SOUGHT = re.compile(r"(?:<(?P<must>[^<>]+)>|\[<(?P<may>[^<>]+)>\])?")
SETTLINGS = ("", "nearest")
LISTED = ("without", "unless", "unfollowed", "alike", "alone", "leading", "singly")
RIVALS = ("trim", "gather", "other", "instead", "beside")
COMPUTED = "computed"
"""What the figure should have been: the one name in a message that is no role."""

Roles = Mapping[str, tuple[str, ...]]


def row(table: dict[str, Any], path: Path) -> dict[str, Any]:
    """The checked contents of one rule file, without its examples; a `Problem` where it is wrong."""
    _known(table, RELATION_KEYS, path, "relation")
    for key in ("relation", "summary", "roles", "rule"):
        if not table.get(key):
            raise Problem(f"{path}:1", f"missing key {key!r}", "every rule file has one")
    roles = {name: _role_kinds(name, kinds, path) for name, kinds in table["roles"].items()}
    patterns = [(source, "stated") for source in table.get("patterns", ())]
    patterns += [(source, "inferred") for source in table.get("hints", ())]
    parsed = tuple(_checked_pattern(source, roles, path) for source, _ in patterns)
    for role in _named_roles(table):
        _known_role(role, roles, path)
    if not patterns and not table.get("seek") and not table.get("from"):
        raise Problem(f"{path}:1", "nothing says where the figures are", "expected patterns, seek or from")
    rules = [_rule_row(rule, table["relation"], roles, path) for rule in table["rule"]]
    _refuse_unused(roles, table["rule"], path)
    return {
        "id": table["relation"], "summary": table["summary"], "roles": tuple(roles.items()), "rules": rules,
        "patterns": tuple(patterns), "parsed": parsed, "classes": _classes(table, parsed),
        "path": str(path), **_settings(table, roles, path),
    }  # fmt: skip


def _classes(table: Mapping[str, Any], parsed: Sequence[tuple[tuple[str, ...], ...]]) -> tuple[str, ...]:
    """The cue classes that a relation asks for anywhere."""
    named = {name for classes, *_ in parsed for name in classes if not name.startswith("=")}
    keys = ("without", "unfollowed", "unless", "leading", "singly")
    named.update(*(table.get(key, ()) for key in keys), *table.get("clash", ()))
    return tuple(sorted(named.union(*(rule.get("when", ()) for rule in table["rule"]))))


def _settings(table: Mapping[str, Any], roles: Roles, path: Path) -> dict[str, Any]:
    """Everything that a relation may say besides its roles, patterns and rules."""
    return {
        "where": tuple(_condition(text, roles, path) for text in table.get("where", ())),
        "guess": tuple(_condition(text, roles, path) for text in table.get("guess", ())),
        **{key: tuple(table.get(key, ())) for key in LISTED},
        **{key: frozenset(table.get(key, ())) for key in ("shared", "rates")},
        **{key: table.get(key, "") for key in ("split", "antecedent", "besides", "gather")},
        "source": table.get("from", ""),
        "clash": tuple(map(tuple, table.get("clash", ()))),
        "reach": table.get("reach", 0), "fallback": table.get("fallback", False),
        "seek": tuple(_sought(role, cue, roles, path) for role, cue in table.get("seek", {}).items()),
        "rivals": tuple((_one_of(way, RIVALS, "rival", path), role) for way, role in table.get("rivals", {}).items()),
        "settle": _one_of(table.get("settle", ""), SETTLINGS, "settling", path),
        "through": tuple(_one_of(kind, (*KINDS, BRACKET), "kind", path) for kind in table.get("through", ())),
    }  # fmt: skip


def _sought(role: str, cue: str, roles: Roles, path: Path) -> tuple[str, tuple[str, ...], bool]:
    """A role to look for and its cue classes: `rate = "<each/average>"`, in `[ ]` where they only make it likelier."""
    _known_role(role, roles, path)
    found = SOUGHT.fullmatch(cue)
    if not found:
        what = f"cannot read the cue {cue!r} of role {role!r}"
        raise Problem(place(path, cue), what, 'expected "<class/class>", "[<class>]" or ""')
    names = found["must"] or found["may"] or ""
    return role, tuple(name.strip() for name in names.split("/") if name), bool(found["may"])


def _rule_row(rule: dict[str, Any], relation: str, roles: Roles, path: Path) -> dict[str, Any]:
    name = str(rule.get("id", "[[rule]]"))
    _known(rule, RULE_KEYS, path, f"rule {name!r}", name)
    for key in ("id", "require", "severity", "message", "why"):
        if not rule.get(key):
            raise Problem(place(path, name), f"rule {name!r} lacks {key!r}", "every rule has one")
    for kind in ("passes", "fails"):
        if not rule.get(kind):
            raise Problem(place(path, name), f"rule {name!r} has no {kind!r}", "a rule carries its proof")
    for source in _laws(rule):
        _check_law(source, roles, path)
    for role in (*rule.get("derived", ()), *rule.get("exact", ())):
        _known_role(role, roles, path, name)
    _check_message(rule["message"], roles, path)
    _one_of(rule["severity"], SEVERITIES, "severity", path, name)
    row = {key: rule[key] for key in ("id", "require", "severity", "message", "why")}
    row |= {"relation": relation, "told": rule.get("told", "")}
    row |= {key: frozenset(rule.get(key, ())) for key in ("derived", "exact")}
    row["when"] = tuple(rule.get("when", ()))
    row["where"] = tuple(_condition(text, roles, path) for text in rule.get("where", ()))
    return row | {f"{key[:-1]}_sources": tuple(rule.get(key, {}).items()) for key in ("readings", "excuses", "slips")}


def _laws(rule: Mapping[str, Any]) -> list[str]:
    told = [rule["told"]] if rule.get("told") else []
    others = (law for key in ("readings", "excuses", "slips") for law in rule.get(key, {}).values())
    return [rule["require"], *told, *others]


def _check_law(source: str, roles: Roles, path: Path) -> None:
    try:
        law = parse_law(source)
    except LawError as error:
        raise Problem(place(path, source), f"cannot read the law {source!r}", str(error)) from None
    for role in law.roles:
        _known_role(role, roles, path, source)


def _named_roles(table: Mapping[str, Any]) -> list[str]:
    """The roles that the keys of a relation speak of."""
    named = [role for key in ("shared", "alike", "alone", "rates") for role in table.get(key, ())]
    named += [*table.get("rivals", {}).values()]
    named += [table.get(key) for key in ("split", "antecedent", "besides", "gather")]
    return [role for role in named if role]


def _checked_pattern(source: str, roles: Roles, path: Path) -> tuple[Any, ...]:
    """The pattern as plain tuples, to be kept."""
    try:
        pattern = parse_pattern(source)
    except PatternError as error:
        raise Problem(place(path, source), str(error), "signs: {role} {role+} <cue> <!cue> ~ ~~ | [ ]") from None
    for role, _ in pattern.roles:
        _known_role(role, roles, path, source)
    return pattern.classes, pattern.roles, pattern.steps, pattern.crosses, pattern.least


def _check_message(message: str, roles: Roles, path: Path) -> None:
    """The names in braces: roles, and `computed`, which may ask what one role should be: {computed:by}.

    Several roles make one list ({shares+rest}), and the word behind a figure may
    have a form for one and another for several ({wins:win|wins}).
    """
    try:
        fields = [(name, spec) for _, name, spec, _ in Formatter().parse(message) if name is not None]
    except ValueError as error:
        raise Problem(place(path, message), f"cannot read the message {message!r}", str(error)) from None
    for name, spec in fields:
        for one in name.split("+"):
            _known_role(one, {**roles, COMPUTED: ()}, path, message)
        if spec and (name == COMPUTED or "|" not in spec):
            _known_role(spec, roles if name == COMPUTED else {}, path, message)


def _refuse_unused(roles: Roles, rules: list[dict[str, Any]], path: Path) -> None:
    used = {role for rule in rules for source in _laws(rule) for role in parse_law(source).roles}
    for role in roles:
        if role not in used:
            hint = "leave it out, or let a rule speak of it"
            raise Problem(place(path, "roles", role), f"role {role!r} is in no law", hint)


def _known_role(role: str, roles: Mapping[str, Any], path: Path, within: str = "") -> None:
    if role not in roles:
        where = place(path, within) if within and role in within else place(path, within, role)
        raise Problem(where, f"unknown role {role!r}", nearest(role, roles))


def _role_kinds(name: str, kinds: str, path: Path) -> tuple[str, ...]:
    for word in kinds.split():
        if word not in KINDS:
            raise Problem(place(path, word), f"unknown kind {word!r} of role {name!r}", nearest(word, KINDS))
    if not kinds.split():
        raise Problem(place(path, name), f"role {name!r} has no kinds", 'expected text such as "count money"')
    return tuple(kinds.split())


def _condition(text: str, roles: Roles, path: Path) -> tuple[str, tuple[str, ...]]:
    name, _, rest = text.partition("(")
    arguments = [word.strip() for word in rest.rstrip(") ").split(",") if word.strip()]
    if not rest or not arguments:
        raise Problem(place(path, text), f"cannot read the condition {text!r}", "expected name(role, role)")
    _one_of(name.strip(), tuple(CONDITIONS), "condition", path, text)
    for role in arguments:
        _known_role(role, roles, path, text)
    return name.strip(), tuple(arguments)


def _one_of(word: str, allowed: tuple[str, ...], what: str, path: Path, within: str = "") -> str:
    if word not in allowed:
        where = place(path, within) if within and word in within else place(path, within, word)
        raise Problem(where, f"unknown {what} {word!r}", nearest(word, allowed))
    return word


def _known(table: dict[str, Any], keys: Mapping[str, str], path: Path, what: str, within: str = "") -> None:
    """Refuses a key that is not on the list, and one whose value is of another sort than it should be."""
    for key, value in table.items():
        if key not in keys:
            raise Problem(place(path, within, key), f"unknown key {key!r} in {what}", nearest(key, keys))
        if not _is(value, keys[key]):
            raise Problem(place(path, within, key), f"{key!r} in {what} cannot be {value!r}", f"expected {keys[key]}")
        for example in value if keys[key] == EXAMPLES else ():
            if isinstance(example, dict):
                _known(example, EXAMPLE_KEYS, path, f"an example of {what}", within)


def _is(value: Any, sort: str) -> bool:
    """Whether a value of a rule file is of the sort that its key asks for."""
    if sort == DAY:
        return hasattr(value, "isoformat") or isinstance(value, str)
    if sort == FLAG:
        return isinstance(value, bool)
    if sort in (TEXT, NUMBER):
        return type(value) is (str if sort == TEXT else int)
    if sort == TABLE:
        return isinstance(value, dict) and all(isinstance(inner, str) for inner in value.values())
    if not isinstance(value, list):
        return False
    if sort == LISTS:
        return all(_is(inner, TEXTS) for inner in value)
    return all(isinstance(inner, dict if sort == ROWS else (str, dict) if sort == EXAMPLES else str) for inner in value)


def place(path: Path, *needles: str) -> str:
    """FILE:LINE of the first line that holds the needle; of several, each is looked for from the one before.

    The same needle twice means its second line. TOML tables forget their lines, so
    the file is read again when something is wrong with it.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    found, before = 0, ""
    for needle in filter(None, needles):
        start = found + (needle == before)
        found = next((at for at in range(start, len(lines)) if needle in lines[at]), found)
        before = needle
    return f"{path}:{found + 1}"
