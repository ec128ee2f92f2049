"""SARIF: valid by the published schema, every figure in its place, every repair a fix."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from figcheck import report as formats
from figcheck import rules
from figcheck.model import Repair
from figcheck.record import replace
from figcheck.report.shape import written
from tests.report import made

jsonschema = pytest.importorskip("jsonschema")
SCHEMA = json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text(encoding="utf-8"))

ARTICLES = {
    "plain": made.report(),
    "titled": made.report(title="Half of 90,000 hands sail", surfaces={"whole": "90,000", "part": "40,000"}),
    "accepted": made.report(status="accepted", reason="the port counts so", accepted_by="A. Pryde"),
    "baseline": made.report(status="baseline"),
    "a note of a rule of nobody": made.report(severity="note", rule="no-such-rule"),
    "hostile": made.report(text='Of 50,000 "hands"\u2028 40,000 <b>\U0001f6a2 sail\x07; 15,000 \ud800 do not.'),
}


def _run(*reports: Any) -> dict[str, Any]:
    text = written(formats.findings_shape("sarif"), reports)
    return json.loads(str(text).encode("utf-8", "backslashreplace"))["runs"][0]


@pytest.mark.parametrize("reports", [[], *([one] for one in ARTICLES.values()), list(ARTICLES.values())])
def test_the_report_is_valid_by_the_published_schema(reports):
    log = json.loads(str(written(formats.findings_shape("sarif"), reports)))
    found = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).iter_errors(log)
    assert [(list(error.path), error.message) for error in found] == []


def test_the_report_of_the_example_article_is_valid():
    path = Path(__file__).parents[2] / "reports" / "ferry-line.sarif"
    log = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    assert len(log["runs"][0]["results"]) > 3


def test_the_schema_would_notice_what_is_wrong():
    log = json.loads(str(written(formats.findings_shape("sarif"), [made.report()])))
    log["runs"][0]["results"][0]["level"] = "dreadful"
    assert not jsonschema.Draft7Validator(SCHEMA).is_valid(log)


def test_places_lead_to_the_figures_line_by_line_and_sign_by_sign():
    text = "东京 has\n\U0001f6a2 50,000 hands, 40,000 of whom sail.\nThe remaining 15,000 do not."
    result = _run(made.report(text=text))["results"][0]
    places = [result["locations"][0], *result["relatedLocations"]]
    for place, figure in zip(places, ("50,000", "40,000", "15,000"), strict=True):
        region = place["physicalLocation"]["region"]
        line = text.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == figure
        assert text[region["charOffset"] :][: region["charLength"]] == figure
    assert _run(made.report())["columnKind"] == "unicodeCodePoints"


def test_each_repair_is_a_fix_of_its_own_that_gives_the_text_mended():
    judged = made.report()
    first, last = (claim.figure for _, claim in judged.findings[0].relation.roles[::2])
    repairs = (Repair("whole", first.span, "50,000", "55,000"), Repair("rest", last.span, "15,000", "10,000"))
    fixes = _run(made.report(repairs=repairs))["results"][0]["fixes"]
    mended = []
    for fix in fixes:
        ((change,), text) = fix["artifactChanges"], made.TEXT
        for replacement in change["replacements"]:
            start = replacement["deletedRegion"]["charOffset"]
            end = start + replacement["deletedRegion"]["charLength"]
            text = text[:start] + replacement["insertedContent"]["text"] + text[end:]
        mended.append(text)
    assert mended == [made.TEXT.replace("50,000", "55,000"), made.TEXT.replace("15,000", "10,000")]


def test_what_is_known_of_a_finding_is_told():
    results = [_run(ARTICLES[name])["results"][0] for name in ("plain", "baseline", "accepted")]
    assert [result["baselineState"] for result in results] == ["new", "unchanged", "new"]
    assert [result["suppressions"] for result in results[:2]] == [[], []]
    assert results[2]["suppressions"][0]["justification"] == "the port counts so (A. Pryde)"
    assert {result["partialFingerprints"]["figcheck/v1"] for result in results} == {"0123456789abcdef"}


def test_a_rule_says_why_it_is_there_and_shows_what_it_finds_and_what_it_lets_pass():
    run = _run(made.report(), made.report())
    (told,) = run["tool"]["driver"]["rules"]
    rule = rules.load().rules["parts-make-whole"]
    examples = [one for one in rules.examples(rules.load()) if one.rule == rule.id]
    assert rule.why in told["help"]["text"]
    for kind in ("fails", "passes"):
        assert next(one.text for one in examples if one.type == kind) in told["help"]["text"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 0]


def test_a_newsrooms_own_rule_is_described_too():
    folder = Path(__file__).parents[1] / "newsroom"
    (name, *_) = (rule.id for kind in rules.load((folder,)).kinds for rule in kind.rules if str(folder) in kind.path)
    log = json.loads(str(written(formats.findings_shape("sarif"), [made.report(rule=name)], [str(folder)])))
    assert [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]] == [name]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("./stories/a b.txt", "stories/a%20b.txt"),
        ("/desk/a.txt", "file:///desk/a.txt"),
        ("C:\\desk\\a.txt", "file:///C:/desk/a.txt"),
        ("gr\udcfc.txt", "gr%FC.txt"),
    ],
)
def test_an_article_is_named_as_a_reference(name, uri):
    judged = made.report()
    judged = replace(judged, document=replace(judged.document, id=name))
    place = _run(judged)["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_a_title_beside_the_text_has_no_line_of_the_file():
    place = _run(ARTICLES["titled"])["results"][0]["locations"][0]
    assert "region" not in place["physicalLocation"] and place["logicalLocations"][0]["name"] == "headline"
