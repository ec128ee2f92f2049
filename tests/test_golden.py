"""The reports in reports/ are what README's commands make, byte for byte, whatever the machine around them."""

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
        assert (made / path).read_bytes() == (REPORTS / path).read_bytes(), f"{path}: python -m tests.showcase"


def test_every_report_is_made(made):
    assert showcase.files(made) == [path for path in showcase.files(REPORTS) if path.name != "scoreboard.csv"]


def test_every_format_has_a_report():
    checked, extracted = showcase.report_commands().split("figcheck extract", 1)
    for name in report.FINDINGS:
        endings = [ending for ending, format_name in report.ENDINGS.items() if format_name == name]
        assert any(target in checked for target in (f"{name}=", *(f"ferry-line{ending}" for ending in endings))), name
    for name in report.FIGURES:
        assert f"--format {name} " in extracted, name
