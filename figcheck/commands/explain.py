"""`figcheck explain`: how a sentence is read, in quotes or as FILE:LINE."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

from figcheck import explain, read
from figcheck.commands import house
from figcheck.commands import options as given
from figcheck.model import Document
from figcheck.problem import Problem
from figcheck.record import replace


def run(words: Sequence[str]) -> int:
    """Print the reading of a sentence."""
    parser = given.parser("explain", "Show how a sentence is read, and why nothing was found in it.")
    parser.add_argument("sentence", nargs="?", metavar="SENTENCE", help="words in quotes, or FILE:LINE")
    given.rules_options(parser)
    options = given.parse(parser, words)
    if not options.sentence or not options.sentence.strip():
        raise Problem("explain", "no sentence given", 'write figcheck explain "SENTENCE", or FILE:LINE')
    document = _line_of(options.sentence, given.day(options))
    if document is None:
        document = Document("sentence", options.sentence, (), given.day(options))
    with house.blamed(options):
        home, dialect = house.home(options)
    document = replace(document, home=home, dialect=dialect)
    print(explain.explain(document, given.rulebook(options), given.rates(options)))
    return 0


def _line_of(place: str, day: date | None) -> Document | None:
    """The line of a file as an article of its own, where the argument names one."""
    path, _, number = place.rpartition(":")
    if not number.isdigit() or not os.path.isfile(path):
        return None
    whole = read.only(path, day)
    lines = whole.text.split("\n")
    if not 1 <= int(number) <= len(lines):
        raise Problem(place, "no such line", f"the file has {len(lines)}")
    line = lines[int(number) - 1]
    if not line.strip():
        raise Problem(place, "nothing to read in this line")
    return Document(place, line, (), whole.published)
