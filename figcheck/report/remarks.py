"""What a program that puts remarks beside lines is told: where a finding stands, and what to say there.

A figure in the title of a JSON Lines article has no line of a file; such a place has none here either.
"""

from __future__ import annotations

from figcheck.model import Check, Document, Finding, Relation, Report, Span
from figcheck.record import record
from figcheck.report import places


@record
class Stretch:
    """From line and column to line and column, all counted from one; the end is the place behind it."""

    line: int
    column: int
    end_line: int
    end_column: int


def stretch(document: Document, span: Span) -> Stretch | None:
    """Where a figure stands in the file, unless it stands in a title that is beside the text."""
    if span.start < document.offset:
        return None
    return Stretch(*places.line_and_column(document, span.start), *places.line_and_column(document, span.end))


def path(document: Document) -> str:
    """The file as a build knows it: "./stories/a.txt" is stories/a.txt there."""
    return document.id.removeprefix("./")


def first(found: Finding) -> Span:
    """The place of the first figure."""
    return places.in_order(found.relation)[0][1].figure.span


def lines(found: Finding) -> list[str]:
    """All that is to be said, a line each: what is wrong, the working, the repairs, the slip it looks like."""
    repairs = " | ".join(f"{each.role} {each.old} -> {each.new}" for each in found.repairs)
    told = [found.message, found.working and f"working: {found.working}", repairs and f"one of: {repairs}"]
    return [line for line in (*told, found.diagnosis and f"looks like: {found.diagnosis}", settled(found)) if line]


def message(found: Finding) -> str:
    """What is wrong, in one line, and why it is no news where it is none."""
    known = settled(found)
    return f"{found.message} [{known}]" if known else found.message


def settled(found: Finding) -> str:
    """Why a finding is no news: "accepted: the ministry counts so (A. Pryde)"; nothing where it is."""
    if found.status == "new":
        return ""
    name = f" ({found.accepted_by})" if found.accepted_by else ""
    return f"{found.status}{': ' if found.reason else ''}{found.reason}{name}"


def judged(report: Report) -> list[tuple[Check, Finding | None]]:
    """Every check with its finding as the report has it, which may have been accepted; none where it is not shown."""
    told = {_key(found.rule, found.relation): found for found in report.findings}
    pairs = (
        (check, told.get(_key(check.rule, check.finding.relation)) if check.finding else None)
        for check in report.checks
    )
    return list(pairs)


def _key(rule: str, relation: Relation) -> tuple[object, ...]:
    """What tells findings of one article apart."""
    return rule, *((role, claim.figure.span.start, claim.figure.span.end) for role, claim in relation.roles)
