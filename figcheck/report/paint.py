"""Colour for terminals, and protection from text that would steer one.

Formats always paint; where colour is not wanted it is washed off again, so that both are the same text.
"""

from __future__ import annotations

import re

_CODES = {"error": "1;31", "warning": "1;33", "note": "1;36", "bold": "1", "dim": "2", "mark": "1;34"}
_PAINT = re.compile(r"\x1b\[[0-9;]*m")
_STEERING = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (9, 10)}
# Marks that turn the direction of writing round can make a line look like another one.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\N{REPLACEMENT CHARACTER}")
_UNSAFE = {**_STEERING, **_TURNING, 9: " ", 10: " "}


def painted(text: str, style: str) -> str:
    """The text in a style of ours: a severity, bold, dim or mark."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"


def washed(text: str) -> str:
    """The text without colour.

    >>> washed(painted("40,000", "bold"))
    '40,000'
    """
    return _PAINT.sub("", text)


def safe(text: str) -> str:
    r"""One line that cannot move the cursor or set colours, of the same length.

    >>> safe("up\x1b[2J 5%\n") == "up\N{REPLACEMENT CHARACTER}[2J 5% "
    True
    """
    return text if text.isprintable() else text.translate(_UNSAFE)
