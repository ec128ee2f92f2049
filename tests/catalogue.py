"""docs/catalogue.md: every rule with what must hold, why, a sentence that keeps it and one that breaks it.

Made from the rule files by `python -m tests.showcase`; what it says of a sentence is what figcheck finds in it now.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from figcheck import pipeline, rules
from figcheck.model import Document
from figcheck.rates import Rates
from figcheck.rules import Example, RelationKind, Rule, Rulebook

SUBJECTS = Path(__file__).with_name("subjects.toml")
HEAD = """# All rules

<!-- Made from the rule files by `python -m tests.showcase`: change those, not this. -->

{rules} rules in {relations} relations. A *relation* says which figures belong together (`--select` and `--ignore`
take its name or that of a rule); a *rule* says what must hold of them. An *error* cannot be explained by
[rounding](figures.md), or by any reading that would save it; a *warning* is worth a look; a *note* is told only with
`--show note`. What stands beside a rule is the worst it can say: it speaks more mildly where the figures are round.

"""


def page() -> str:
    """The whole page."""
    rulebook = _rulebook()
    parts = [HEAD.format(rules=len(rulebook.rules), relations=len(rulebook.kinds))]
    for title, lead, kinds in subjects(rulebook):
        parts += [f"## {title}\n\n{lead}\n\n", *(_relation(kind) for kind in kinds)]
    return "".join(parts).rstrip("\n") + "\n"


def subjects(rulebook: Rulebook) -> Iterator[tuple[str, str, list[RelationKind]]]:
    """Each subject with its relations, and at the end what no subject names."""
    known = {kind.id: kind for kind in rulebook.kinds}
    for subject in tomllib.loads(SUBJECTS.read_text(encoding="utf-8"))["subject"]:
        yield subject["title"], subject["lead"], [known.pop(name) for name in subject["relations"] if name in known]
    if known:
        yield "And more", "What has no subject of its own yet.", list(known.values())


def _relation(kind: RelationKind) -> str:
    told = [f"### {kind.id}\n\n{_escaped(kind.summary)}\n\n"]
    return "".join([*told, *(_rule(rule) for rule in kind.rules)])


def _rule(rule: Rule) -> str:
    right, wrong = _pair(rule)
    told = [f"**`{rule.id}`** ({rule.severity}): {_escaped(rule.why)}\n\n    {rule.require}\n\n"]
    told += [f"> ✓ {_escaped(right.text)}\n>\n"]
    told += [f"> ✗ {_escaped(wrong.text)}  \n> *{_escaped(_message(rule, wrong))}*\n\n"]
    return "".join(told)


def _pair(rule: Rule) -> tuple[Example, Example]:
    """The sentence that is right and the one that is wrong which differ least; the first of their kind."""
    own = _examples()[rule.id]
    pairs = [(right, wrong) for wrong in own["fails"] for right in own["passes"]]
    return max(pairs, key=lambda pair: _alike(pair[0].text, pair[1].text))


def _alike(left: str, right: str) -> int:
    """How far two sentences begin alike."""
    return next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


@cache
def _examples() -> dict[str, dict[str, list[Example]]]:
    found: dict[str, dict[str, list[Example]]] = {}
    for example in rules.examples(_rulebook()):
        found.setdefault(example.rule, {}).setdefault(example.type, []).append(example)
    return found


def _message(rule: Rule, example: Example) -> str:
    """What the rule says of the sentence, whether or not another that is broken by the same figures is told."""
    published = date.fromisoformat(example.published) if example.published else None
    report = pipeline.check(Document("example", example.text, (), published), _rulebook(), _rates())
    return next(check.finding.message for check in report.checks if check.rule == rule.id and check.finding)


@cache
def _rulebook() -> Rulebook:
    return pipeline.load_rulebook()


@cache
def _rates() -> Rates:
    return Rates.load()


def _escaped(text: str) -> str:
    """Text as Markdown shows it letter by letter."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n\n", " / ").replace("\n", " / ")
    return "".join(f"\\{sign}" if sign in "*_`[]|$" else sign for sign in text)
