"""`figcheck test`: every example of every rule file, without a test runner."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck import explain
from figcheck.commands import house
from figcheck.commands import options as given


def run(words: Sequence[str]) -> int:
    """Run the examples; 1 when one of them does not come out as it says."""
    parser = given.parser("test", "Run the examples of every rule file.")
    parser.add_argument("paths", nargs="*", metavar="FOLDER", help="rules of your own, tested beside ours")
    parser.add_argument("--mutate", action="store_true", help="also change each figure of what passes")
    house.config_options(parser)
    parser.set_defaults(select=(), ignore=(), rules=None, rates=None)
    options = given.parse(parser, words)
    options.rules = options.paths or options.rules
    told, good = explain.run_examples(given.rulebook(options), given.rates(options))
    print(told)
    if options.mutate:
        from figcheck.mutate import mutate

        print(mutate(given.rulebook(options), given.rates(options)))
    return 0 if good else 1
