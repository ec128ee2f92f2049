"""Calls the stages in order: the only place where they meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from figcheck import inline, rules
from figcheck import language as languages
from figcheck.conditions import broken
from figcheck.describe import describe
from figcheck.fold import Passage, fold
from figcheck.judge import Context, judge
from figcheck.language import Language
from figcheck.match import lone_kinds, match
from figcheck.model import Block, Check, Claim, Document, Figure, Finding, Relation, Report, Sentence, Span
from figcheck.portions import stretches, together
from figcheck.problem import Problem, nearest
from figcheck.rates import Rates
from figcheck.record import replace
from figcheck.relate import join, relate
from figcheck.rules import RelationKind, Rule, Rulebook
from figcheck.scan import scan
from figcheck.sections import blocks
from figcheck.seek import seek
from figcheck.segment import segment
from figcheck.setting import dated, exchanges, meant, named, placed
from figcheck.settle import settled
from figcheck.watch import JUDGING, Watch, unwatched

NEVER_RELATED = ("boilerplate",)
GRAVEST = ("error", "warning", "note")


def load_rulebook(
    folders: Sequence[Path] = (), select: Sequence[str] = (), ignore: Sequence[str] = (), code: str = "en"
) -> Rulebook:
    """The rules in force: figcheck's own, those of the folders, cut down to what was asked for.

    A pattern with a cue class that the language does not have is a `Problem`.
    """
    rulebook = rules.load(folders)
    known = languages.load(code).classes
    for kind in rulebook.kinds:
        for name in kind.classes:
            if name not in known:
                raise Problem(rules.place(kind, name), f"unknown cue class {name!r}", nearest(name, known))
    return rulebook.selected(select, ignore)


def check_all(documents: Iterable[Document], rulebook: Rulebook, rates: Rates) -> Iterator[Report]:
    """A report for each document, one at a time: memory holds one article."""
    for document in documents:
        yield check(document, rulebook, rates)


def check(document: Document, rulebook: Rulebook, rates: Rates, watch: Watch = unwatched) -> Report:
    """Everything that figcheck has to say about one article. A pure function of its arguments.

    What watches changes nothing; it may tell afterwards what each relation and rule cost.
    """
    language = languages.load(document.language)
    document, sentences, claims, folded = _read(document, language)
    context = Context(document.published, rates, language)
    checks: list[Check] = []
    for part, passages in _parts(document, folded):
        checks += _judged(_relations(part, passages, rulebook, language, watch), rulebook, context, watch)
    if document.silences:
        checks = inline.applied(document, checks)
    findings = tuple(sorted(_slips(_once(c.finding for c in checks if c.finding)), key=_finding_order))
    return Report(document, sentences, claims, tuple(checks), findings, _coverage(claims, checks))


def extract(document: Document) -> Report:
    """The figures of an article alone, held against no rule."""
    document, sentences, claims, _ = _read(document, languages.load(document.language))
    return Report(document, sentences, claims, (), (), _coverage(claims, ()))


def passages(document: Document, language: Language) -> list[Passage]:
    """The folded paragraphs of a document, for those who explain what the patterns saw."""
    document, _, _, stretches = _read(document, language)
    return [_folded(document, each, language) for each in stretches if each.block.part not in NEVER_RELATED]


class _Stretch(NamedTuple):
    """A stretch of the document with its figures and sentences."""

    block: Block
    claims: list[Claim]
    sentences: Sequence[Sentence]


def _read(
    document: Document, language: Language
) -> tuple[Document, tuple[Sentence, ...], tuple[Claim, ...], list[_Stretch]]:
    """The document with its blocks, its sentences and claims, and the stretches in which figures stand."""
    if not document.blocks:
        document = replace(document, blocks=blocks(document.text, document.offset, language))
    sentences = segment(document, language)
    by_block: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_block.setdefault(sentence.block.span.start, []).append(sentence)
    claims: list[Claim] = []
    found: list[_Stretch] = []
    for block in document.blocks:
        figures = _figures(document.text, block.span, language)
        if not figures:
            continue
        if document.home or document.dialect:
            figures = meant(figures, document, language)
        around = by_block.get(block.span.start, ())
        own = describe(document.text, block.span.start, figures, around, language)
        claims += own
        found += (_Stretch(*stretch) for stretch in stretches(block, own, around))
    return document, sentences, tuple(claims), found


def _folded(document: Document, stretch: _Stretch, language: Language) -> Passage:
    return fold(document.text, stretch.block, stretch.sentences, stretch.claims, language)


def _parts(document: Document, found: Sequence[_Stretch]) -> Iterator[tuple[Document, list[_Stretch]]]:
    """The document whole, or in several parts where it holds more figures than one article does."""
    runs = list(together([(len(each.claims), each) for each in found]))
    for run in runs:
        yield document if len(runs) == 1 else replace(document, blocks=tuple(each.block for each in run)), run


def _figures(text: str, span: Span, language: Language) -> tuple[Figure, ...]:
    """The figures of one block, at their places in the document."""
    return tuple(moved(figure, span.start) for figure in scan(text[span.start : span.end], language))


def moved(figure: Figure, by: int) -> Figure:
    """The same figure further down the text."""
    if not by:
        return figure
    span, digits = figure.span, figure.digits
    return Figure(
        Span(span.start + by, span.end + by), figure.surface, figure.kind, figure.quantity, figure.grain,
        Span(digits.start + by, digits.end + by), figure.scale, figure.hedge, figure.parts,
    )  # fmt: skip


def _relations(
    document: Document, stretches: Sequence[_Stretch], rulebook: Rulebook, language: Language, watch: Watch
) -> tuple[Relation, ...]:
    found: list[Relation] = []
    for stretch in stretches:
        if stretch.block.part not in NEVER_RELATED:
            found += _proposed(document, stretch, rulebook, language, watch)
    if any(map(exchanges, found)):
        found = placed(found, named(document.text, language), language, document.home)
    claims = [claim for each in stretches for claim in each.claims]
    return (*found, *relate(document, claims, found, rulebook, watch))


def _proposed(
    document: Document, stretch: _Stretch, rulebook: Rulebook, language: Language, watch: Watch
) -> Iterator[Relation]:
    """The relations of one stretch; a figure that is alone there and has no rule to itself is not even folded."""
    kinds = [claim.figure.kind for claim in stretch.claims if claim.figure.kind != "label"]
    if len(kinds) > 1:
        passage = _folded(document, stretch, language)
        joined = join(stretch.claims, match(passage, rulebook, watch), rulebook)
        yield from dated(joined, passage, document.published)
        yield from seek(passage, rulebook, joined, watch)
    elif not lone_kinds(rulebook.lone).isdisjoint(kinds):
        yield from match(_folded(document, stretch, language), rulebook.lone, watch)


def _judged(relations: Iterable[Relation], rulebook: Rulebook, context: Context, watch: Watch) -> Iterator[Check]:
    """Every relation held against its rules; of rival readings only the one that was meant."""
    kinds = _by_id(rulebook)
    rivals: dict[str, list[Relation]] = {}
    flagged: set[Span] = set()
    agreed: set[Span] = set()
    told: list[Relation] = []
    for relation in relations:
        if relation.group:
            rivals.setdefault(relation.group, []).append(relation)
        elif not (kinds[relation.kind].source and _is_told(relation, flagged, agreed, context)):
            for check in _one(relation, kinds[relation.kind], context, watch):
                flagged |= _spans(relation) if check.finding else set()
                agreed |= _spans(relation) if check.verdict.outcome == "agrees" else set()
                is_exact = rulebook.rules[check.rule].law.sign == "=="
                told += [relation] if is_exact and check.verdict.outcome == "agrees" else []
                yield check
    groups = [[list(_one(each, kinds[each.kind], context, watch)) for each in group] for group in rivals.values()]
    yield from settled(groups, told)


@lru_cache(maxsize=4)
def _by_id(rulebook: Rulebook) -> Mapping[str, RelationKind]:
    return {kind.id: kind for kind in rulebook.kinds}


def _is_told(relation: Relation, flagged: set[Span], agreed: set[Span], context: Context) -> bool:
    """Whether a relation built from others says nothing new.

    That is when one of its figures is flagged already, or all of them agree by the rates of the day.
    """
    spans = _spans(relation)
    return bool(spans & flagged) or (context.published is not None and spans <= agreed)


def _spans(relation: Relation) -> set[Span]:
    return {claim.figure.span for _, claim in relation.roles}


def _one(relation: Relation, kind: RelationKind, context: Context, watch: Watch) -> Iterator[Check]:
    for rule in applicable(kind, relation):
        [check] = watch((JUDGING, rule.id), map(judge, [relation], [rule], [context]))
        yield check
        if check.finding:
            return


def applicable(kind: RelationKind, relation: Relation) -> list[Rule]:
    """The rules that speak of just the roles filled; where none does, the first that speaks of some of them."""
    filled = {role for role, _ in relation.roles}
    fitting = [
        rule for rule in kind.rules
        if filled >= set(rule.law.roles) and (not rule.when or not relation.cues.isdisjoint(rule.when))
        and not (relation.chief and broken(rule.where, relation.roles))  # what may not be told may still excuse
    ]  # fmt: skip
    exact = [rule for rule in fitting if filled == set(rule.law.roles)]
    return exact or fitting[:1]


def _once(findings: Iterable[Finding]) -> Iterable[Finding]:
    """The findings without those of another search that ends at the same figures in the same roles.

    "Each of the 16 wards got £300 apiece" has a cue for the number and one for the rate.
    """
    seen: set[frozenset[tuple[str, Span]]] = set()
    for finding in findings:
        figures = frozenset((role, claim.figure.span) for role, claim in finding.relation.roles)
        is_sought = not finding.relation.pattern
        if not (is_sought and figures in seen):
            yield finding
        if is_sought:
            seen.add(figures)


def _slips(findings: Iterable[Finding]) -> list[Finding]:
    """One finding a slip: of two rules that are broken by the same figures, the graver is told.

    "From 500 to 450, a cut of 20 per cent" breaks a law of change and one of reductions.
    """
    kept: dict[frozenset[Span], Finding] = {}
    for finding in findings:
        figures = frozenset(claim.figure.span for _, claim in finding.relation.roles)
        other = kept.get(figures)
        if other is None or GRAVEST.index(finding.severity) < GRAVEST.index(other.severity):
            kept[figures] = finding
    return list(kept.values())


def _finding_order(finding: Finding) -> tuple[int, str]:
    return min(claim.figure.span.start for _, claim in finding.relation.roles), finding.rule


def _coverage(claims: Sequence[Claim], checks: Iterable[Check]) -> tuple[tuple[str, int], ...]:
    """How many figures were found, relations judged, and how each came out; the reasons for silence one by one."""
    counts: Counter[str] = Counter(figures=sum(claim.figure.kind != "label" for claim in claims))
    for check in checks:
        counts["relations"] += 1
        outcome = check.verdict.outcome
        counts[outcome] += 1
        if outcome == "not judged":
            counts[f"not judged: {check.verdict.reason}"] += 1
    return tuple(sorted(counts.items()))
