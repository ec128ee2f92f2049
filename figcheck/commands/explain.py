"""`figcheck explain`: how a sentence is read, in quotes or as FILE:LINE."""

from __future__ import annotations

import os
from collections.abc import Sequence

from figcheck import explain
from figcheck.commands import options as given
from figcheck.model import Document
from figcheck.problem import Problem


def run(words: Sequence[str]) -> int:
    """Print the reading of a sentence."""
    parser = given.parser("explain", "Show how a sentence is read, and why nothing was found in it.")
    parser.add_argument("sentence", nargs="?", metavar="SENTENCE", help="words in quotes, or FILE:LINE")
    given.rules_options(parser)
    options = given.parse(parser, words)
    if not options.sentence or not options.sentence.strip():
        raise Problem("explain", "no sentence given", 'write figcheck explain "SENTENCE", or FILE:LINE')
    text = _line_of(options.sentence) or options.sentence
    document = Document("sentence", text, (), given.day(options))
    print(explain.explain(document, given.rulebook(options), given.rates(options)))
    return 0


def _line_of(place: str) -> str:
    """The line of a file, where the argument names one."""
    path, _, number = place.rpartition(":")
    if not number.isdigit() or not os.path.isfile(path):
        return ""
    from figcheck.read import text

    with open(path, "rb") as stream:
        lines = text.decode(stream.read(), path).split("\n")
    if not 1 <= int(number) <= len(lines):
        raise Problem(place, "no such line", f"the file has {len(lines)}")
    line = lines[int(number) - 1].strip()
    if not line:
        raise Problem(place, "this line is empty")
    return line
