"""Which figcheck this is: reports say so to programs that keep them."""

from __future__ import annotations

__version__ = "0.1.0"
