"""Whole articles with every figure and every finding labelled, and one of them with each of its figures changed."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from figcheck import pipeline
from figcheck.model import Claim, Document, Finding, Relation, Report
from figcheck.rates import Rates

HERE = Path(__file__).parent / "articles"
NAMES = sorted(path.stem for path in HERE.glob("*.toml"))


@cache
def labels(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def report(name: str, old: str = "", new: str = "") -> Report:
    """What figcheck says about an article, after a change to it if one is given."""
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    assert text.count(old) == 1 or not old, f"{old!r} is not once in {name}"
    published: date = labels(name)["published"]
    changed = text.replace(old, new) if old else text
    return pipeline.check(Document(name, changed, (), published), pipeline.load_rulebook(), Rates.load())


def figures(name: str) -> list[Claim]:
    return [claim for claim in report(name).claims if claim.figure.kind != "label"]


def told(claim: Claim, asked: dict[str, Any]) -> dict[str, str]:
    """What a label asks about a figure, as it was read."""
    figure = claim.figure
    read = {
        "text": figure.surface,
        "kind": figure.kind,
        "value": f"{figure.quantity.magnitude.normalize():f}",
        "unit": figure.quantity.unit,
        "hedge": figure.hedge,
        "counted": claim.counted,
    }
    return {key: read[key] for key in asked if key in read}


def surfaces(relation: Relation) -> list[str]:
    """The figures of a relation in the order of the text."""
    return [
        figure.surface for figure in sorted({claim.figure for _, claim in relation.roles}, key=lambda f: f.span.start)
    ]


def summed_up(finding: Finding) -> tuple[str, str, list[str]]:
    return finding.rule, finding.severity, surfaces(finding.relation)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_read_as_labelled(name):
    wanted = []
    for label in labels(name)["figures"]:
        today = {**label, **label.get("read_as", {})}
        today.pop("read_as", None)
        wanted.append({"hedge": "", **today})
    read = [told(claim, label) for claim, label in zip(figures(name), wanted, strict=False)]
    assert [claim.figure.surface for claim in figures(name)] == [label["text"] for label in wanted]
    assert read == wanted


MISREAD = [(name, label) for name in NAMES for label in labels(name)["figures"] if "read_as" in label]


@pytest.mark.parametrize(("name", "label"), MISREAD, ids=[f"{name}: {label['text']}" for name, label in MISREAD])
@pytest.mark.xfail(strict=True, reason="known: misread")
def test_what_is_misread_today_is_read_right(name, label):
    truth = {key: value for key, value in label.items() if key != "read_as"}
    assert any(told(claim, truth) == truth for claim in figures(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_findings_are_those_labelled_and_no_others(name):
    wanted = [(f["rule"], f["severity"], f["figures"]) for f in labels(name).get("finding", ())]
    assert [summed_up(f) for f in report(name).findings if f.severity != "note"] == wanted


def test_the_seed_figures_agree_and_are_counted():
    judged = report("relief-road")
    coverage = dict(judged.coverage)
    assert coverage["relations"] == coverage["agrees"] >= 2
    related = [surfaces(check.relation) for check in judged.checks]
    assert ["50,000", "40,000", "10,000"] in related and ["£83 million", "$100 million"] in related


EDITS = [(edit["change"], edit["figures"]) for edit in labels("relief-road")["edit"]]


@pytest.mark.parametrize(("change", "wanted"), EDITS, ids=[f"{old} -> {new}" for (old, new), _ in EDITS])
def test_one_changed_figure_is_found_in_its_relation(change, wanted):
    findings = [f for f in report("relief-road", *change).findings if f.severity != "note"]
    assert [surfaces(finding.relation) for finding in findings] == [wanted]


def test_every_figure_of_an_article_is_a_figure_of_its_text():
    for name in NAMES:
        text = report(name).document.text
        for claim in report(name).claims:
            assert text[claim.figure.span.start : claim.figure.span.end] == claim.figure.surface
