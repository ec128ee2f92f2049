"""Markdown, read by a reader of it; and the plain list by article."""

from __future__ import annotations

import html
from typing import Any

from markdown_it import MarkdownIt

from figcheck import report as formats
from figcheck.report import markdown
from figcheck.report.shape import written
from tests.report import made

HOSTILE = "<script>x</script> a|b **c** [d](http://e) ![f](g) `h` @ann $1$ & ~~i~~"


def _read(*reports: Any) -> str:
    """The page as HTML."""
    text = str(written(formats.findings_shape("markdown"), reports))
    return str(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))


def _cells(page: str) -> list[str]:
    return [cell.partition("</td>")[0] for cell in page.split("<td>")[1:]]


def test_the_table_has_a_row_a_finding_and_each_is_told_in_full_below():
    page = _read(made.report(), made.silent(), made.report(severity="warning"))
    assert "<h1>figcheck: 1 error, 1 warning</h1>" in page
    assert page.count("<tr>") == 1 + 2 and page.count("<h3>") == 2
    assert _cells(page)[:7] == [
        "harbour.txt:1:28", "error", "parts-make-whole", "40,000 + 15,000 = 55,000, not 50,000", "50,000", "55,000",
        "new",
    ]  # fmt: skip
    assert "one of: rest 15,000 -&gt; 10,000" in page


def test_an_article_is_no_markup():
    page = _read(made.report(message=HOSTILE, working=HOSTILE, text=f"{HOSTILE} 50,000 40,000 15,000"))
    for tag in ("<script", "<strong", "<em", "<a ", "<img", "<code", "<s>"):
        assert tag not in page
    assert len(_cells(page)) == 7
    assert html.unescape(_cells(page)[3]).replace("\u200b", "") == HOSTILE
    assert "@ann" not in page  # which would call somebody of that name


def test_no_sentence_begins_a_list_or_a_heading():
    for opening in ("14. ", "- ", "# ", "=== ", "+ "):
        page = _read(made.report(message=f"{opening}ships"))
        assert f"<p>{opening}ships</p>".replace("\u200b", "") in page.replace("\u200b", "")


def test_an_empty_run_says_so():
    assert _read(made.silent()) == "<h1>figcheck</h1>\n<p>No finding.</p>\n"


def test_a_known_finding_says_by_whom():
    page = _read(made.report(status="accepted", reason="checked", accepted_by="A. Pryde"))
    assert _cells(page)[-1] == "accepted" and "accepted: checked (A. Pryde)" in page


def test_the_summary_of_a_build_keeps_within_its_room_with_the_worst_first(monkeypatch):
    reports = [*[made.report(severity="warning")] * 30, made.report()]
    kept = [entry for report in reports for entry in markdown.SUMMARY.taken(report)]
    whole = str(markdown.SUMMARY.made(kept, ()))
    assert whole.index("| error |") < whole.index("| warning |") and whole.count("###") == 31
    monkeypatch.setattr(markdown, "SUMMARY_ROOM", 1_500)
    short = str(markdown.SUMMARY.made(kept, ()))
    rows = short.count("parts-make-whole")
    assert len(short.encode()) <= 1_500 and 0 < rows < 31
    assert f"{31 - rows} more than a summary has room for." in short and "| error |" in short


def test_the_plain_list_names_each_article_once():
    reports = [made.report(), made.silent(), made.report(title=made.TITLE)]
    text = str(written(formats.findings_shape("grouped"), reports))
    assert text == (
        "harbour.txt\n  1:28  error  parts-make-whole  40,000 + 15,000 = 55,000, not 50,000\n\n"
        "harbour.txt\n  1:28  error  parts-make-whole  40,000 + 15,000 = 55,000, not 50,000\n"
    )
