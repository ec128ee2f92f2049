"""Bytes of plain text to a document."""

from __future__ import annotations

import pytest

from figcheck import read
from figcheck.model import Document
from figcheck.problem import Problem


def _read(tmp_path, data: bytes, name: str = "story.txt") -> Document | Problem:
    path = tmp_path / name
    path.write_bytes(data)
    (entry,) = read.documents([str(path)])
    return entry


def test_a_byte_order_mark_is_no_character_of_the_text(tmp_path):
    assert _read(tmp_path, b"\xef\xbb\xbfUp 5%").text == "Up 5%"


def test_windows_line_ends_move_no_character(tmp_path):
    text = _read(tmp_path, "Sales\r\nrose £5m\r\n".encode()).text
    assert text.index("£5m") == "Sales\r\nrose £5m".index("£5m")
    assert "\r" not in text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b" \n\xc2\xa0\n", "is empty"),
        (b"PK\x03\x04rest", "a zip or Office file"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xff\xfeU\x00p\x00", "UTF-16"),
        (b"Up\x005%", "zero byte at byte 3"),
        (b"one\ntwo \x92 three", ":2: broken UTF-8 at byte 9 of the file, byte value 0x92"),
        (b"\xef\xbb\xbf\x92", ":1: broken UTF-8 at byte 4 "),
    ],
)
def test_what_is_no_text_is_told_in_one_line(tmp_path, data, told):
    problem = _read(tmp_path, data)
    assert isinstance(problem, Problem)
    assert told in str(problem) and "\n" not in str(problem)


def test_an_unknown_ending_is_read_as_text(tmp_path):
    assert _read(tmp_path, b"Up 5%", "README").text == "Up 5%"
