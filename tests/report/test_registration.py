"""Every format that has a file is on the list, and the other way round."""

from __future__ import annotations

from pathlib import Path

from figcheck import read, report
from figcheck.report.shape import Shape

# modules of the folder that are no format of their own
ROOM = {"__init__", "editorial", "notebook", "output", "paint", "places", "rows", "shape", "summary", "table", "values"}


def test_every_format_has_a_module_and_every_module_a_format():
    files = {path.stem for path in Path(report.__file__).parent.glob("*.py")} - ROOM
    assert files == set(report.FINDINGS.values()) | set(report.FIGURES.values())


def test_every_format_on_the_list_can_be_loaded():
    assert all(isinstance(report.findings_shape(name), Shape) for name in report.FINDINGS)
    assert all(isinstance(report.figures_shape(name), Shape) for name in report.FIGURES)


def test_every_reader_is_on_the_list():
    files = {path.stem for path in Path(read.__file__).parent.glob("*.py")} - {"__init__", "dates", "folders"}
    assert files == {reader.__module__.rpartition(".")[2] for reader in read.READERS.values()}
