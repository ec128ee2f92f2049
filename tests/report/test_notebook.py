"""HTML in a notebook obeys nothing that an article says."""

from __future__ import annotations

from figcheck.report import notebook
from tests.report import made


def test_an_article_cannot_inject_markup():
    text = "Of 50,000 <script>alert(1)</script> 40,000 & 15,000 \"x\"."
    judged = made.report(text=text, message="<img src=x onerror=y>")
    page = notebook.fragment(judged, "<b>1 article</b>")
    assert "<script" not in page and "<img" not in page and "<b>" not in page
    assert "&lt;script&gt;" in page


def test_a_clean_article_is_one_line():
    assert "<table" not in notebook.fragment(made.silent(), "1 article")
