"""JSON Lines: good lines are read, bad lines are told, each for itself."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO

import pytest

from figcheck.model import Document
from figcheck.problem import Problem
from figcheck.read import json_lines

GOOD = {"id": "a1", "date": "2023-01-20", "title": "Up", "text": "Sales rose 5%."}


def _read(*lines: object) -> list[Document | Problem]:
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(json_lines.read(BytesIO(data), "desk.jsonl"))


def test_the_text_follows_the_title_and_offset_says_where():
    (document,) = _read(GOOD)
    assert document.text[document.offset :] == "Sales rose 5%."
    assert document.text[: document.offset].strip() == "Up"
    assert (document.id, document.published) == ("a1", date(2023, 1, 20))


def test_date_and_title_may_be_null_empty_or_missing():
    entries = _read({**GOOD, "date": None, "title": None}, {"id": "b", "text": "Up 5%", "date": ""}, {"text": "Up 5%"})
    assert [(e.published, e.offset) for e in entries] == [(None, 0)] * 3
    assert entries[2].id == "desk.jsonl:3"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{'id': 1}", "desk.jsonl:2: not JSON"),
        (b"[1, 2]", "desk.jsonl:2: a list, not an object"),
        (b"5", "a number, not an object"),
        (b"null", "null, not an object"),
        (b"[" * 100_000, "not JSON"),
        (b"9" * 5000, "not JSON"),
        (b'{"text": "\xff"}', "broken UTF-8 at byte 11 of the line"),
        ({"id": "x"}, "lacks 'text' (has 'id')"),
        ({}, "lacks 'text' (has no keys)"),
        ({"text": 5}, "'text' is a number"),
        ({"text": "  "}, "'text' is empty"),
        ({"text": "Up", "title": ["x"]}, "'title' is a list"),
        ({"text": "Up", "date": 2023}, "'date' is a number"),
        ({"text": "Up", "date": "2023-02-30"}, "'2023-02-30' is not a date"),
        ({"text": "Up", "id": True}, "'id' is true or false"),
        ({"text": "Up", "id": 1.5}, "'id' is a number"),
    ],
)
def test_a_bad_line_names_its_number_and_the_next_is_read_all_the_same(line, told):
    first, bad, last = _read(GOOD, line, {**GOOD, "id": "a3"})
    assert isinstance(first, Document) and isinstance(last, Document)
    assert told in str(bad) and str(bad).startswith("desk.jsonl:2: ")


def test_blank_lines_are_no_articles():
    assert len(_read(GOOD, b"", b"  ", {**GOOD, "id": "a2"})) == 2


def test_half_a_pair_of_surrogates_becomes_one_character():
    (document,) = _read({"text": "Up \ud83d 5%"})
    assert document.text == "Up \N{REPLACEMENT CHARACTER} 5%"


def test_a_byte_order_mark_is_skipped():
    assert isinstance(_read(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())[0], Document)


def test_an_empty_file_is_a_problem():
    assert isinstance(_read(b"")[0], Problem)


@pytest.mark.parametrize(
    ("data", "is_so"), [(b' {"id":1}', True), (b"{ \n", False), (b"{sic} Up 5%", False), (b"[]", False)]
)
def test_standard_input_is_known_by_its_first_signs(data, is_so):
    assert json_lines.looks_like(data) is is_so
