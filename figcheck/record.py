"""Small classes of plain fields, made in a tenth of the time that `dataclasses` takes.

figcheck has some sixty of them and is started for single sentences: to import
`dataclasses` (which brings `inspect`) and let it write six methods for each class took a
quarter of the time from the command to the first finding. A record has one method
written for it, its `__init__`, when the first one is made; the others are shared.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, dataclass_transform

T = TypeVar("T")
MISSING: Any = object()


class Later(NamedTuple):
    """A field whose first value is made anew for each record, or not asked for at all."""

    default_factory: Callable[[], Any] | None = None
    init: bool = True


def field(*, default_factory: Callable[[], Any] | None = None, init: bool = True) -> Any:
    """A field that begins as an empty list of its own, or that `__post_init__` fills."""
    return Later(default_factory, init)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(made: type[T] | None = None, /, *, frozen: bool = True, slots: bool = True, eq: bool = True) -> Any:
    """Give a class of annotated fields its methods, as `dataclasses.dataclass(frozen=True, slots=True)` does.

    >>> @record
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(1, 0), replace(Point(1), y=2)
    (Point(x=1, y=0), True, Point(x=1, y=2))
    """

    def make(given: type[T]) -> type[T]:
        names = tuple(given.__annotations__)
        namespace = {name: value for name, value in vars(given).items() if name not in ("__dict__", "__weakref__")}
        defaults = {name: namespace[name] for name in names if name in namespace}
        if slots:
            namespace = {name: value for name, value in namespace.items() if name not in defaults}
            namespace["__slots__"] = names

        def start(self: Any, /, *values: Any, **named: Any) -> None:  # until there is a first record
            written = _init(names, defaults, frozen, "__post_init__" in namespace)
            if frozen:
                written.__globals__.update({f"put_{name}": _putter(finished, name) for name in names})
            finished.__init__ = written
            written(self, *values, **named)

        namespace = _shared(names, frozen, eq) | {"__init__": start} | namespace
        metaclass: Any = type(given)
        finished = metaclass(given.__name__, given.__bases__, namespace)
        return finished  # type: ignore[no-any-return]

    return make if made is None else make(made)


def replace(one: T, /, **changes: Any) -> T:
    """The same record with some fields changed."""
    values = {name: getattr(one, name) for name in one.__match_args__}  # type: ignore[attr-defined]
    return type(one)(**values | changes)


def names(made: type) -> tuple[str, ...]:
    """The names of a record's fields, in order."""
    return made.__match_args__  # type: ignore[attr-defined, no-any-return]


def _shared(names: tuple[str, ...], frozen: bool, eq: bool) -> dict[str, Any]:
    """The methods that need no writing, since they only go through the fields."""
    values = attrgetter(*names) if len(names) > 1 else lambda self: (getattr(self, names[0]),)

    def __eq__(self: Any, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:
        return hash(values(self))

    def __repr__(self: Any) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in zip(names, values(self), strict=True))
        return f"{type(self).__qualname__}({told})"

    def __reduce__(self: Any) -> tuple[type, tuple[Any, ...]]:
        return type(self), values(self)

    methods: dict[str, Any] = {"__match_args__": names, "__repr__": __repr__, "__reduce__": __reduce__}
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
    if eq:
        methods |= {"__eq__": __eq__, "__hash__": __hash__ if frozen else None}
    return methods


def _refuse(self: object, name: str, *_: object) -> None:
    raise AttributeError(f"{type(self).__name__}.{name} cannot be changed: make a new one with replace()")


def _putter(made: type, name: str) -> Callable[[Any, Any], None]:
    """What writes one field of a frozen record; the slot itself does so in half the time of `object.__setattr__`."""
    slot = vars(made).get(name)
    if hasattr(slot, "__set__"):
        return slot.__set__  # type: ignore[no-any-return, union-attr]
    return lambda record, value: object.__setattr__(record, name, value)


def _init(names: tuple[str, ...], defaults: dict[str, Any], frozen: bool, has_more: bool) -> Any:
    """The one method that is written out, because it runs for every figure of every article."""
    scope: dict[str, Any] = {"MISSING": MISSING}
    given, lines = ["self"], []
    for name in names:
        default = defaults.get(name, MISSING)
        value = name
        if isinstance(default, Later):
            if not default.init:
                continue
            scope[f"make_{name}"] = default.default_factory
            value = f"make_{name}() if {name} is MISSING else {name}"
            default = None
            given.append(f"{name}=MISSING")
        elif default is MISSING:
            given.append(name)
        else:
            scope[f"default_{name}"] = default
            given.append(f"{name}=default_{name}")
        lines.append(f"    put_{name}(self, {value})" if frozen else f"    self.{name} = {value}")
    if has_more:
        lines.append("    self.__post_init__()")
    exec(f"def __init__({', '.join(given)}):\n" + "\n".join(lines), scope)
    return scope["__init__"]
