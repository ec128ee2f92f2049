"""Where reports go: to a stream as the run goes on, or to a file that appears only when it is whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TextIO

from figcheck.model import Report
from figcheck.problem import Problem
from figcheck.report.shape import Shape


class Output:
    """One report being written.

    A report meant for a file grows beside its place and is renamed when complete, so a run that dies leaves
    the old report, never half a new one.
    """

    def __init__(self, shape: Shape, stream: TextIO, change: Callable[[str], str], path: str = "") -> None:
        self._shape, self._stream, self._change, self._path = shape, stream, change, path
        self._gap = ""
        self._write(shape.opening)

    def add(self, report: Report) -> None:
        """Write what one article adds."""
        for piece in self._shape.pieces(report):
            self._write(self._gap + piece)
            self._gap = self._shape.separator

    def finish(self) -> None:
        """Write the end; a file now takes its place."""
        self._write(self._shape.closing)
        try:
            self._stream.flush()
            if not self._path:
                return
            self._stream.close()
            os.replace(self._stream.name, self._path)
        except OSError as error:
            raise _unwritable(self._path, error) from None

    def abandon(self) -> None:
        """Leave nothing half written behind."""
        if self._path and os.path.exists(self._stream.name):
            self._stream.close()
            os.unlink(self._stream.name)

    def _write(self, text: str) -> None:
        if not text:
            return
        try:
            self._stream.write(self._change(text))
        except OSError as error:
            raise _unwritable(self._path, error) from None


def to_file(shape: Shape, path: str, change: Callable[[str], str]) -> Output:
    """A report that will stand at `path`; the problem is told before the run, not after it."""
    if os.path.isdir(path):
        raise Problem(path, "is a folder", "expected a file name")
    if os.path.exists(path) and not os.access(path, os.W_OK):
        raise Problem(path, "cannot be written: it is read-only")
    beside = f"{path}.{os.getpid()}.part"
    try:
        stream = open(beside, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: SIM115  closed by finish or abandon
    except FileNotFoundError:
        raise Problem(path, "cannot be written: there is no such folder") from None
    except OSError as error:
        raise _unwritable(path, error) from None
    return Output(shape, stream, change, path)


def _unwritable(path: str, error: OSError) -> Problem:
    if isinstance(error, BrokenPipeError):
        return Problem("standard output", "was closed before the report was complete")
    return Problem(path or "standard output", f"cannot be written: {error.strerror or error}")
