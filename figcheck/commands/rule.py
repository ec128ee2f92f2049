"""`figcheck rule`: the rules in force, or one of them with its examples held against it now."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck import explain
from figcheck.commands import house
from figcheck.commands import options as given


def run(words: Sequence[str]) -> int:
    """Print the list of rules, or one rule."""
    parser = given.parser("rule", "List the rules, or show one with its law and its examples.")
    parser.add_argument("id", nargs="?", metavar="ID", help="a rule or a relation")
    parser.add_argument("--rules", action="append", metavar="FOLDER", help="rules of your own, beside ours")
    house.config_options(parser)
    parser.set_defaults(select=None, ignore=None, rates=None)
    options = given.parse(parser, words)
    print(explain.rule(given.rulebook(options), options.id, given.rates(options)))
    return 0
