"""The patterns of the relation kinds, tried on one passage.

Words propose: a pattern whose cues are all there binds figures into a relation,
which may be partial ("the remaining 10,000" knows no whole yet). Patterns are
tried in the order of their file and a figure plays a role once, so that the
closest wording wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache, reduce
from operator import or_

from figcheck.conditions import broken
from figcheck.cues import Index, blends
from figcheck.ellipsis import alike
from figcheck.fold import SEVERAL, Origin, Passage, Stretch, span_of
from figcheck.model import Relation
from figcheck.pattern import FIRST_CLASS, LETTERS, ROLES, Pattern, alphabet, expression, symbol_of
from figcheck.rated import as_rates
from figcheck.record import record
from figcheck.rules import RelationKind, Rulebook
from figcheck.watch import MATCHING, Watch, unwatched

SHARES = LETTERS["percent"] + LETTERS["share"]
ANY = -1  # every bit

Roles = tuple[tuple[str, int], ...]
Step = tuple[str, tuple[str, ...]]
Eight = tuple[int, tuple[int, ...], dict[int, int]]
Stated = tuple[RelationKind, Pattern, str]


@record(slots=False, eq=False)
class Entry:
    """One pattern of one relation kind, made ready when it is first tried."""

    kind: RelationKind
    pattern: Pattern
    basis: str
    index: Index

    @cached_property
    def outline(self) -> tuple[Step, ...]:
        """What it cannot do without, in order: the symbols of a figure or mark, or the classes of a cue."""
        return _outline(self.pattern, self.kind)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern compiled."""
        return expression(self.pattern, self.kind.letters, self.kind.through, blends(self.index.language))


@record(eq=False)
class Shelf:
    """Every pattern in the order of trial; a set of them is a number too, with a bit for each.

    `entries` are those that were tried already. `eights` tell for each eight bits of a sentence which patterns
    need them one by one, and for each value of the eight, as it is met, which need one that is not there: so
    hundreds of patterns fall out by a few dozen looks.
    `either` are the groups of bits of which some patterns need one.
    """

    index: Index
    stated: Sequence[Stated]
    entries: dict[int, Entry]
    all: int
    crossing: int
    eights: Sequence[Eight]
    either: Sequence[tuple[int, int]]

    def fitting(self, bits: int) -> int:
        """The patterns whose cues, marks and kinds of figure are all among these bits."""
        lacking = 0
        size = max(bits.bit_length() // 8, self.eights[-1][0] if self.eights else 0) + 1
        values = bits.to_bytes(size)[::-1]
        for place, needing, known in self.eights:
            value = values[place]
            if value not in known:
                known[value] = reduce(or_, [needing[at] for at in range(8) if not value >> at & 1], 0)
            lacking |= known[value]
        for group, needing_one in self.either:
            if not group & bits:
                lacking |= needing_one
        return self.all & ~lacking

    def entry(self, order: int) -> Entry:
        """The pattern of that place."""
        if order not in self.entries:
            self.entries[order] = Entry(*self.stated[order], self.index)
        return self.entries[order]


@lru_cache(maxsize=4)
def _shelf(rulebook: Rulebook, index: Index) -> Shelf:
    stated = [(kind, pattern, basis) for kind in rulebook.kinds for pattern, basis in kind.stated]
    needing = _needing(stated, index)
    size = max(map(int.bit_length, needing), default=0) // 8 + 1
    rows = [tuple(needing.get(1 << 8 * place + at, 0) for at in range(8)) for place in range(size)]
    eights: list[Eight] = [(place, row, {}) for place, row in enumerate(rows) if any(row)]
    either = [(group, which) for group, which in needing.items() if group.bit_count() != 1]
    crossing = sum([1 << order for order, (_, pattern, _) in enumerate(stated) if pattern.crosses])
    return Shelf(index, stated, {}, (1 << len(stated)) - 1, crossing, eights, either)


def _needing(stated: Sequence[Stated], index: Index) -> dict[int, int]:
    """For each group of bits of which one must occur, which patterns need it.

    Steps are counted first and turned into bits afterwards, since thousands of them are a few hundred.
    """
    several, own = 0, 1
    by_step: dict[str | tuple[str, ...], int] = {}
    for kind, pattern, _ in stated:
        letters = kind.letter
        for step in pattern.steps:
            key = letters[step[1]] if step[0] in ROLES else step
            by_step[key] = by_step.get(key, 0) | own
        several |= own if pattern.least > 1 else 0
        own <<= 1
    needing = {SEVERAL: several}
    for key, which in by_step.items():
        group = _bits(key, index)
        needing[group] = needing.get(group, 0) | which
    needing.pop(ANY, None)
    return needing


def _bits(step: str | tuple[str, ...], index: Index) -> int:
    """The bits of which one must occur; all of them for a word spelt out, which has none of its own."""
    if step[0] == "cue":
        names = step[1:]
        return ANY if any(name.startswith("=") for name in names) else reduce(or_, map(index.bit, names))
    return reduce(or_, [1 << ord(symbol) for symbol in (symbol_of(step[1]) if step[0] == "mark" else step)], 0)


def _outline(pattern: Pattern, kind: RelationKind) -> tuple[Step, ...]:
    letters = kind.letter
    outline: list[Step] = []
    for step in pattern.steps:
        if step[0] == "cue":
            outline.append(("", step[1:]))
        else:
            outline.append((symbol_of(step[1]) if step[0] == "mark" else letters[step[1]], ()))
    return tuple(outline)


@lru_cache(maxsize=4)
def lone_kinds(rulebook: Rulebook) -> frozenset[str]:
    """The kinds of figure that alone may be enough for a relation: the date of "June 31"."""
    alone = [(kind, pattern) for kind in rulebook.kinds for pattern, _ in kind.stated if pattern.least == 1]
    roles = [(kind, step[1]) for kind, pattern in alone for step in pattern.steps if step[0] in ROLES]
    return frozenset(name for kind, role in roles for name in kind.kinds[role])


@record
class Attempt:
    """A pattern that fits the words of a passage, and why it made no relation, if it made none."""

    entry: Entry
    relation: Relation
    refusal: str = ""


def match(passage: Passage, rulebook: Rulebook, watch: Watch = unwatched) -> tuple[Relation, ...]:
    """The relations, whole and partial, that the words of one passage propose."""
    if not passage.claim_at:
        return ()
    return tuple(attempt.relation for attempt in attempts(passage, rulebook, watch) if not attempt.refusal)


def attempts(passage: Passage, rulebook: Rulebook, watch: Watch = unwatched) -> Iterator[Attempt]:
    """Every reading that some pattern proposes, those that a condition refuses included."""
    taken: dict[str, set[tuple[str, int]]] = {}
    for entry, start, end in _promising(passage, _shelf(rulebook, passage.index)):
        own = taken.setdefault(entry.kind.id, set())
        yield from watch((MATCHING, entry.kind.id), _attempts(passage, entry, start, end, own))


def _attempts(passage: Passage, entry: Entry, start: int, end: int, taken: set[tuple[str, int]]) -> Iterator[Attempt]:
    """The readings of one pattern in a stretch of tokens."""
    if not _is_outlined(passage, entry.outline, start, end):
        return
    string, origin = passage.folded(entry.pattern.classes, start, end)
    search = entry.expression.search
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


def _promising(passage: Passage, shelf: Shelf) -> Iterator[tuple[Entry, int, int]]:
    """The patterns in their order, each with the sentences where its cues, marks and kinds of figure all occur.

    One that goes on behind the end of a sentence gets the whole passage.
    """
    stretches = [(each, shelf.fitting(each.bits) & ~shelf.crossing) for each in passage.sentences if each.figures]
    whole = Stretch(0, len(passage.plain), len(passage.claim_at), passage.bits)
    stretches.append((whole, shelf.fitting(whole.bits) & shelf.crossing))
    left = reduce(or_, [which for _, which in stretches], 0)
    while left:
        first = left & -left
        left ^= first
        entry = shelf.entry(first.bit_length() - 1)
        for each, which in stretches:
            if which & first:
                yield entry, each.start, each.end


def _is_outlined(passage: Passage, outline: tuple[Step, ...], at: int, end: int) -> bool:
    """Whether the steps stand in their order between two tokens.

    Looking for cues one by one costs less than folding and searching, and mostly one of them is missing.
    """
    plain, figures = passage.plain, passage.claim_at
    for symbols, classes in outline:
        if classes:
            places = [place for name in classes if (place := passage.following(name, at)) >= 0]
        elif len(symbols) == 1:
            places = [place] if (place := plain.find(symbols, at, end)) >= 0 else []
        else:
            places = [token for token in figures if token >= at and plain[token] in symbols]
        if not places or (at := min(places) + 1) > end:
            return False
    return True


def _readings(hit: re.Match[str], origin: Origin, passage: Passage, entry: Entry) -> Iterator[Roles]:
    """The roles of a match as (role, claim number); a split role makes one reading for each member."""
    letters = entry.kind.letter
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
