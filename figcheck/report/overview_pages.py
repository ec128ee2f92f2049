"""The overview as a file, and beside it a folder with a page for each article.

All pages are written next to their folder first and take their places when the run is complete: a run that dies leaves
the old overview with its old pages, never a mixture of both.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from urllib.parse import quote

from figcheck.model import Report
from figcheck.report.html import laws, sheet
from figcheck.report.output import File, Output
from figcheck.report.overview import Survey, taken, written
from figcheck.report.page import page
from figcheck.report.paint import washed
from figcheck.report.shape import Gathered

SILENT = 500
"""So many articles without findings have a page as well."""

_OURS = re.compile(r"\d{4,}\.html")


def output(path: str, folders: Sequence[str]) -> Output:
    """The overview that will stand at `path`, with its pages."""
    place = Site(path, folders)
    form = Gathered(taken, written, every=True, room=lambda: Survey(place.add))
    return Output(form, place, folders)


class Site:
    """The places of an overview and of the pages that it links to."""

    def __init__(self, path: str, folders: Sequence[str]) -> None:
        self.name, self._known = path, laws(folders)
        self._file = File(path, washed)
        self._folder = f"{os.path.splitext(path)[0]}-pages"
        self._beside = f"{self._folder}.{os.getpid()}.part"
        self._pages: list[str] = []
        self._silent = 0

    def add(self, number: int, report: Report) -> str:
        """Write an article's page; the link to it, empty for an article without findings that comes late."""
        self._silent += not report.findings
        if not report.findings and self._silent > SILENT:
            return ""
        os.makedirs(self._beside, exist_ok=True)
        shown = page(report, self._known)
        text = sheet([shown], shown.closing, back=f"../{quote(os.path.basename(self.name), safe='')}")
        name = f"{number:04}.html"
        with open(os.path.join(self._beside, name), "wb") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
        self._pages.append(name)
        return f"{quote(os.path.basename(self._folder), safe='')}/{name}"

    def write(self, content: str | bytes) -> None:
        """Take the overview itself."""
        self._file.write(content)

    def finish(self) -> None:
        """Every page takes its place, those of an earlier run leave, and the overview comes last."""
        if self._pages:
            os.makedirs(self._folder, exist_ok=True)
        for name in self._pages:
            os.replace(os.path.join(self._beside, name), os.path.join(self._folder, name))
        for name in set(os.listdir(self._folder) if os.path.isdir(self._folder) else ()) - set(self._pages):
            if _OURS.fullmatch(name):
                os.unlink(os.path.join(self._folder, name))
        self._file.finish()
        shutil.rmtree(self._beside, ignore_errors=True)

    def abandon(self) -> None:
        """Leave what was there as it was."""
        self._file.abandon()
        shutil.rmtree(self._beside, ignore_errors=True)
