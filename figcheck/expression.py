"""Reads a law such as `whole == sum(parts) + rest`: one line of arithmetic over roles.

The language is small on purpose: numbers, roles, `+ - * /`, one comparison and a
handful of functions. There is no attribute, no power and no text in it, so a rule
file from a stranger can do no more than sums.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from figcheck.problem import nearest
from figcheck.record import record

SIGNS = ("==", "!=", "<=", ">=", "<", ">")
PUBLISHED = "published"
"""The one name that is no role: the day of publication."""

LONGEST = 300
FUNCTIONS = {
    "sum": 0, "mean": 0, "count": 0, "min": 0, "max": 0,
    "delta": 1, "weekday": 1, "named_weekday": 1, "named_day": 1, "days_in_month": 1, "calendar_year": 1, "lasting": 1,
    "whole_years": 1, "years_between": 2, "ageing": 2, "elapsed": 2, "zones_apart": 2,
    "first": 1, "second": 1, "gap": 1, "tally": 1, "near": 1, "printed": 1, "uneven": 1, "dimensions": 1, "figures": 1,
    "number": 1, "between": 2, "days_of": 1, "hours": 1, "days": 1, "weeks": 1, "months": 1, "years": 1,
}  # fmt: skip
"""Each function with the number of its arguments; 0 takes any."""


class LawError(ValueError):
    """A law that cannot be read: the column, what stands there, and what was expected."""


@record
class Number:
    """A number written in the law itself."""

    value: Decimal


@record
class Role:
    """All the figures that play one role."""

    name: str


@record
class Others:
    """All the figures of a plural role but one: what is left on a side when that one is solved for."""

    name: str
    index: int


@record
class Operation:
    """Two sides joined by `+`, `-`, `*` or `/`."""

    sign: str
    left: Node
    right: Node


@record
class Call:
    """A function of its arguments; a plural role among them counts with all its figures."""

    function: str
    arguments: tuple[Node, ...]


Node = Number | Role | Others | Operation | Call


@record
class Law:
    """A comparison of two sides. `repeated` are the roles that stand in it more than once."""

    text: str
    left: Node
    sign: str
    right: Node
    roles: tuple[str, ...]
    repeated: tuple[str, ...] = ()


def parse(text: str) -> Law:
    """The law that a line of text says; a `LawError` where it says none.

    >>> parse("whole == sum(parts) + rest").roles
    ('whole', 'parts', 'rest')
    >>> parse("whole == parts ** 2")
    Traceback (most recent call last):
    figcheck.expression.LawError: column 17: found '*', expected a number, a role or '('
    >>> parse("whole == sun(parts)")
    Traceback (most recent call last):
    figcheck.expression.LawError: column 10: unknown function 'sun', did you mean 'sum'?
    """
    if len(text) > LONGEST:
        raise LawError(f"longer than {LONGEST} characters, expected one line of arithmetic")
    reader = _Reader(_tokens(text))
    left = reader.sum()
    sign = reader.comparison()
    right = reader.sum()
    reader.end()
    names = [name for side in (left, right) for name in named(side)]
    roles = tuple(name for name in dict.fromkeys(names) if name != PUBLISHED)
    return Law(text, left, sign, right, roles, tuple(role for role in roles if names.count(role) > 1))


def named(node: Node) -> Iterator[str]:
    """Every mention of a role in a tree, in the order of the text."""
    if isinstance(node, Role | Others):
        yield node.name
    elif isinstance(node, Operation):
        yield from named(node.left)
        yield from named(node.right)
    elif isinstance(node, Call):
        for argument in node.arguments:
            yield from named(argument)


def alone(node: Node) -> str:
    """The role that a side consists of, "delta(given)" included; empty where there is more to it."""
    if isinstance(node, Call) and node.function in ("delta", "whole_years"):
        node = node.arguments[0]
    return node.name if isinstance(node, Role) else ""


Token = tuple[str, str, int]


def _tokens(text: str) -> list[Token]:
    """The words of a law, each with its sort and column; the last one is the end."""
    pattern = re.compile(r"(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<sign>[=!<>]=|[-+*/(),<>])")
    tokens: list[Token] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        hit = pattern.match(text, place)
        if hit is None:
            raise LawError(f"column {place + 1}: {text[place]!r} has no meaning in a law, expected one of + - * / ( ) "
                           + " ".join(SIGNS))  # fmt: skip
        tokens.append((str(hit.lastgroup), hit.group(), place + 1))
        place = hit.end()
    return [*tokens, ("end", "the end", len(text) + 1)]


class _Reader:
    """Reads the tokens of one law from left to right, products before sums."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens, self.place = tokens, 0

    def sum(self) -> Node:
        return self._chain(("+", "-"), self._product)

    def comparison(self) -> str:
        sort, text, column = self._next()
        if text not in SIGNS:
            raise _unexpected((sort, text, column), "a comparison: " + " ".join(SIGNS))
        return text

    def end(self) -> None:
        token = self._next()
        if token[0] != "end":
            raise _unexpected(token, "the end: a law compares two sides once")

    def _next(self) -> Token:
        token = self.tokens[self.place]
        self.place = min(self.place + 1, len(self.tokens) - 1)
        return token

    def _take(self, *signs: str) -> str:
        """The next sign when it is one of these, and then it is gone; otherwise nothing."""
        sort, text, _ = self.tokens[self.place]
        if sort != "sign" or text not in signs:
            return ""
        self.place += 1
        return text

    def _product(self) -> Node:
        return self._chain(("*", "/"), self._factor)

    def _chain(self, signs: tuple[str, ...], part: Callable[[], Node]) -> Node:
        node = part()
        while sign := self._take(*signs):
            node = Operation(sign, node, part())
        return node

    def _factor(self) -> Node:
        sort, text, column = token = self._next()
        if sort == "number":
            return Number(Decimal(text))
        if text == "(":
            inside = self.sum()
            self._close()
            return inside
        if text == "-":
            return Operation("*", Number(Decimal(-1)), self._factor())
        if sort != "name":
            raise _unexpected(token, "a number, a role or '('")
        return self._call(text, column) if self._take("(") else Role(text)

    def _call(self, name: str, column: int) -> Call:
        if name not in FUNCTIONS:
            raise LawError(f"column {column}: unknown function {name!r}, {nearest(name, FUNCTIONS)}")
        arguments = [self.sum()]
        while self._take(","):
            arguments.append(self.sum())
        self._close()
        wanted = FUNCTIONS[name] or len(arguments)
        if len(arguments) != wanted:
            raise LawError(f"column {column}: {name} takes {wanted} arguments, found {len(arguments)}")
        return Call(name, tuple(arguments))

    def _close(self) -> None:
        if not self._take(")"):
            raise _unexpected(self.tokens[self.place], "')'")


def _unexpected(token: Token, expected: str) -> LawError:
    sort, text, column = token
    found = text if sort == "end" else repr(text)
    return LawError(f"column {column}: found {found}, expected {expected}")
