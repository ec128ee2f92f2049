"""Where reports go: to a stream as the run goes on, or to a file that appears only when it is whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol, TextIO

from figcheck.model import Report
from figcheck.problem import Problem, mistake
from figcheck.report.shape import Format, Gathered


class Place(Protocol):
    """Where the bytes of a report go; `name` is what a user would call it."""

    name: str

    def write(self, content: str | bytes) -> None:
        """Take what comes next."""

    def finish(self) -> None:
        """All is written."""

    def abandon(self) -> None:
        """Nothing more will come: leave nothing half written behind."""


Told = Callable[[Report], Report]


def whole(report: Report) -> Report:
    """All of a report, also what somebody knows of already."""
    return report


class Output:
    """One report being written. Whatever goes wrong with it is a `Problem`, so that it costs no other report."""

    def __init__(self, form: Format, place: Place, folders: Sequence[str] = (), told: Told = whole) -> None:
        self._form, self._place, self._folders, self._told = form, place, folders, told
        self._kept: Any = form.room() if isinstance(form, Gathered) else ()
        self._gap = ""
        if not isinstance(form, Gathered):
            self._open(form.opening)

    def _open(self, opening: str) -> None:
        try:
            self._guarded(lambda: self._place.write(opening))
        except Problem:
            self._place.abandon()
            raise

    def add(self, report: Report) -> None:
        """Write what one article adds, or as much of it as is told here."""
        report = self._told(report)
        if report.findings or self._form.every:
            self._guarded(lambda: self._add(report))

    def miss(self, problem: Problem) -> None:
        """Write what is to be told of an article that could not be read or judged."""
        self._guarded(lambda: self._take(self._form.unread(problem)))

    def finish(self) -> None:
        """Write the end; a file now takes its place."""
        self._guarded(self._finish)

    def abandon(self) -> None:
        """Leave nothing half written behind."""
        self._place.abandon()

    def _add(self, report: Report) -> None:
        form = self._form
        self._take(form.taken(report) if isinstance(form, Gathered) else form.pieces(report))

    def _take(self, pieces: Iterator[Any]) -> None:
        """Keep what comes, or write it."""
        if isinstance(self._form, Gathered):
            self._kept += pieces
            return
        for piece in pieces:
            self._place.write(self._gap + piece)
            self._gap = self._form.separator

    def _finish(self) -> None:
        form = self._form
        self._place.write(form.made(self._kept, self._folders) if isinstance(form, Gathered) else form.closing)
        self._place.finish()

    def _guarded(self, act: Callable[[], None]) -> None:
        """Do it, or say in one line why it cannot be done."""
        try:
            act()
        except Problem:
            raise
        except OSError as error:
            raise _unwritable(self._place.name, error) from None
        except Exception as error:
            raise mistake(self._place.name, error) from None


class Console:
    """Standard output, with or without its colours."""

    name = "standard output"

    def __init__(self, stream: TextIO, change: Callable[[str], str]) -> None:
        self._stream, self._change = stream, change

    def write(self, content: str | bytes) -> None:
        """Print it."""
        self._stream.write(self._change(str(content)))

    def finish(self) -> None:
        """Let the reader have all of it."""
        self._stream.flush()

    def abandon(self) -> None:
        """What was printed cannot be taken back."""


class File:
    """A file that grows beside its place and is renamed when complete.

    A run that dies leaves the old report, never half a new one. What is no file, such as /dev/stdout or a pipe, is
    written to as it is.
    """

    def __init__(self, path: str, change: Callable[[str], str]) -> None:
        self.name, self._change = path, change
        if os.path.isdir(path):
            raise Problem(path, "is a folder", "expected a file name")
        if os.path.exists(path) and not os.access(path, os.W_OK):
            raise Problem(path, "cannot be written: it is read-only")
        self._is_file = os.path.isfile(path) or not os.path.exists(path)
        self._beside = f"{os.path.realpath(path)}.{os.getpid()}.part" if self._is_file else path
        try:
            self._stream = open(self._beside, "wb")  # noqa: SIM115  closed by finish or abandon
        except FileNotFoundError:
            raise Problem(path, "cannot be written: there is no such folder") from None
        except PermissionError:
            raise Problem(path, "cannot be written: the folder is read-only") from None
        except OSError as error:
            raise _unwritable(path, error) from None

    def write(self, content: str | bytes) -> None:
        """Write it beside the place."""
        if isinstance(content, str):
            content = self._change(content).encode("utf-8", "backslashreplace")
        self._stream.write(content)

    def finish(self) -> None:
        """Take the place."""
        self._stream.close()
        if self._is_file:
            os.replace(self._beside, os.path.realpath(self.name))

    def abandon(self) -> None:
        """Leave the old report as it was."""
        if self._is_file and os.path.exists(self._beside):
            self._stream.close()
            os.unlink(self._beside)


class End:
    """The end of a file that others write to as well, such as the summary page of a build."""

    def __init__(self, path: str, change: Callable[[str], str]) -> None:
        self.name, self._change, self._text = path, change, ""

    def write(self, content: str | bytes) -> None:
        """Keep it until all of it is there."""
        self._text += self._change(str(content))

    def finish(self) -> None:
        """Add it, in one go."""
        with open(self.name, "ab") as stream:
            stream.write(self._text.encode("utf-8", "backslashreplace"))

    def abandon(self) -> None:
        """Nothing was written yet."""


def _unwritable(name: str, error: OSError) -> Problem:
    if isinstance(error, BrokenPipeError):
        return Problem(name, "was closed before the report was complete")
    return Problem(name, f"cannot be written: {error.strerror or error}")
