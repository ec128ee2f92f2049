"""Lines, columns and paragraphs as a reader counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.model import Document
from figcheck.report import places

PIECES = st.lists(st.sampled_from(["a", "5", " ", "\n", "\n\n", "東", "\u2028"]), max_size=30).map("".join)


@given(st.one_of(st.just(""), st.text("ab ", min_size=1).map(lambda title: f"{title}\n\n")), PIECES, st.data())
def test_line_and_column_lead_back_to_the_place(opening, body, data):
    document = Document("x", opening + body, (), offset=len(opening))
    start = data.draw(st.integers(0, len(document.text)))
    line, column = places.line_and_column(document, start)
    own = body if start >= len(opening) else opening
    lines = own.split("\n")
    base = len(opening) if start >= len(opening) else 0
    assert sum(len(one) + 1 for one in lines[: line - 1]) + column - 1 == start - base


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [("One 5", 1), ("Head\n\nOne 5", 2), ("Head\n \n\n\nOne\ntwo 5", 2), ("Head\nOne\nTwo 5", 3), ("\n\nOne 5", 1)],
)
def test_paragraphs_are_parted_by_blank_lines_or_else_by_lines(text, paragraph):
    assert places.paragraph(Document("x", text, ()), text.index("5")) == paragraph
