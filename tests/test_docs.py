"""The documents keep up with the code: every key, condition, sign and room is told of."""

from __future__ import annotations

import re

import pytest

from figcheck import report, rulefile
from figcheck.expression import FUNCTIONS
from figcheck.model import KINDS
from figcheck.report import editorial
from tests import showcase

RULES = (showcase.ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
HOUSE = (showcase.ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
SPANS = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", RULES, flags=re.S))
CODE = {*SPANS, *(word for span in SPANS for word in span.split())}


@pytest.mark.parametrize("key", [*rulefile.RELATION_KEYS, *rulefile.RULE_KEYS])
def test_every_key_of_a_rule_file_is_documented(key):
    assert key in CODE or f"[[{key}]]" in CODE


@pytest.mark.parametrize("page", showcase.PAGES, ids=lambda page: page.stem)
def test_the_tables_of_relations_conditions_rooms_and_formats_are_those_of_the_code(page):
    assert showcase.reference(page) == page.read_text(encoding="utf-8"), "python -m tests.showcase"


@pytest.mark.parametrize("body", showcase.blocks("console", showcase.REPORTS_PAGE))
def test_a_command_prints_what_the_page_of_reports_shows(body, tmp_path):
    assert showcase.told(body, tmp_path) == body, "python -m tests.showcase"


def test_every_format_table_and_column_is_documented():
    page = showcase.REPORTS_PAGE.read_text(encoding="utf-8")
    for name in (*report.FINDINGS, *report.TABLES, *editorial.COLUMNS):
        assert f"`{name}`" in page, name


@pytest.mark.parametrize("name", [*FUNCTIONS, *(kind for kind in KINDS if kind != "label")])
def test_every_function_and_every_kind_of_figure_is_documented(name):
    assert name in CODE


def test_the_newsroom_example_is_the_file_that_the_tests_run():
    written = (showcase.ROOT / "tests" / "newsroom" / "circulation.toml").read_text(encoding="utf-8")
    assert f"```toml\n{written}```" in RULES


@pytest.mark.parametrize(
    "name", ["CONTRIBUTING.md", "docs/rules.md", "docs/architecture.md", "docs/reports.md", "CHANGELOG.md"]
)
def test_every_file_that_a_document_links_to_exists(name):
    page = showcase.ROOT / name
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
