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
    from figcheck.many import check_frame, check_many
    from figcheck.problem import Problem

__all__ = ["Problem", "Report", "__version__", "check", "check_frame", "check_many"]

_ROOMS = {
    "Problem": "problem", "Report": "door", "check": "door", "check_frame": "many", "check_many": "many",
}  # fmt: skip


def _late(name: str) -> Any:
    """Import what is asked for when it is asked for: the command line needs none of it."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'figcheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"figcheck.{_ROOMS[name]}"), name)


if not TYPE_CHECKING:  # a checker of types that saw it would believe in any name at all: figcheck.chek
    __getattr__ = _late


def __dir__() -> list[str]:
    return sorted(__all__)
