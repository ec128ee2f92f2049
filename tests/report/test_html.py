"""The page that editors read: every figure marked, nothing of the article obeyed, nothing fetched."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from figcheck import report as formats
from figcheck.model import Report, Verdict
from figcheck.record import replace
from figcheck.report import html as pages
from figcheck.report import page_notes
from figcheck.report.page import page
from figcheck.report.shape import written
from tests.report import made

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> </style></title><svg onload=alert(3)> {{ 7*7 }} "
    "javascript:alert(4) \"quoted\" 'single' &amp; <!-- "
)


class Reader(HTMLParser):
    """What a browser would make of a page: its elements, and the text that people see."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.seen: list[str] = []
        self._inside: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag in ("style", "script"):
            self._inside.append(tag)

    def handle_endtag(self, tag):
        if tag in ("style", "script"):
            self._inside.pop()

    def handle_data(self, data):
        if not self._inside:
            self.seen.append(data)


def _page(*reports: Report) -> str:
    return str(written(formats.findings_shape("html"), reports))


def _figures(text: str) -> dict[str, str]:
    """Each figure of the article with the way it is marked."""
    body = text[text.index("<main") :]
    found = re.findall(r'<(?:a|span) class="figure (\w+)"[^>]*>([^<]*)<', body)
    return {html.unescape(figure): state for state, figure in found}


def test_every_figure_is_marked_with_how_it_came_out():
    assert _figures(_page(made.report())) == {
        "50,000": "contradicted",
        "40,000": "contradicted",
        "15,000": "contradicted",
    }
    assert set(_figures(_page(made.silent())).values()) == {"agrees"}


def test_a_figure_in_no_relation_stands_alone():
    judged = made.silent()
    alone = Report(judged.document, judged.sentences, judged.claims, (), ())
    assert set(_figures(_page(alone)).values()) == {"unrelated"}


def test_a_relation_that_could_not_be_judged_says_why():
    judged = made.silent()
    unjudged = Report(judged.document, judged.sentences, judged.claims, judged.checks[1:], ())
    text = _page(unjudged)
    assert set(_figures(text).values()) == {"open"}
    assert "Not judged: no rate on record" in text


def test_the_text_of_the_article_is_on_the_page_whole():
    judged = made.report(title=made.TITLE)
    shown = page(judged, {}, 1)
    text = " ".join("".join(run.text for run in paragraph.runs) for paragraph in shown.paragraphs)
    assert text.split() == judged.document.text.split()


def test_text_that_stands_in_no_block_is_shown_all_the_same():
    judged = made.report()
    document = replace(judged.document, blocks=judged.document.blocks[1:])
    shown = page(replace(judged, document=document), {}, 1)
    assert "".join(run.text for run in shown.paragraphs[0].runs).startswith("The harbour firm has about 50,000 hands")


def test_a_finding_shows_its_working_its_repair_and_why():
    text = _page(made.report(diagnosis="two digits changed places"))
    for said in ("whole - part = 50,000 - 40,000 = 10,000", "<ins>10,000</ins>", "Looks like", "0123456789abcdef"):
        assert said in text
    why = pages.laws(())["parts-make-whole"].why
    assert html.escape(why, quote=True).replace("&#x27;", "&#39;") in text


def test_a_rule_of_a_newsroom_says_why_too():
    rules = Path(__file__).parents[1] / "newsroom"
    rule = min(set(pages.laws([str(rules)])) - set(pages.laws(())))
    text = str(written(formats.findings_shape("html"), [made.report(rule=rule)], [str(rules)]))
    assert html.escape(pages.laws([str(rules)])[rule].why).replace("&#x27;", "&#39;") in text
    assert html.escape(pages.laws([str(rules)])[rule].why).replace("&#x27;", "&#39;") not in _page(
        made.report(rule=rule)
    )


def test_the_tab_of_a_browser_says_which_article():
    assert "<title>1 finding: Harbour firm counts its crew · figcheck</title>" in _page(made.report(title=made.TITLE))
    assert "<title>2 findings in 2 articles · figcheck</title>" in _page(made.report(), made.report())


def test_every_link_on_the_page_leads_somewhere_on_it():
    elements = Reader(_page(made.report(title=made.TITLE), made.silent())).elements
    names = [attributes["id"] for _, attributes in elements if "id" in attributes]
    links = [attributes["href"] for tag, attributes in elements if tag == "a"]
    assert len(names) == len(set(names))
    assert {link for link in links if not link.startswith("#")} == set()
    assert {link[1:] for link in links} <= set(names)


def test_an_accepted_finding_is_told_as_such():
    judged = made.report(status="accepted", reason="asked the line", accepted_by="R. Okoro")
    assert set(_figures(_page(judged)).values()) == {"settled"}
    assert "asked the line (R. Okoro)" in _page(judged)


def test_a_note_is_not_told_as_a_contradiction():
    assert set(_figures(_page(made.report(severity="note"))).values()) == {"noted"}


def test_a_finding_below_the_level_shown_is_open_and_says_how_to_see_it():
    judged = made.report(severity="note")
    quiet = Report(judged.document, judged.sentences, judged.claims, judged.checks, ())
    assert set(_figures(_page(quiet)).values()) == {"open"}
    assert "told with --show note" in _page(quiet)


def test_figures_that_agree_by_two_rules_have_one_note():
    judged = made.silent()
    again = replace(judged.checks[0], rule="other", relation=replace(judged.checks[0].relation))
    twice = Report(judged.document, judged.sentences, judged.claims, (*judged.checks, again), ())
    notes = page(twice, {}, 1).notes
    assert [(note.sign, note.state, note.rule) for note in notes] == [
        ("a", "open", "other"), ("b", "agrees", "other, parts-make-whole"),
    ]  # fmt: skip
    assert notes[1].headline == "50,000, 40,000 and 15,000 fit together"


def test_no_finding_is_ever_left_out():
    reports = [made.report() for _ in range(3 * pages.SILENT)]
    assert _page(*reports).count('class="note contradicted finding"') == 3 * pages.SILENT


def test_of_many_articles_without_findings_the_first_are_shown_and_the_others_counted():
    text = _page(*[made.silent() for _ in range(pages.SILENT + 7)], made.report())
    assert text.count("<article") == pages.SILENT + 1
    assert "7 more articles without findings" in text


@pytest.mark.parametrize("place", ["text", "title", "message", "working", "diagnosis", "reason", "id"])
def test_an_article_cannot_bring_an_element_of_its_own(place):
    clean = {tag for tag, _ in Reader(_page(made.report(title=made.TITLE))).elements}
    if place == "text":
        judged = made.report(text=f"{HOSTILE} {made.TEXT}")
    elif place == "title":
        judged = made.report(title=HOSTILE)
    elif place == "id":
        judged = made.report()
        judged = replace(judged, document=replace(judged.document, id=HOSTILE))
    else:
        judged = made.report(status="accepted" if place == "reason" else "new", **{place: HOSTILE})
    found = Reader(_page(judged))
    assert {tag for tag, _ in found.elements} <= clean | {"br", "p", "h2"}
    names = {name for _, attributes in found.elements for name in attributes}
    assert not [name for name in names if name.startswith("on")]
    assert " ".join(HOSTILE.split()) in " ".join("".join(found.seen).split())


def test_marks_that_turn_the_direction_of_writing_do_nothing():
    text = _page(made.report(text="\N{RIGHT-TO-LEFT OVERRIDE}" + made.TEXT))
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text


def test_the_page_allows_its_own_style_and_script_and_nothing_else():
    text = _page(made.report())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy and policy[1].startswith("default-src 'none';")
    assert "unsafe" not in policy[1] and "http" not in policy[1]
    assert "http" not in re.sub(r"http-equiv|http://www\.w3\.org/2000/svg", "", text)
    assert " style=" not in text


def test_the_same_reports_give_the_same_page():
    assert _page(made.report(), made.silent()) == _page(made.report(), made.silent())


def test_a_run_over_nothing_is_a_page_too():
    assert "Nothing that cannot be true" in _page()


@pytest.mark.parametrize(("left", "sign"), [("640", "640 = 640"), ("640.5", "640.5 ≈ 640")])
def test_what_agrees_shows_both_sides_of_the_sum(left, sign):
    from decimal import Decimal

    judged = made.silent()
    check = replace(judged.checks[0], verdict=Verdict("agrees", Decimal(left), Decimal(640)))
    agreeing = Report(judged.document, judged.sentences, judged.claims, (check,), ())
    assert page_notes.notes(agreeing, pages.laws(()), "n1-")[0].working == sign
