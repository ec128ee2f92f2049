"""docs/privacy.md: nothing leaves the machine."""

from __future__ import annotations

import re
import socket

import pytest

from figcheck import cli, report
from tests import house

NETWORK = {"socket", "ssl", "http", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "urllib3", "webbrowser"}
WRONG = "The ferry cost £83 million ($120 million). Of its 640 seats, 410 are sold; the remaining 330 are free.\n"


@pytest.fixture
def unplugged(tmp_path, monkeypatch):
    """A folder with a story on a machine without a network, where looking for one is a failure."""

    def refused(*_given, **_named):
        raise AssertionError("figcheck looked for the network")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(WRONG)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("check story.txt --date 2022-12-23", 1),
        ("check story.txt --jobs 2", 1),
        ("extract story.txt", 0),
        ("explain story.txt:1", 0),
        ("rule parts-make-whole", 0),
        (f"test {house.PACKAGE.parent}/tests/newsroom", 0),
        ("accept 0123456789abcdef --reason known", 0),
        ("config", 0),
        ("baseline story.txt -o old.json", 0),
    ],
)
def test_no_verb_looks_for_the_network(unplugged, capsys, words, code):
    assert cli.main(words.split()) == code, capsys.readouterr().err
    assert "looked for the network" not in capsys.readouterr().err


@pytest.mark.parametrize("name", report.FINDINGS)
def test_no_report_looks_for_the_network_or_fetches_anything_when_it_is_opened(unplugged, capsys, name):
    assert cli.main(["check", "story.txt", "--date", "2022-12-23", "-o", f"{name}=out.bin"]) == 1
    written = (unplugged / "out.bin").read_bytes().decode("utf-8", errors="replace")
    if name in ("html", "overview"):
        assert re.findall(r"""(?:src|href)=["']?(?:https?:)?//|url\(|@import|fetch\(|XMLHttpRequest""", written) == []


def test_no_module_imports_what_speaks_to_a_network():
    found = {name: house.strangers(name) & NETWORK for name in house.modules()}
    assert {name: names for name, names in found.items() if names} == {}
    texts = (path.read_text(encoding="utf-8") for path in house.modules().values())
    assert not any("urllib.request" in text for text in texts)
