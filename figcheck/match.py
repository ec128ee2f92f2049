"""The patterns of the relation kinds, tried on one passage.

Words propose: a pattern whose cues are all there binds figures into a relation,
which may be partial ("the remaining 10,000" knows no whole yet). Patterns are
tried in the order of their file and a figure plays a role once, so that the
closest wording wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from figcheck.conditions import broken
from figcheck.ellipsis import alike
from figcheck.fold import Origin, Passage, span_of
from figcheck.model import Relation
from figcheck.pattern import FIRST_CLASS, LETTERS, SENTENCE_END, Pattern, alphabet, expression, symbol_of
from figcheck.rated import as_rates
from figcheck.record import record
from figcheck.rules import RelationKind, Rulebook

SHARES = LETTERS["percent"] + LETTERS["share"]

Roles = tuple[tuple[str, int], ...]
Step = tuple[str, tuple[str, ...]]


@record(slots=False, eq=False)
class Entry:
    """One pattern of one relation kind, with its place in the order of trial.

    `outline` are the figures, marks and cues that it cannot do without, in their order:
    each the symbols that may stand there, or the cue classes. `needs` are those of them
    that nothing can stand in for, `either` the groups of which one must occur.
    """

    order: int
    kind: RelationKind
    pattern: Pattern
    basis: str
    letters: tuple[tuple[str, str], ...]
    outline: tuple[Step, ...]
    needs: frozenset[str]
    either: tuple[frozenset[str], ...]

    def expression(self, blends: tuple[frozenset[str], ...]) -> re.Pattern[str]:
        """The pattern compiled, when it is first tried."""
        return expression(self.pattern, self.letters, self.kind.through, blends)


@lru_cache(maxsize=4)
def _entries(rulebook: Rulebook) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Every pattern in the order of trial, and the words that some of them spell out."""
    entries: list[Entry] = []
    for kind in rulebook.kinds:
        letters = tuple((role, "".join(LETTERS[k] for k in kinds if k in LETTERS)) for role, kinds in kind.roles)
        for pattern, basis in kind.stated:
            outline = _outline(pattern, dict(letters))
            groups = [frozenset(classes or symbols) for symbols, classes in outline]
            needs = frozenset(name for group in groups if len(group) == 1 for name in group)
            either = tuple(group for group in groups if len(group) != 1)
            entries.append(Entry(len(entries), kind, pattern, basis, letters, outline, needs, either))
    spelt = dict.fromkeys(name for entry in entries for name in entry.pattern.classes if name.startswith("="))
    return tuple(entries), tuple(spelt)


def _outline(pattern: Pattern, letters: Mapping[str, str]) -> tuple[Step, ...]:
    steps: list[Step] = []
    for sign in pattern.outer:
        if sign.type in ("role", "roles"):
            steps.append((letters[sign.names[0]], ()))
        elif sign.type == "mark":
            steps.append((symbol_of(sign.names[0]), ()))
        elif sign.type == "cue":
            steps.append(("", sign.names))
    return tuple(steps)


@record
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
        for start, end in _stretches(passage, entry):
            yield from _attempts(passage, entry, start, end, taken.setdefault(entry.kind.id, set()))


def _attempts(passage: Passage, entry: Entry, start: int, end: int, taken: set[tuple[str, int]]) -> Iterator[Attempt]:
    """The readings of one pattern in a stretch of tokens."""
    string, origin = passage.folded(entry.pattern.classes, start, end)
    search = entry.expression(passage.blends).search
    hit = search(string)
    while hit:
        found = False
        for roles in _readings(hit, origin, passage, entry):
            relation = _relation(roles, passage, entry, hit, origin)
            refusal = _refusal(roles, taken, entry.kind)
            refusal = refusal or _parted(passage, entry.kind, origin[hit.start()], origin[hit.end() - 1])
            refusal = refusal or broken(entry.kind.where, relation.roles)
            if not refusal:
                found = True
                taken.update(roles)
            yield Attempt(entry, relation, refusal)
        hit = search(string, hit.end() if found else hit.start() + 1)


def _candidates(passage: Passage, rulebook: Rulebook) -> list[Entry]:
    """The patterns worth a closer look: their cues, marks and kinds of figure all occur."""
    entries, spelt = _entries(rulebook)
    for name in spelt:
        passage.has(name)  # looked up once, and known from then on
    present = {*passage.cues, *passage.plain}
    return [entry for entry in entries if entry.needs <= present and not any(map(present.isdisjoint, entry.either))]


def _stretches(passage: Passage, entry: Entry) -> Iterator[tuple[int, int]]:
    """The sentences in which all that a pattern needs stands in its order; the whole passage where it goes beyond one.

    Looking for cues one by one costs less than folding and searching, and mostly one of them is missing.
    """
    plain, begin = passage.plain, 0
    while (found := _outlined(passage, entry.outline, begin))[1]:
        if entry.pattern.crosses:
            yield 0, len(plain)
            return
        first, last = found
        if (stop := plain.rfind(SENTENCE_END, first, last)) < 0:
            stop = plain.find(SENTENCE_END, last)
            stop = len(plain) - 1 if stop < 0 else stop
            yield plain.rfind(SENTENCE_END, 0, first) + 1, stop + 1
        begin = stop + 1


def _outlined(passage: Passage, outline: tuple[Step, ...], begin: int) -> tuple[int, int]:
    """The first token and the one behind the last of the earliest stretch with the steps in order; zeros if none."""
    find, first, at = passage.plain.find, -1, begin
    for symbols, classes in outline:
        places = [passage.following(name, at) for name in classes] or [find(symbol, at) for symbol in symbols]
        at = (places[0] if len(places) == 1 else min((place for place in places if place >= 0), default=-1)) + 1
        if not at:
            return 0, 0
        if first < 0:
            first = at - 1
    return first, at


def _readings(hit: re.Match[str], origin: Origin, passage: Passage, entry: Entry) -> Iterator[Roles]:
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


def _numbers(hit: re.Match[str], group: str, origin: Origin, passage: Passage, letters: str) -> list[int]:
    tokens = (origin[at] for at in range(hit.start(group), hit.end(group)))
    found = [t for t in tokens if t in passage.claim_at and passage.symbols[t] in letters]
    first = passage.symbols[found[0]] if found else ""
    like = SHARES if first in SHARES else first  # a list is of one kind: the "two months" in it is no goal
    return [passage.claim_at[t] for t in found if passage.symbols[t] in like]


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
        return 0 <= passage.following(name, first) <= last

    parting = [f"<{name}> stands among them" for name in kind.without if within(name)]
    parting += [f"<{name}> stands in the paragraph" for name in kind.unless if passage.has(name)]
    parting += [f"{' and '.join(group)} clash" for group in kind.clash if sum(map(within, group)) > 1]
    return parting[0] if parting else ""


def _relation(roles: Roles, passage: Passage, entry: Entry, hit: re.Match[str], origin: Origin) -> Relation:
    found = alphabet(entry.pattern.classes, passage.blends)
    cues: set[str] = set()
    evidence = []
    for at in range(hit.start(), hit.end()):
        number = ord(hit.string[at]) - FIRST_CLASS
        if 0 <= number < len(found):
            cues |= found[number]
            evidence.append(span_of(passage, origin[at], origin[at + 1] - 1))
    claims = alike(tuple((role, passage.claims[number]) for role, number in roles), entry.kind.alike)
    claims = as_rates(claims, entry.kind.rates)
    return Relation(entry.kind.id, claims, entry.basis, tuple(evidence), entry.pattern.source, frozenset(cues))
