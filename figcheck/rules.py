"""Loads `rules/*.toml` into relation kinds and rules; refuses a file that proves nothing.

One file is one relation: how it is said (patterns), what must hold (laws), and the
sentences that prove both. A mistake in a file names the file, the line, what was
expected and the nearest allowed word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from figcheck import compiled
from figcheck.expression import Law
from figcheck.expression import parse as parse_law
from figcheck.pattern import LETTERS, Pattern
from figcheck.pattern import parse as parse_pattern
from figcheck.problem import Problem, nearest
from figcheck.record import record

MAKERS = ("rulefile", "pattern", "expression", "conditions")  # the modules that say what a row holds
EXAMPLES = ("passes", "fails", "misses", "alarms")


@record(slots=False, eq=False)
class Rule:
    """A law with words around it.

    `when` are the cue classes of which the pattern must have found one, `where` the
    conditions on the figures without which the rule does not speak of them. `derived`
    roles were worked out from the others in the text ("the remaining"), so they are held
    to the printed arithmetic; `exact` ones are taken at their word unless hedged (the
    "three years" that a price is multiplied by). `told` is the law
    that working and repairs are taken from, where the one required is long-winded.
    `excuses` are readings under which the figures agree after all, `readings` charitable
    ones that only soften the verdict, `slips` the known ways to go wrong that explain it.
    """

    id: str
    relation: str
    require: str
    severity: str
    message: str
    why: str
    when: tuple[str, ...] = ()
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    derived: frozenset[str] = frozenset()
    told: str = ""
    exact: frozenset[str] = frozenset()
    reading_sources: tuple[tuple[str, str], ...] = ()
    excuse_sources: tuple[tuple[str, str], ...] = ()
    slip_sources: tuple[tuple[str, str], ...] = ()

    @cached_property
    def law(self) -> Law:
        """The law that must hold, parsed when first needed."""
        return parse_law(self.require)

    @cached_property
    def readings(self) -> tuple[tuple[str, Law], ...]:
        """Charitable readings by name."""
        return tuple((name, parse_law(source)) for name, source in self.reading_sources)

    @cached_property
    def excuses(self) -> tuple[tuple[str, Law], ...]:
        """Readings that settle the matter, by name."""
        return tuple((name, parse_law(source)) for name, source in self.excuse_sources)

    @cached_property
    def slips(self) -> tuple[tuple[str, Law], ...]:
        """Known ways to go wrong, by name."""
        return tuple((name, parse_law(source)) for name, source in self.slip_sources)


@record(slots=False, eq=False)
class RelationKind:
    """How one relation is said, and the rules that judge it.

    `reach` is how many sentence ends its figures may lie apart when they are found
    piece by piece; `split` a plural role of which each member makes a relation of
    its own; `shared` the roles that one figure may play in several relations;
    `where` are the conditions that its figures must meet, `guess` those that a figure
    must meet beside them which no pattern names (an antecedent, a rival);
    `without` are the cue classes that must not stand among the figures, `unless`
    those that must not stand in the paragraph, `clash` groups of classes of which
    only one may stand among the figures; `antecedent` the role that an earlier figure may
    fill; `source` the relation that this one is built from, where no pattern says it.
    `seek` looks for the roles in any order: for each, the cue classes of which one must
    stand beside the figure, or only make it likelier; `settle` says which of several is
    reported; `rivals` how the figures of a role may be read otherwise. A `fallback` is
    sought only for figures that no pattern has bound; none of the classes `unfollowed`
    may stand right behind the figure with the first cue. `through` are the kinds of
    figure, and "bracket", that the gaps of patterns may pass over;
    `alike` the roles printed in one unit, said once or twice; `rates` the roles taken with
    what they are per; `besides` the role of a product that may be part of a larger total;
    `gather` the sought role that all the figures near by play together, `leading` the cue classes that count
    only straight before their figure, `singly` those that name one more thing in a list without a number.
    `parsed` are the fields of the patterns, `classes` all cue classes named, where a file said so.
    """

    id: str
    summary: str
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    rules: tuple[Rule, ...]
    patterns: tuple[tuple[str, str], ...] = ()
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    guess: tuple[tuple[str, tuple[str, ...]], ...] = ()
    without: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    clash: tuple[tuple[str, ...], ...] = ()
    reach: int = 0
    split: str = ""
    shared: frozenset[str] = frozenset()
    antecedent: str = ""
    source: str = ""
    seek: tuple[tuple[str, tuple[str, ...], bool], ...] = ()
    settle: str = ""
    rivals: tuple[tuple[str, str], ...] = ()
    through: tuple[str, ...] = ()
    fallback: bool = False
    unfollowed: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    rates: frozenset[str] = frozenset()
    besides: str = ""
    gather: str = ""
    leading: tuple[str, ...] = ()
    singly: tuple[str, ...] = ()
    parsed: Sequence[tuple[Any, ...]] = ()
    classes: tuple[str, ...] = ()
    path: str = ""

    @cached_property
    def stated(self) -> tuple[tuple[Pattern, str], ...]:
        """Each pattern with the basis that it gives a relation."""
        if not self.parsed:
            return tuple([(parse_pattern(source), basis) for source, basis in self.patterns])
        pairs = zip(self.patterns, self.parsed, strict=True)
        return tuple([(Pattern(source, *fields), basis) for (source, basis), fields in pairs])

    @cached_property
    def kinds(self) -> Mapping[str, tuple[str, ...]]:
        """The kinds of figure that each role may be."""
        return dict(self.roles)

    @cached_property
    def letters(self) -> tuple[tuple[str, str], ...]:
        """The symbols that each role may be in a folded passage."""
        return tuple([(role, "".join([LETTERS[k] for k in kinds if k in LETTERS])) for role, kinds in self.roles])

    @cached_property
    def letter(self) -> Mapping[str, str]:
        """The same, by role."""
        return dict(self.letters)


@record(slots=False)
class Example:
    """A sentence that proves a rule: it passes, it fails, or it is known to do neither yet."""

    rule: str
    type: str
    text: str
    published: str = ""


@record(slots=False, eq=False)
class Rulebook:
    """The relation kinds in force, and which of their rules were asked for."""

    kinds: tuple[RelationKind, ...]
    paths: tuple[Path, ...] = ()

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """Every rule by its id."""
        return {rule.id: rule for kind in self.kinds for rule in kind.rules}

    @cached_property
    def lone(self) -> Rulebook:
        """The relation kinds that one figure is enough for: "June 31"."""
        return Rulebook(tuple(
            kind for kind in self.kinds
            if any(pattern.least == 1 for pattern, _ in kind.stated)
            and any(len(rule.law.roles) == 1 for rule in kind.rules)
        ))  # fmt: skip

    def selected(self, select: Iterable[str], ignore: Iterable[str]) -> Rulebook:
        """The rulebook cut down to rules or relations by name; an unknown name is a `Problem`."""
        names = set(self.rules) | {kind.id for kind in self.kinds}
        wanted, unwanted = set(select), set(ignore)
        for option, given in (("--select", select), ("--ignore", ignore)):
            for name in given:
                if name not in names:
                    raise Problem(option, f"unknown rule {name!r}", nearest(name, names))
        if not wanted and not unwanted:
            return self
        kinds = (_cut(kind, wanted, unwanted) for kind in self.kinds)
        sources = {kind.source for kind in self.kinds}
        return Rulebook(tuple(kind for kind in kinds if kind.rules or kind.id in sources), self.paths)


def _cut(kind: RelationKind, wanted: set[str], unwanted: set[str]) -> RelationKind:
    from figcheck.record import replace

    def is_in(rule: Rule) -> bool:
        named = {rule.id, kind.id}
        return (not wanted or bool(named & wanted)) and not named & unwanted

    return replace(kind, rules=tuple(rule for rule in kind.rules if is_in(rule)))


def folder() -> Path:
    """Where figcheck's own rules are: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parents[1] / "rules"


def load(folders: Sequence[Path] = ()) -> Rulebook:
    """figcheck's own rules, and after them those of a newsroom's folders."""
    own, theirs = _files(folder()), [path for place in folders for path in _files(place)]
    return _loaded(tuple(own), tuple(theirs), tuple(compiled.stamp(str(path)) for path in (*own, *theirs)))


@lru_cache(maxsize=4)
def _loaded(own: tuple[Path, ...], theirs: tuple[Path, ...], stamps: tuple[tuple[int, int], ...]) -> Rulebook:
    """The rules of these files, as long as they are stamped so."""
    makers = [str(Path(__file__).with_name(f"{name}.py")) for name in MAKERS]
    rows = compiled.load(own, lambda tables: _rows(own, tables), "rules", makers)
    if theirs:  # few, and in folders that come and go
        rows = rows + _rows(theirs, [compiled.parse(path) for path in theirs])
    kinds = tuple(_kind(row) for row in rows)
    _refuse_doubles(kinds)
    return Rulebook(kinds, (*own, *theirs))


def _rows(paths: Sequence[Path], tables: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    from figcheck import rulefile  # half a millisecond, and needed only where a file is new

    return [rulefile.row(table, path) for table, path in zip(tables, paths, strict=True)]


def _files(place: Path) -> list[Path]:
    """The rule files of a folder; a folder without any is a `Problem`."""
    found = sorted(place.glob("*.toml")) if place.is_dir() else []
    if not found:
        raise Problem(str(place), "no rule files here", "expected a folder with .toml files")
    return found


def place(kind: RelationKind, word: str) -> str:
    """FILE:LINE of the first line of a relation's file that holds a word."""
    from figcheck import rulefile

    return rulefile.place(Path(kind.path), word)


def _refuse_doubles(kinds: tuple[RelationKind, ...]) -> None:
    seen: dict[str, str] = {}
    for kind in kinds:
        for name in (kind.id, *(rule.id for rule in kind.rules)):
            if name in seen and (name != kind.id or seen[name] != kind.path):
                again = (name, name) if seen[name] == kind.path else (name,)
                from figcheck import rulefile

                where = rulefile.place(Path(kind.path), *(f'"{word}"' for word in again))
                raise Problem(where, f"{name!r} is taken", f"already named in {seen[name]}")
            seen[name] = kind.path


def examples(rulebook: Rulebook) -> list[Example]:
    """Every example of every rule in the files, in their order."""
    import tomllib

    found = []
    for path in rulebook.paths:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        published = str(table.get("published", ""))
        for rule in (one for one in table.get("rule", ()) if one["id"] in rulebook.rules):
            for kind in EXAMPLES:
                found += [_example(rule["id"], kind, given, published) for given in rule.get(kind, ())]
    return found


def _example(rule: str, kind: str, given: Any, published: str) -> Example:
    if isinstance(given, dict):
        return Example(rule, kind, given["text"], str(given.get("published", published)))
    return Example(rule, kind, given, published)


def _kind(row: Mapping[str, Any]) -> RelationKind:
    return RelationKind(**{**row, "rules": tuple([Rule(**rule) for rule in row["rules"]])})
