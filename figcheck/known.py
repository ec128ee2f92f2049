"""Findings that somebody knows of already: they stay in a report, and no longer hold up a gate."""

from __future__ import annotations

import os
from collections.abc import Callable

from figcheck.model import Document, Finding, Report
from figcheck.record import replace

NEW, ACCEPTED, BASELINE = "new", "accepted", "baseline"


def marked(report: Report, change: Callable[[Finding], Finding]) -> Report:
    """The report with each finding as `change` gives it back, asked in the order of the text."""
    changed = {id(found): change(found) for found in report.findings}
    if all(id(found) == was for was, found in changed.items()):
        return report
    return replace(
        report,
        findings=tuple(changed.get(id(found), found) for found in report.findings),
        checks=tuple(
            replace(check, finding=changed[id(check.finding)]) if id(check.finding) in changed else check
            for check in report.checks
        ),
    )


def new(report: Report) -> Report:
    """The report without what is accepted or was there before."""
    kept = tuple(found for found in report.findings if found.status == NEW)
    return report if len(kept) == len(report.findings) else replace(report, findings=kept)


def place(document: Document, folder: str) -> str:
    """What a file in `folder` calls an article: its path from there, or its id where many share one file.

    Runs from another folder, or with "./" before the name, so speak of the same article.
    """
    if document.id != document.source:
        return document.id
    try:
        path = os.path.relpath(document.id, folder or os.curdir)
    except ValueError:  # on another drive
        path = document.id
    return path.replace(os.sep, "/")
