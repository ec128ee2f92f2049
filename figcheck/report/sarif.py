"""SARIF 2.1.0, for code scanning and the viewers of editors.

Everything that was found is there, with what was accepted marked as such. Places count characters of the article's
own text, from one for lines and columns and from nought for offsets. No time and no path of this machine is written,
so the same run gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from figcheck import rules
from figcheck.model import Document, Finding, Repair, Report, Span
from figcheck.problem import Problem
from figcheck.report import places, remarks, values
from figcheck.report.rows import CONFIDENCE
from figcheck.report.shape import Gathered
from figcheck.rules import Example, Rule, Rulebook
from figcheck.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "figcheck/v1"
"""Under this name the fingerprint stays what it is; another way of making it would get another name."""

EXAMPLES = {"fails": "This is found", "passes": "This is right"}

Json = dict[str, Any]


def _results(report: Report) -> Iterator[Json]:
    document = report.document
    for found in report.findings:
        first, *others = places.in_order(found.relation)
        related = [
            {
                "id": number,
                **_location(document, claim.figure.span),
                "message": {"text": f"{role} {claim.figure.surface}"},
            }
            for number, (role, claim) in enumerate(others, 1)
        ]
        yield {
            "ruleId": found.rule,
            "level": found.severity,
            "message": {"text": "\n".join(remarks.lines(found))},
            "locations": [_location(document, first[1].figure.span)],
            **({"relatedLocations": related} if related else {}),
            "partialFingerprints": {FINGERPRINT: found.fingerprint},
            "baselineState": "unchanged" if found.status == "baseline" else "new",
            "suppressions": _suppressions(found),
            "fixes": [_fix(document, repair) for repair in found.repairs if repair.span.start >= document.offset],
            "properties": _properties(report, found),
        }


def _location(document: Document, span: Span) -> Json:
    """A figure's place; one in a title that is beside the text has no line of the file."""
    physical: Json = {"artifactLocation": {"uri": _uri(document.id)}}
    if span.start < document.offset:
        return {"physicalLocation": physical, "logicalLocations": [{"name": "headline", "kind": "member"}]}
    return {"physicalLocation": {**physical, "region": _region(document, span)}}


def _region(document: Document, span: Span) -> Json:
    place = remarks.stretch(document, span) or remarks.Stretch(1, 1, 1, 1)
    start, end = places.within(document, span)
    return {
        "startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column,
        "charOffset": start, "charLength": end - start, "snippet": {"text": document.text[span.start : span.end]},
    }  # fmt: skip


def _uri(name: str) -> str:
    """The article as a reference: a path with its signs encoded, from the root where it begins there.

    >>> _uri("stories/50% off.txt"), _uri("C:\\\\desk\\\\a.txt")
    ('stories/50%25%20off.txt', 'file:///C:/desk/a.txt')
    """
    from urllib.parse import quote

    name = name.replace("\\", "/")
    drive, name = (f"/{name[:2]}", name[2:]) if name[1:3] == ":/" else ("", name)
    path = drive + quote(name, errors="surrogateescape")
    return f"file://{path}" if path.startswith("/") else path.removeprefix("./")


def _suppressions(found: Finding) -> list[Json]:
    if found.status != "accepted":
        return []
    name = f" ({found.accepted_by})" if found.accepted_by else ""
    return [{"kind": "external", "status": "accepted", "justification": f"{found.reason}{name}".strip()}]


def _fix(document: Document, repair: Repair) -> Json:
    """One figure changed; each repair alone would do, so each is a fix of its own."""
    replacement = {"deletedRegion": _region(document, repair.span), "insertedContent": {"text": repair.new}}
    change = {"artifactLocation": {"uri": _uri(document.id)}, "replacements": [replacement]}
    return {"description": {"text": f"{repair.role} {repair.old} -> {repair.new}"}, "artifactChanges": [change]}


def _properties(report: Report, found: Finding) -> Json:
    told = {
        "relation": found.relation.kind,
        "confidence": CONFIDENCE.get(found.relation.basis, "low"),
        "stated": found.stated,
        "expected": found.expected,
        "working": found.working,
        "strain": values.number(found.verdict.strain),
        "sentence": places.sentences(report, found.relation),
        "status": found.status,
    }
    return {name: value for name, value in told.items() if value not in ("", None)}


def _made(taken: Sequence[Json | Problem], folders: Sequence[str] = ()) -> str:
    kept = [each for each in taken if not isinstance(each, Problem)]
    troubles = [str(each) for each in taken if isinstance(each, Problem)]
    described = [_rule(rule, examples) for rule, examples in _described({result["ruleId"] for result in kept}, folders)]
    index = {rule["id"]: number for number, rule in enumerate(described)}
    results = [
        {**result, "ruleIndex": index[result["ruleId"]]} if result["ruleId"] in index else result for result in kept
    ]
    driver = {"name": "figcheck", "version": __version__, "rules": described}
    told = [{"level": "error", "message": {"text": text}} for text in troubles]
    ran = {"executionSuccessful": not troubles, "toolExecutionNotifications": told}
    run = {"tool": {"driver": driver}, "invocations": [ran], "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _described(names: set[str], folders: Sequence[str]) -> Iterable[tuple[Rule, list[Example]]]:
    """The rules that found something, each with the examples of its file."""
    book = rules.load(tuple(Path(folder) for folder in folders))
    kinds = tuple(kind for kind in book.kinds if any(rule.id in names for rule in kind.rules))
    few = Rulebook(kinds, tuple(dict.fromkeys(Path(kind.path) for kind in kinds)))
    examples = rules.examples(few)
    for name in sorted(names & set(few.rules)):
        yield few.rules[name], [example for example in examples if example.rule == name]


def _rule(rule: Rule, examples: Sequence[Example]) -> Json:
    """A rule with what an editor is told of it: why it is there, what it finds and what it lets pass."""
    told = [f"{EXAMPLES[kind]}: {_first(examples, kind)}" for kind in EXAMPLES if _first(examples, kind)]
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.id.replace("-", " ")},
        "fullDescription": {"text": rule.why},
        "help": {"text": "\n\n".join([rule.why, *told])},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"relation": rule.relation, "law": rule.require},
    }


def _first(examples: Sequence[Example], kind: str) -> str:
    return next((example.text for example in examples if example.type == kind), "")


def _unread(problem: Problem) -> Iterator[Problem]:
    yield problem


FINDINGS = Gathered(_results, _made, unread=_unread)
