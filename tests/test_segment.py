"""Paragraphs and sentences, cut with exact places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import language, segment
from figcheck.model import Document
from figcheck.sections import blocks

ENGLISH = language.load()

ARTICLE = """Council to close four of its nine pools

Opening hours are halved at the rest

Westbury council will close four pools in April. The other five stay open, Ms. Ann Hale said.

(Image: A. Bell)

Pictured: Ann Hale at the Lido, which opened in 1936

READ NEXT: Ten walks to take this spring
Ferry fares to rise by 8 per cent
Bus drivers vote to strike

Pool | Visits | Cost
Lido | 12,000 | £40,000
Baths | 8,000 | £60,000

Sign up to our newsletter and get five stories straight to your inbox."""


def read(text: str, offset: int = 0) -> Document:
    return Document("test", text, blocks(text, offset, ENGLISH), offset=offset)


def sentences(text: str) -> list[str]:
    document = read(text)
    return [text[s.span.start : s.span.end] for s in segment.segment(document, ENGLISH)]


def parts(text: str, offset: int = 0) -> list[str]:
    return [block.part for block in read(text, offset).blocks]


@pytest.mark.parametrize(
    "text",
    [
        "Hale & Co. of St. Ives sold the mill to the U.S. firm Tate Inc. for $3.5 million.",
        "It opened on Jan. 6 at 10 a.m. Eastern time at No. 10.",
        "“Who paid?” asked the judge.",
        "The average of 1.5 was the lowest since 2003, i.e. before the flood.",
        "J. R. Tate and A. B. Hale each own 40 per cent.",
        "Yahoo! said it lost £4m.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The vote was at 9 p.m. The count took two hours.", "The count took two hours."),
        ("He paid £4.50. 20 others paid nothing.", "20 others paid nothing."),
        ("“It sank.” Divers found it on Monday.", "Divers found it on Monday."),
        ("She asked for 30! They gave her 12.", "They gave her 12."),
        ("She answered no. Six agreed with her.", "Six agreed with her."),
        ("The tank held 6 gal. Residents drank it all.", "Residents drank it all."),
        ("Turnout was 43 per cent. Hale won.", "Hale won."),
        ("It ran for a day.The next was dry.", "The next was dry."),
    ],
)
def test_a_stop_between_sentences_parts_them(text, second):
    assert sentences(text)[1:] == [second]


def test_a_bullet_in_a_line_begins_a_sentence():
    assert len(sentences("The tally: * Fires: 40 to 12 * Floods: 9 to 3")) == 3


def test_a_paragraph_always_ends_a_sentence():
    assert sentences("It cost £4m and\n\n12 people\n\nBoth are so.")[:2] == ["It cost £4m and", "12 people"]


def test_every_paragraph_has_its_part():
    assert parts(ARTICLE) == [
        "headline", "standfirst", "body", "boilerplate", "caption", "boilerplate", "boilerplate", "boilerplate",
        "table", "boilerplate",
    ]  # fmt: skip


def test_rows_of_a_table_are_sentences_of_their_own():
    assert "Lido | 12,000 | £40,000" in sentences(ARTICLE)


def test_a_title_before_the_text_is_the_headline_even_with_a_full_stop():
    title = "Four pools to close."
    assert parts(f"{title}\n\nThe council said so.\n\nIt had nine.", len(title) + 2) == ["headline", "body", "body"]


def test_a_single_line_is_a_story_and_not_a_headline_over_nothing():
    assert parts("40 of the 50 members agreed") == ["body"]


def test_a_page_wrapped_by_hand_is_one_paragraph():
    lines = [
        "The council of Westbury said on Tuesday that it would close",
        "four of the nine pools in its care, and that the other five",
        "would stay open until the spring.",
    ]
    assert len(read("\n".join(lines)).blocks) == 1


def test_related_charges_are_a_story_and_related_news_is_not():
    assert parts("First came this.\n\nRelated charges were dropped against 12 men.") == ["body", "body"]
    assert parts("First came this.\n\nRelated: 12 men cleared") == ["body", "boilerplate"]


@given(st.text(alphabet='ab A1.?!…”“"’‘()\n|\t*=•:,-', max_size=120))
def test_sentences_lie_inside_their_blocks_in_order_and_lose_no_letter(text):
    document = read(text)
    last = 0
    kept = []
    for sentence in segment.segment(document, ENGLISH):
        assert last <= sentence.span.start < sentence.span.end
        assert sentence.block.span.start <= sentence.span.start and sentence.span.end <= sentence.block.span.end
        kept.append(text[sentence.span.start : sentence.span.end])
        last = sentence.span.end
    assert [s for s in "".join(kept) if s.isalnum()] == [s for s in text if s.isalnum()]
