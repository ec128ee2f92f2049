"""The patterns of the relation kinds, tried on one passage.

Words propose: a pattern whose cues are all there binds figures into a relation,
which may be partial ("the remaining 10,000" knows no whole yet). Patterns are
tried in the order of their file and a figure plays a role once, so that the
closest wording wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from figcheck.conditions import broken
from figcheck.ellipsis import alike
from figcheck.fold import Passage, span_of
from figcheck.model import Relation
from figcheck.pattern import FIRST_CLASS, LETTERS, Pattern, alphabet, expression
from figcheck.products import as_rates
from figcheck.rules import RelationKind, Rulebook

Roles = tuple[tuple[str, int], ...]


@dataclass(frozen=True, eq=False)
class Entry:
    """One pattern of one relation kind, with its place in the order of trial."""

    order: int
    kind: RelationKind
    pattern: Pattern
    basis: str
    letters: tuple[tuple[str, str], ...]


@cache
def _entries(rulebook: Rulebook) -> tuple[dict[str, list[Entry]], list[Entry]]:
    """Every pattern by one cue class that it cannot do without, and those that need none."""
    by_class: dict[str, list[Entry]] = {}
    always: list[Entry] = []
    order = 0
    for kind in rulebook.kinds:
        letters = tuple((role, "".join(LETTERS[k] for k in kinds if k in LETTERS)) for role, kinds in kind.roles)
        for pattern, basis in kind.stated:
            order += 1
            entry = Entry(order, kind, pattern, basis, letters)
            if not pattern.needs:
                always.append(entry)
            for name in min(pattern.needs, key=len, default=()):
                by_class.setdefault(name, []).append(entry)
    return by_class, always


@dataclass(frozen=True, slots=True)
class Attempt:
    """A pattern that fits the words of a passage, and why it made no relation, if it made none."""

    entry: Entry
    relation: Relation
    refusal: str = ""


def match(passage: Passage, rulebook: Rulebook) -> tuple[Relation, ...]:
    """The relations, whole and partial, that the words of one passage propose."""
    if not passage.claim_at:
        return ()
    return tuple(attempt.relation for attempt in attempts(passage, rulebook) if not attempt.refusal)


def attempts(passage: Passage, rulebook: Rulebook) -> Iterator[Attempt]:
    """Every reading that some pattern proposes, those that a condition refuses included."""
    taken: dict[str, set[tuple[str, int]]] = {}
    for entry in _candidates(passage, rulebook):
        string, origin = passage.folded(entry.pattern.classes)
        search = expression(entry.pattern, entry.letters, entry.kind.through, passage.blends).search
        hit = search(string)
        while hit:
            found = False
            for roles in _readings(hit, origin, passage, entry):
                relation = _relation(roles, passage, entry, hit, origin)
                refusal = _refusal(roles, taken.setdefault(entry.kind.id, set()), entry.kind)
                refusal = refusal or _parted(passage, entry.kind, origin[hit.start()], origin[hit.end() - 1])
                refusal = refusal or broken(entry.kind.where, relation.roles)
                if not refusal:
                    found = True
                    taken[entry.kind.id].update(roles)
                yield Attempt(entry, relation, refusal)
            hit = search(string, hit.end() if found else hit.start() + 1)


def _candidates(passage: Passage, rulebook: Rulebook) -> list[Entry]:
    """The patterns worth trying here: their cues, marks and kinds of figure all occur."""
    by_class, always = _entries(rulebook)
    named = [name for name in by_class if name in passage.cues or name.startswith("=")]
    entries = {entry.order: entry for name in named for entry in by_class[name]}
    entries |= {entry.order: entry for entry in always}
    present = set(passage.symbols)
    return [
        entry for _, entry in sorted(entries.items())
        if all(any(passage.has(name) for name in group) for group in entry.pattern.needs)
        and entry.pattern.marks <= present
        and all(not present.isdisjoint(letters) for role, letters in entry.letters if role in entry.pattern.required)
    ]  # fmt: skip


def _readings(hit: re.Match[str], origin: list[int], passage: Passage, entry: Entry) -> Iterator[Roles]:
    """The roles of a match as (role, claim number); a split role makes one reading for each member."""
    letters = dict(entry.letters)
    singles: list[tuple[str, int]] = []
    members: list[tuple[str, int]] = []
    for group, text in hit.groupdict().items():
        if text is None:
            continue
        role = group.rstrip("0123456789").rstrip("_") if group not in letters else group
        numbers = _numbers(hit, group, origin, passage, letters[role])
        (members if role == entry.kind.split else singles).extend((role, number) for number in numbers)
    if not members:
        yield tuple(singles)
    for member in members:
        yield (*singles, member)


def _numbers(hit: re.Match[str], group: str, origin: list[int], passage: Passage, letters: str) -> list[int]:
    tokens = (origin[at] for at in range(hit.start(group), hit.end(group)))
    return [passage.claim_at[t] for t in tokens if t in passage.claim_at and passage.symbols[t] in letters]


def _refusal(roles: Roles, taken: set[tuple[str, int]], kind: RelationKind) -> str:
    """Why these figures cannot play these roles, if they cannot."""
    own = {(role, number) for role, number in roles if role not in kind.shared}
    if (own or set(roles)) & taken:
        return "an earlier pattern has these figures"
    if len({number for _, number in roles}) < len(roles):
        return "one figure in two roles"
    return ""


def _parted(passage: Passage, kind: RelationKind, first: int, last: int) -> str:
    """The words that part the figures, if any do: "rose 5 % even as exports fell to 40 from 50"."""

    def within(name: str) -> bool:
        return any(first <= at <= last for at, _ in passage.occurrences(name))

    parting = [f"<{name}> stands among them" for name in kind.without if within(name)]
    parting += [f"<{name}> stands in the paragraph" for name in kind.unless if passage.has(name)]
    parting += [f"{' and '.join(group)} clash" for group in kind.clash if sum(map(within, group)) > 1]
    return parting[0] if parting else ""


def _relation(roles: Roles, passage: Passage, entry: Entry, hit: re.Match[str], origin: list[int]) -> Relation:
    found = alphabet(entry.pattern.classes, passage.blends)
    cues: set[str] = set()
    evidence = []
    for at in range(hit.start(), hit.end()):
        number = ord(hit.string[at]) - FIRST_CLASS
        if 0 <= number < len(found):
            cues |= found[number]
            following = origin[at + 1] if at + 1 < len(origin) else origin[at] + 1
            evidence.append(span_of(passage, origin[at], max(origin[at], following - 1)))
    claims = alike(tuple((role, passage.claims[number]) for role, number in roles), entry.kind.alike)
    claims = as_rates(claims, entry.kind.rates)
    return Relation(entry.kind.id, claims, entry.basis, tuple(evidence), entry.pattern.source, frozenset(cues))
