"""Every [[example]] of every language file, read through the door that the file serves.

An example is one meaning and its many spellings:

    [[example]]
    meaning = "about count 50000"        # hedge class, kind, value or low..high, unit; "nothing" for no amount
    spellings = ["roughly 50,000 fighters", "some 50,000 fighters"]
    not = ["some day"]                   # spellings that must not mean this

`parts` or `value` stand beside a bare kind ("date", "age", "score", "label") where that is easier to
read. In nouns.toml the meaning is what `figure` counts; in sections.toml it says how a text is cut.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from figcheck import language, pipeline, segment
from figcheck.model import Claim, Document, Figure
from figcheck.scan import scan
from figcheck.sections import blocks

CODES = sorted(path.name for path in language.HOME.iterdir() if path.is_dir() and path.name.isidentifier())
AMOUNTS = ("count", "money", "measure", "percent", "points", "share", "multiple", "duration")


def spelled(wanted: str) -> list[Any]:
    """Each example's spellings under "spellings" or "not", named by file, meaning and text."""
    return [
        pytest.param(code, name, example, text, id=f"{code}-{name}-{example['meaning']}-{text}"[:110])
        for code in CODES
        for name, examples in language.examples(code).items()
        for example in examples
        for text in example.get(wanted, ())
    ]


@pytest.mark.parametrize(("code", "name", "example", "text"), spelled("spellings"))
def test_every_spelling_means_what_its_example_says(code, name, example, text):
    assert means(code, name, example, text), [f"{said(figure)} {figure.parts}" for figure in figures(code, text)]


@pytest.mark.parametrize(("code", "name", "example", "text"), spelled("not"))
def test_what_an_example_rules_out_means_something_else(code, name, example, text):
    assert not means(code, name, example, text)


@pytest.mark.parametrize("code", CODES)
def test_every_example_has_spellings_that_must_not_mean_it(code):
    groups = [(name, example) for name, examples in language.examples(code).items() for example in examples]
    without = [(name, example) for name, example in groups if not example.get("not")]
    assert [f"{name}: {example['meaning']}" for name, example in without if is_of_a_figure(name, example)] == []


def is_of_a_figure(name: str, example: dict[str, Any]) -> bool:
    """Whether an example tells how a figure is read; "nothing" is itself what others must not mean."""
    return name not in ("sections", "working") and example["meaning"] != "nothing"


def means(code: str, name: str, example: dict[str, Any], text: str) -> bool:
    """Whether a text has the meaning of an example, asked of the room that its file is for."""
    if name == "sections":
        return cut(code, text, example["meaning"])
    if name == "nouns":
        counted = {claim.counted for claim in claims(code, text) if example["figure"] in claim.figure.surface}
        return example["meaning"] in counted
    if example["meaning"] == "nothing":
        return not any(figure.kind in AMOUNTS for figure in figures(code, text))
    return any(is_meant(figure, example) for figure in figures(code, text))


def is_meant(figure: Figure, example: dict[str, Any]) -> bool:
    if "parts" in example or "value" in example or example["meaning"] == figure.kind:
        value, parts = example.get("value", figure.quantity.magnitude), dict(figure.parts)
        right = figure.quantity.magnitude == Decimal(value) and parts == example.get("parts", parts)
        return figure.kind == example["meaning"] and right
    return said(figure) == example["meaning"]


def said(figure: Figure) -> str:
    """A figure the way the examples write one: "about count 50000", "money 10000000..15000000 USD"."""
    quantity = figure.quantity
    ends = [quantity.magnitude] + ([] if quantity.upper is None else [quantity.upper])
    value = "..".join(f"{end.normalize():f}" for end in ends)
    unit = "" if quantity.unit == "percent" else quantity.unit
    return " ".join(piece for piece in (figure.hedge, figure.kind, value, unit) if piece)


def figures(code: str, text: str) -> tuple[Figure, ...]:
    return scan(text, language.load(code))


def claims(code: str, text: str) -> tuple[Claim, ...]:
    return pipeline.extract(Document("example", text, (), language=code)).claims


def cut(code: str, text: str, meaning: str) -> bool:
    """Whether a text is so many sentences, or all of it boilerplate."""
    words = language.load(code)
    found = blocks(text, 0, words)
    if meaning == "boilerplate":
        return {block.part for block in found} == {meaning}
    sentences = segment.segment(Document("example", text, found), words)
    return len(sentences) == {"one sentence": 1, "two sentences": 2}[meaning]
