"""Reports made by hand, so that the formats are tested without anything that reads or judges."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from figcheck.interval import Interval
from figcheck.model import (
    Block,
    Check,
    Claim,
    Document,
    Figure,
    Finding,
    Quantity,
    Relation,
    Repair,
    Report,
    Sentence,
    Span,
    Verdict,
)

TITLE = "Harbour firm counts its crew"
TEXT = (
    "The harbour firm has about 50,000 hands, 40,000 of whom work at sea, and it has said so for years.\n\n"
    "The remaining 15,000 hands work ashore."
)


def report(title: str = "", text: str = TEXT, surfaces: dict[str, str] | None = None, **changes: object) -> Report:
    """One article with one finding about a whole, its part and its rest; `changes` go to the finding."""
    roles = surfaces or {"whole": "50,000", "part": "40,000", "rest": "15,000"}
    opening = f"{title}\n\n" if title else ""
    whole = opening + text
    blocks = tuple(_blocks(whole, len(opening)))
    sentences = tuple(Sentence(block.span, block, number) for number, block in enumerate(blocks))
    document = Document("harbour.txt", whole, blocks, date(2023, 1, 20), offset=len(opening), source="harbour.txt")
    named = {role: _claim(whole, surface, sentences) for role, surface in roles.items()}
    relation = Relation("partition", tuple(named.items()))
    verdict = Verdict("contradicts", Decimal(50000), Decimal(55000), Decimal("2.5"))
    finding = _finding(relation, verdict, changes)
    claims = tuple(sorted(named.values(), key=lambda claim: claim.figure.span.start))
    return Report(document, sentences, claims, (Check("parts-make-whole", relation, verdict, finding),), (finding,))


def silent() -> Report:
    """An article with figures that agree."""
    judged = report()
    relation = judged.checks[0].relation
    checks = (
        Check("parts-make-whole", relation, Verdict("agrees")),
        Check("other", Relation("conversion", relation.roles), Verdict("not judged", reason="no rate on record")),
    )
    return Report(judged.document, judged.sentences, judged.claims, checks, ())


def _finding(relation: Relation, verdict: Verdict, changes: dict[str, object]) -> Finding:
    rest = relation.roles[-1][1].figure
    facts: dict[str, object] = {
        "rule": "parts-make-whole",
        "severity": "error",
        "message": "40,000 + 15,000 = 55,000, not 50,000",
        "working": "whole - part = 50,000 - 40,000 = 10,000; stated rest 15,000",
        "repairs": (Repair(relation.roles[-1][0], rest.span, rest.surface, "10,000"),),
        "diagnosis": "",
        "relation": relation,
        "verdict": verdict,
        "fingerprint": "0123456789abcdef",
        "stated": "50,000",
        "expected": "55,000",
    }
    return Finding(**{**facts, **changes})  # type: ignore[arg-type]


def _claim(text: str, surface: str, sentences: tuple[Sentence, ...]) -> Claim:
    start = text.index(surface)
    span = Span(start, start + len(surface))
    number = next(s.index for s in sentences if s.span.start <= start < s.span.end)
    value = Decimal("".join(c for c in surface if c in "0123456789.") or "1")
    box = Interval(value * Decimal("0.9"), value * Decimal("1.1"))
    quantity = Quantity(value, "", box, box, box)
    return Claim(Figure(span, surface, "count", quantity, Decimal(1), span, hedge="about"), number, counted="hand")


def _blocks(text: str, offset: int) -> list[Block]:
    found, start = [], 0
    for paragraph in text.split("\n\n"):
        span = Span(start, start + len(paragraph))
        found.append(Block(span, "headline" if start < offset else "body"))
        start = span.end + 2
    return found
