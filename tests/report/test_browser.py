"""The pages in a real browser: with keys, on a phone, on paper, in the dark, without a script, and never online."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from figcheck.cli import main
from figcheck.report import html
from figcheck.report.shape import written
from tests.report import made
from tests.report.browser import Visit, started

ARTICLES = Path(__file__).parents[1] / "articles"
HOSTILE = (
    '<script>window.hacked = 1; alert(1)</script> <img src=x onerror="window.hacked = 1"> </style><style>*{color:red} '
    "<svg onload=alert(2)> <a href='javascript:alert(3)'>here</a> <base href='https://example.com/'> --> ]]> \u2028 "
)
FOCUSED = "document.activeElement.closest('details.note')?.dataset.note"
# The text that stands on each element itself, against the nearest background that is not see-through.
CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color) => { canvas.fillStyle = '#000'; canvas.fillStyle = color; canvas.clearRect(0, 0, 1, 1);
    canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, at) => sum + c * [.2126, .7152, .0722][at], 0);
  const behind = (each) => { for (; each; each = each.parentElement) {
    const color = rgb(getComputedStyle(each).backgroundColor); if (color[3] === 255) return color; }
    return [255, 255, 255]; };
  return [...document.body.querySelectorAll('*')].filter((each) => each.checkVisibility()
    && !each.matches('script, svg *') && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((each) => {
      const [a, b] = [light(rgb(getComputedStyle(each).color)), light(behind(each))].sort((x, y) => y - x);
      return [(a + .05) / (b + .05), each.className || each.tagName, each.textContent.slice(0, 30)]; })
    .filter(([ratio]) => ratio < 4.5); }"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with started() as running:
        yield running


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of our example articles, and of one that is out for trouble."""
    place = tmp_path_factory.mktemp("pages")
    targets = [word for name in ("ferry.html", "overview.html") for word in ("-o", str(place / name))]
    main(["check", "--date", "2024-03-14", str(ARTICLES / "ferry-line.txt"), *targets[:2]])
    main(
        [
            "check",
            "--date",
            "2024-03-14",
            "--format",
            "concise",
            *map(str, sorted(ARTICLES.glob("*.txt"))),
            *targets[2:],
        ]
    )
    hostile = made.report(text=f"{HOSTILE} {made.TEXT} {'long' * 200}", title=HOSTILE, message=HOSTILE, working=HOSTILE)
    (place / "hostile.html").write_text(str(written(html.FINDINGS, [hostile, hostile])), encoding="utf-8")
    return place


@pytest.mark.parametrize("name", ["ferry.html", "overview.html", "hostile.html"])
def test_a_page_loads_without_complaint_and_asks_for_nothing(browser, folder, name):
    visit = Visit(browser, folder / name)
    visit.page.keyboard.press("n")
    assert visit.complaints == []
    assert visit.asked == [(folder / name).as_uri()]


def test_an_article_that_injects_a_script_does_nothing(browser, folder):
    visit = Visit(browser, folder / "hostile.html")
    for key in ("n", "Enter", "n", "p"):
        visit.page.keyboard.press(key)
    assert visit.told("window.hacked") is None
    assert visit.told("document.querySelectorAll('script').length") == 1
    assert visit.told("document.querySelectorAll('img, base, style + style, [onload], [onerror]').length") == 0
    assert "<script>window.hacked = 1; alert(1)</script>" in visit.told("document.querySelector('.story').innerText")
    assert visit.complaints == []


def test_n_and_p_go_from_finding_to_finding_and_round(browser, folder):
    visit = Visit(browser, folder / "ferry.html")
    seen = []
    for key in ("n", "n", "p", "p", "n"):
        visit.page.keyboard.press(key)
        seen.append(visit.told(FOCUSED))
    assert seen == ["n1-1", "n1-2", "n1-1", "n1-7", "n1-1"]


def test_the_next_finding_is_in_sight_with_its_figures_and_lines_to_them(browser, folder):
    visit = Visit(browser, folder / "ferry.html", viewport={"width": 1280, "height": 700})
    for _ in range(6):
        visit.page.keyboard.press("n")
    assert visit.told("document.querySelector('details.on').getBoundingClientRect().top") > 0
    assert visit.told("document.querySelector('details.on').getBoundingClientRect().bottom") < 700
    figures = visit.told("[...document.querySelectorAll('a.figure.on')].map((each) => each.firstChild.data)")
    assert figures == ["four", "six", "three", "14"]
    assert visit.told("document.querySelectorAll('svg.strings path').length") == 4


@pytest.mark.parametrize("means", ["click", "Enter"])
def test_a_figure_shows_its_working(browser, folder, means):
    visit = Visit(browser, folder / "ferry.html")
    agreeing = visit.page.locator("a.figure.agrees").first
    note = visit.page.locator("details.note.agrees").first
    assert not note.evaluate("(each) => each.open")
    if means == "click":
        agreeing.click()
    else:
        agreeing.focus()
        visit.page.keyboard.press("Enter")
    assert note.evaluate("(each) => each.open")
    assert visit.told(FOCUSED) == note.get_attribute("data-note")


def test_escape_lets_go(browser, folder):
    visit = Visit(browser, folder / "ferry.html")
    visit.page.keyboard.press("n")
    visit.page.keyboard.press("Escape")
    assert visit.told("document.querySelectorAll('a.figure.on, svg.strings').length") == 0


@pytest.mark.parametrize("name", ["ferry.html", "overview.html", "hostile.html", "overview-pages/0001.html"])
def test_a_phone_never_scrolls_sideways(browser, folder, name):
    visit = Visit(browser, folder / name, viewport={"width": 360, "height": 740})
    visit.told("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    assert visit.told("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["ferry.html", "overview.html"])
def test_text_stands_out_from_what_is_behind_it(browser, folder, name, scheme):
    visit = Visit(browser, folder / name, color_scheme=scheme)
    visit.told("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    assert visit.told(CONTRAST) == []


def test_without_a_script_the_working_is_there_and_links_open_what_is_folded(browser, folder):
    visit = Visit(browser, folder / "ferry.html", java_script_enabled=False)
    page = visit.page
    assert page.locator("details.finding .working").first.is_visible()
    assert not page.locator(".pager").is_visible() and not page.locator(".keys").is_visible()
    assert not page.locator("#n1-a .working").is_visible()
    page.locator("a.figure.agrees").first.click()
    assert page.locator("#n1-a .working").is_visible()


def test_on_paper_findings_are_whole_and_buttons_are_gone(browser, folder, tmp_path):
    visit = Visit(browser, folder / "ferry.html", color_scheme="dark")
    visit.page.emulate_media(media="print")
    assert not visit.page.locator(".pager").is_visible()
    assert visit.page.locator("details.finding .working").count() == visit.page.locator("details.finding[open]").count()
    assert visit.told("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert visit.page.pdf().startswith(b"%PDF")


def test_the_overview_is_sorted_by_any_column(browser, folder):
    visit = Visit(browser, folder / "overview.html")
    numbers = "[...document.querySelectorAll('.sortable tbody td:last-child')].map((each) => Number(each.textContent))"
    visit.page.locator(".sortable button", has_text="Figures").click()
    assert visit.told(numbers) == sorted(visit.told(numbers), reverse=True)
    visit.page.locator(".sortable button", has_text="Figures").click()
    assert visit.told(numbers) == sorted(visit.told(numbers))
    assert visit.told("document.querySelectorAll('[aria-sort]').length") == 1


def test_the_overview_leads_to_a_page_and_the_page_leads_back(browser, folder):
    visit = Visit(browser, folder / "overview.html")
    visit.page.locator(".sortable a").first.click()
    assert visit.page.locator("article.story").count() == 1
    visit.page.locator(".back a").click()
    assert visit.page.url == (folder / "overview.html").as_uri()
    assert visit.complaints == []
