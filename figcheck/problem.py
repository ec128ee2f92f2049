"""The one kind of trouble that is the user's to mend: said in one line, never as a traceback."""

from __future__ import annotations

from collections.abc import Iterable

MOST_CHOICES = 30  # more than that nobody reads


class Problem(Exception):
    """Bad input: what is wrong, where, and what was expected.

    `where` is a file, FILE:LINE or an option. The whole prints as one line.

    >>> print(Problem("rules/sum.toml:4", "unknown key 'requires'", "expected 'require'"))
    rules/sum.toml:4: unknown key 'requires' (expected 'require')
    """

    def __init__(self, where: str, what: str, hint: str = "") -> None:
        super().__init__(where, what, hint)
        self.where, self.what, self.hint = where, what, hint

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.where}: {self.what}{hint}"


def nearest(word: str, allowed: Iterable[str]) -> str:
    """A hint that names the closest allowed word, or all of them when none is close.

    >>> nearest("concse", ["full", "concise"])
    "did you mean 'concise'?"
    """
    from difflib import get_close_matches

    choices = sorted(allowed)
    close = get_close_matches(word, choices, n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]!r}?"
    return "expected one of: " + ", ".join(choices[:MOST_CHOICES]) + (" …" if len(choices) > MOST_CHOICES else "")


def mistake(where: str, error: Exception) -> Problem:
    """A mistake of our own, in one line that can be put into an issue."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    module = trace.tb_frame.f_globals.get("__name__", "?") if trace else "?"
    line = trace.tb_lineno if trace else 0
    what = f"figcheck failed: {type(error).__name__} in {module} line {line}: {error}"
    return Problem(where, " ".join(what.split()), "a mistake in figcheck; please report it")
