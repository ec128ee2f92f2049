"""Markdown keeps every character in its place."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest

from figcheck.model import Document
from figcheck.problem import Problem
from figcheck.read import markdown

STORY = """---
title: "Harbour firm counts 50,000 hands"
date: 2023-01-20T09:00:00Z
tags: [2022, 40000]
---

# Of **50,000** hands

The firm[^1] paid [£83 million](https://money.example/2021/100m "7 seas") and _100_ more.

```python
wages = 15_000
```

Run `pay --to 300` on <b>12</b> ships. snake_case_9 stays, 3 * 4 too.
<!-- cut 77 -->
"""


def _document(text: str) -> Document:
    (entry,) = markdown.read(BytesIO(text.encode()), "story.md")
    assert isinstance(entry, Document)
    return entry


def test_no_character_moves():
    document = _document(STORY)
    assert len(document.text) == len(STORY)
    kept = ("Harbour firm counts 50,000 hands", "50,000", "£83 million", "100_ more", "12", "snake_case_9", "3 * 4")
    for words in kept:
        assert document.text.index(words.replace("_ ", "  ")) == STORY.index(words)


def test_every_line_stays_a_line():
    assert [not line for line in _document(STORY).text.split("\n")][-1]
    assert _document(STORY).text.count("\n") == STORY.count("\n")


@pytest.mark.parametrize("markup", ["2022", "tags", "money.example", "15_000", "300", "77", "**", "```", "<b>", "seas"])
def test_markup_code_and_addresses_are_not_read(markup):
    assert markup not in _document(STORY).text


def test_front_matter_dates_the_article():
    assert _document(STORY).published == date(2023, 1, 20)


def test_a_rule_line_is_no_front_matter():
    text = "---\nUp 5%\n"
    assert _document(text).text == text


def test_front_matter_in_toml_is_known():
    assert _document("+++\ndate = 2023-01-20\ntitle = 'Up'\n+++\nUp 5%").published == date(2023, 1, 20)


def test_a_date_that_is_none_names_its_line():
    (problem,) = markdown.read(BytesIO(b"---\ntitle: x\ndate: 2023-02-30\n---\nUp 5%"), "story.md")
    assert isinstance(problem, Problem)
    assert str(problem) == "story.md:3: '2023-02-30' is not a date (expected YYYY-MM-DD)"


def test_an_open_fence_runs_to_the_end():
    assert _document("Up 5%\n~~~\n6\n").text == "Up 5%\n   \n \n"
