"""Small texts as passages and relations, for tests of folding, matching and joining."""

from __future__ import annotations

from figcheck import language
from figcheck.fold import Passage
from figcheck.match import match
from figcheck.model import Document, Relation
from figcheck.pipeline import passages
from figcheck.relate import join
from figcheck.rules import RelationKind, Rule, Rulebook

COUNTS = ("count", "money")


def passage(text: str) -> Passage:
    """The first paragraph of a text, folded."""
    return passages(Document("text", text, ()), language.load())[0]


def kind(*patterns: str, require: str = "whole == sum(parts) + rest", **settings: object) -> RelationKind:
    """A relation with these patterns and one law over `whole`, `parts` and `rest`."""
    rule = Rule("made", "made", require, "error", "", "")
    roles = tuple((role, COUNTS) for role in ("whole", "parts", "rest"))
    stated = tuple((source, "stated") for source in patterns)
    return RelationKind("made", "", roles, (rule,), stated, **settings)  # type: ignore[arg-type]


def proposed(text: str, relation: RelationKind) -> list[dict[str, list[str]]]:
    """What the patterns propose, as surfaces by role."""
    return [by_role(found) for found in match(passage(text), Rulebook((relation,)))]


def joined(text: str, relation: RelationKind) -> list[dict[str, list[str]]]:
    """What is left when the pieces are put together, as surfaces by role."""
    return [by_role(found) for found in relations(text, relation)]


def relations(text: str, relation: RelationKind) -> tuple[Relation, ...]:
    """What is left when the pieces are put together."""
    folded, book = passage(text), Rulebook((relation,))
    return join(folded.claims, match(folded, book), book)


def by_role(relation: Relation) -> dict[str, list[str]]:
    """The surfaces of a relation's figures by role."""
    found: dict[str, list[str]] = {}
    for role, claim in relation.roles:
        found.setdefault(role, []).append(claim.figure.surface)
    return found
