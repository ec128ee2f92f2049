"""figcheck, the arithmetic desk for articles: finds figures that cannot all be true.

>>> import figcheck
>>> figcheck.check("Of the 50 members, 40 agreed.").ok
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from figcheck.version import __version__

if TYPE_CHECKING:
    from figcheck.door import Report, check
    from figcheck.problem import Problem

__all__ = ["Problem", "Report", "__version__", "check"]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: the command line needs none of it."""
    if name in ("Report", "check"):
        from figcheck import door

        return getattr(door, name)
    if name == "Problem":
        from figcheck.problem import Problem

        return Problem
    raise AttributeError(f"module 'figcheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
