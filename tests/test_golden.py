"""The reports in reports/ are what the commands of docs/reports.md make, byte for byte, on any machine.

Of a workbook and a Parquet file what they hold is compared: another version of the library packs it otherwise.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from figcheck import report
from tests import showcase

REPORTS = showcase.ROOT / "reports"
# A hash seed orders sets, a time zone moves days, a Turkish locale has another small i.
AROUND = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"},
    {"PYTHONHASHSEED": "4242", "TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "LANG": "C", "PYTHONUTF8": "0"},
)


@pytest.fixture(scope="module", params=AROUND, ids=["plain", "foreign"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return showcase.made(tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("bin"), **request.param)


def test_the_reports_are_the_same_byte_for_byte(made):
    for path in showcase.files(made):
        assert _content(made / path) == _content(REPORTS / path), f"{path}: python -m tests.showcase"


def _content(path: Path) -> object:
    if path.suffix == ".xlsx":
        book = pytest.importorskip("python_calamine").CalamineWorkbook.from_path(path)
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    if path.suffix == ".parquet":
        return pytest.importorskip("pyarrow.parquet").read_table(path).to_pylist()
    return path.read_bytes()


def test_every_report_is_made(made):
    assert showcase.files(made) == [path for path in showcase.files(REPORTS) if path.name != "scoreboard.csv"]


def test_every_format_has_a_report():
    commands = showcase.report_commands()
    for table, formats in report.TABLES.items():
        stem = "ferry-line" if table == "findings" else f"ferry-line.{table}"
        for name in formats:
            endings = [ending for ending, format_name in report.ENDINGS.items() if format_name == name]
            targets = (f"{name}=", f"{stem}.{name}", *(f"{stem}{ending}" for ending in endings))
            assert any(target in commands for target in targets), (table, name)
