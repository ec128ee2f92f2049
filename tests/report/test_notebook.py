"""HTML in a notebook shows the marked article and obeys nothing that it says."""

from __future__ import annotations

import re

import pytest

import figcheck
from figcheck.report import notebook
from tests.report import made


def test_an_article_cannot_inject_markup():
    text = 'Of 50,000 <script>alert(1)</script> 40,000 & 15,000 "x".'
    judged = made.report(text=text, message="<img src=x onerror=y>")
    page = notebook.fragment(judged, "<b>1 article</b>")
    assert "<script" not in page and "<img" not in page and "<b>" not in page
    assert "&lt;script&gt;" in page


def test_findings_come_first_and_the_article_is_marked():
    page = notebook.fragment(made.report(), "1 article")
    assert "<li><strong>error</strong> 40,000 + 15,000 = 55,000, not 50,000" in page
    assert re.findall(r'<mark class="(\w+)"[^>]*>([\d,]+)', page) == [
        ("contradicted", "50,000"), ("contradicted", "40,000"), ("contradicted", "15,000"),
    ]  # fmt: skip


def test_a_clean_article_is_folded_under_its_closing_line():
    page = notebook.fragment(made.silent(), "1 article")
    assert "<li>" not in page and "<details>" in page


def test_two_cells_do_not_share_a_name():
    assert not re.search(r'\b(?:id|href|name)="', notebook.fragment(made.report(), "1 article"))


def test_a_report_is_what_a_notebook_shows_of_it():
    formatters = pytest.importorskip("IPython.core.formatters")
    report = figcheck.check("Of the 50 members, 40 agreed and the remaining 20 did not.")
    data, _ = formatters.DisplayFormatter().format(report)
    assert data["text/html"] == report._repr_html_()
    assert '<mark class="contradicted"' in data["text/html"]
