"""A report as a piece of HTML for a notebook's cell: the findings, then the article with its figures marked.

A notebook holds many cells on one page, so the piece has no script, and no names or links that two of them would share.
"""

from __future__ import annotations

from figcheck.model import Report
from figcheck.report.html_template import rendered
from figcheck.report.page import page


def fragment(report: Report, closing: str) -> str:
    """What a cell shows; all text of the article is escaped."""
    return rendered("notebook.html.j2", page=page(report, {}), closing=closing)
