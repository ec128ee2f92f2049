"""A report as a piece of HTML for a notebook's cell; all text of the article is escaped."""

from __future__ import annotations

from figcheck.model import Report
from figcheck.report import editorial
from figcheck.report.paint import safe

SHOWN = ("line", "severity", "rule", "what_is_wrong", "stated", "expected", "suggestion_1", "sentence")
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}


def fragment(report: Report, closing: str) -> str:
    """A heading line and, where something was found, a table of it."""
    head = f"<p><strong>{escaped(report.document.id)}</strong>: {escaped(closing)}</p>"
    if not report.findings:
        return head
    titles = "".join(f"<th>{escaped(name.replace('_', ' '))}</th>" for name in SHOWN)
    body = "".join(_row(editorial.row(report, finding)) for finding in report.findings)
    return f"{head}<table><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>"


def escaped(text: object) -> str:
    """Text that a browser shows and does not obey.

    >>> escaped("<script>5 & 6</script>")
    '&lt;script&gt;5 &amp; 6&lt;/script&gt;'
    """
    return safe(str(text)).translate(_ESCAPES)


def _row(cells: dict[str, editorial.Cell]) -> str:
    """One finding."""
    return "<tr>" + "".join(f"<td>{escaped(cells[name])}</td>" for name in SHOWN) + "</tr>"
