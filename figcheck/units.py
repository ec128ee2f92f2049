"""Units and what one is in another: the only door to pint.

Whether "26 miles" and "42 km" can be the same distance is decided by `convert`. Factors of common units
are exact and stand in factors.json, which `python -m figcheck.factors` makes from pint and measures.toml;
any other unit is asked of pint once. A word that is no unit ("household") is a dimension of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any

from figcheck.interval import Interval
from figcheck.rates import RateUnknown, Window
from figcheck.terms import Terms, combined, facts, inverse, parsed, written

Dimension = tuple[tuple[str, int], ...]
ONE = Interval.point(Decimal(1))
DAY = Decimal(86400)
# Fuel (mile/gallon, liter/100 kilometer) and pace (mile/hour, minute/mile) are said both ways round.
TURNED: tuple[Dimension, ...] = (
    (("length", 2),),
    (("length", -2),),
    (("length", 1), ("time", -1)),
    (("length", -1), ("time", 1)),
)
COUNTRIES = {"US", "imperial"}
ZEROS = {"celsius": Decimal(32), "fahrenheit": Decimal(0), "kelvin": Decimal("-459.67")}  # in Fahrenheit


class UnlikeUnits(Exception):
    """Two units that measure different things, such as "40 mph (17 km per litre)"; `reason` says which."""

    def __init__(self, source: str, target: str) -> None:
        self.reason = f"{source or 'a bare number'} and {target or 'a bare number'} measure different things"
        super().__init__(self.reason)


@cache
def dimension(unit: str) -> Dimension:
    """What a unit measures, as powers; empty for counts and for shares such as percent.

    >>> dimension("mile/hour"), dimension("GBP/month"), dimension("percent")
    ((('length', 1), ('time', -1)), (('money', 1), ('time', -1)), ())
    """
    return _measure(next(_readings(parsed(unit)))[0])[1]


def convert(interval: Interval, source: str, target: str, rates: Window | None) -> tuple[Interval, ...]:
    """The same quantities in another unit, once for each thing that the words could mean.

    "12 gallons" may be American or imperial ones, so in litres it is two intervals.
    A month is 28 to 31 days but always a twelfth of a year. Money goes by the
    rates of the window. Temperatures move their zero point unless a difference
    ("1.5C of warming") is among them.

    >>> convert(Interval.point(Decimal(26)), "mile", "kilometer", None)[0].low
    Decimal('41.842944')
    """
    if source == target:
        return (interval,)
    if source in ZEROS and target in ZEROS:
        return (_rescaled(interval, source, target),)
    given, wanted = parsed(source), parsed(target)
    if dimension(source) != dimension(target):
        if dimension(source) not in TURNED or dimension(target) != inverse(dimension(source)):
            raise UnlikeUnits(source, target)
        interval, given = ONE / interval, inverse(given)
    results = []
    for left, right in _readings(given, wanted):
        step = combined(left + inverse(right))
        results.append(_scaled(interval * _calendar(step) * _exchange(step, rates), *_ratio(step)))
    return tuple(dict.fromkeys(results))


def multiply(a: str, b: str) -> str:
    """The unit of a product.

    >>> multiply("USD/barrel", "barrel"), multiply("mile/hour", "hour"), multiply("foot", "foot")
    ('USD', 'mile', 'square foot')
    """
    return written(combined(parsed(a) + parsed(b)))


def divide(a: str, b: str) -> str:
    """The unit of a quotient.

    >>> divide("GBP", "month"), divide("kilometer", "hour"), divide("USD", "USD")
    ('GBP/month', 'kilometer/hour', '')
    """
    return written(combined(parsed(a) + inverse(parsed(b))))


def of_country(unit: str, place: str) -> str:
    """The unit with its gallons and pints made those of one country, "US" or "imperial".

    A word that may be metric as well stays open: "30 tons" are short ones, long ones or tonnes in any paper.

    >>> of_country("mile/gallon", "imperial"), of_country("ton", "imperial")
    ('mile/imperial_gallon', 'ton')
    """
    terms, known = parsed(unit), facts()["open"]
    told = {name: known[name][place] for name, _ in terms if set(known.get(name, ())) == COUNTRIES}
    settled = tuple((told.get(name, name), power) for name, power in terms)
    return unit if settled == terms else written(combined(settled))


def _readings(*units: Terms) -> Iterator[tuple[Terms, ...]]:
    """The units with each open word made definite: gallons are American throughout, or imperial throughout."""
    words = sorted({name for terms in units for name, _ in terms if name in facts()["open"]})
    places = [place for place in ("US", "imperial", "metric") if all(place in facts()["open"][word] for word in words)]
    if words and places:
        choices = [{word: facts()["open"][word][place] for word in words} for place in places]
    else:
        readings = product(*(facts()["open"][word].values() for word in words))
        choices = [dict(zip(words, reading, strict=True)) for reading in readings]
    for choice in choices:
        yield tuple(tuple((choice.get(name, name), power) for name, power in terms) for terms in units)


@cache
def _measure(terms: Terms) -> tuple[Decimal, Dimension]:
    """The size of a definite unit in base units, and what it measures."""
    size = Decimal(1)
    powers: dict[str, int] = {}
    for name, power in terms:
        factor, measures = _term(name)
        size *= factor**power
        for base, count in measures:
            powers[base] = powers.get(base, 0) + count * power
    return size, tuple(sorted((base, power) for base, power in powers.items() if power))


@cache
def _term(name: str) -> tuple[Decimal, Dimension]:
    """The size of one term, and what it measures. A calendar unit counts as one: `_calendar` knows its length."""
    known = facts()
    if name in known["factors"]:
        number, powers = known["factors"][name]
        return Decimal(number), tuple(sorted(powers.items()))
    if name in known["calendar"]:
        return Decimal(1), (("time", 1),)
    if is_currency(name):
        return Decimal("0.01" if name in facts()["subunits"] else 1), (("money", 1),)
    if name.isdigit():
        return Decimal(name), ()
    if any(name.removeprefix(prefix) in known["names"] for prefix in ("", *known["prefixes"])):
        return asked(name)
    return Decimal(1), ((name, 1),)


def is_currency(name: str) -> bool:
    """Whether a unit is money: an ISO 4217 code, or a hundredth of one such as GBX for pence.

    >>> is_currency("USD"), is_currency("mile")
    (True, False)
    """
    return len(name) == 3 and name.isupper() and name.isalpha()


def currency(unit: str) -> str:
    """The currency of an amount of money, whatever it is per and be it in pence.

    >>> currency("GBX/liter")
    'GBP'
    """
    code = unit.partition("/")[0]
    return str(facts()["subunits"].get(code, code))


def _rescaled(interval: Interval, source: str, target: str) -> Interval:
    """Absolute temperatures on another scale: 30C is 86F."""
    size, under = _term(source)[0], _term(target)[0]
    shift = Interval.point(ZEROS[source] - ZEROS[target])
    return _scaled(interval.scaled(size) + shift, Decimal(1), under)


def _scaled(interval: Interval, over: Decimal, under: Decimal) -> Interval:
    """An interval times a fraction, divided last so that 12 inches are 1 foot to the last digit."""
    low, high = interval.low * over / under, interval.high * over / under
    return Interval(low, high, interval.low_open, interval.high_open)


def _ratio(step: Terms) -> tuple[Decimal, Decimal]:
    """The fraction by which a number grows when the terms of its unit are traded for base units."""
    over, under = Decimal(1), Decimal(1)
    for name, power in step:
        size = Decimal(facts()["calendar"][name][0]) if name in facts()["calendar"] else _term(name)[0]
        if name in facts()["calendar"] and not _is_settled(step):
            continue
        over, under = (over * size**power, under) if power > 0 else (over, under * size**-power)
    return over, under


def _is_settled(step: Terms) -> bool:
    """Whether calendar units are traded among themselves only, as months for years."""
    return sum(power for name, power in step if name in facts()["calendar"]) == 0


def _calendar(step: Terms) -> Interval:
    """The length of calendar units traded for hours or weeks, which is a few days unsure."""
    length = ONE
    if _is_settled(step):
        return length
    weekly = any(name == "week" for name, _ in step)
    for name, power in step:
        if name in facts()["calendar"]:
            months, fewest, most = facts()["calendar"][name]
            # Fifty-two weeks make a year: "£123.50 a week, or £6,422 a year".
            shortest = months // 12 * 364 if weekly and months >= 12 else fewest
            ends = Interval(shortest * DAY, most * DAY)
            for _ in range(abs(power)):
                length = length * ends if power > 0 else length / ends
    return length


def _exchange(step: Terms, rates: Window | None) -> Interval:
    """What the currency of one unit was worth in that of the other; GBX counts as GBP."""
    subunits = facts()["subunits"]
    money = combined(tuple((subunits.get(name, name), power) for name, power in step if is_currency(name)))
    if not money:
        return ONE
    if sorted(power for _, power in money) != [-1, 1]:
        raise UnlikeUnits(written(money), "")
    give, take = (code for code, _ in sorted(money, key=lambda term: -term[1]))
    if rates is None:
        raise RateUnknown(f"no rates were given for {give} and {take}")
    return rates.factor(give, take)


BASES = {
    "ampere": "current",
    "bit": "data",
    "candela": "luminosity",
    "kelvin": "temperature",
    "kilogram": "mass",
    "meter": "length",
    "mole": "substance",
    "radian": "angle",
    "second": "time",
}


@cache
def asked(expression: str) -> tuple[Decimal, Dimension]:
    """What pint makes of an expression such as "1852 meter/hour": its size in base units, and its dimension."""
    quantity = _registry().parse_expression(expression).to_base_units()
    powers = {BASES.get(base, base): int(power) for base, power in quantity.unit_items() if base != "count"}
    # Base temperatures are degrees Fahrenheit, in which a kelvin is exactly 1.8 and nothing is a recurring decimal.
    size = Decimal(quantity.magnitude) * Decimal("1.8") ** powers.get("temperature", 0)
    return size, tuple(sorted(powers.items()))


def pint_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that pint has written out in full: of units, and of prefixes."""
    registry = _registry.__wrapped__()  # a fresh one: asking adds names such as kilobarrel
    names = {unit.name for unit in registry._units.values()}
    prefixes = {prefix.name for prefix in registry._prefixes.values()}
    return tuple(sorted(name for name in names if len(name) > 2)), tuple(sorted(name for name in prefixes if name))


@cache
def _registry() -> Any:
    """pint's registry with exact decimals; half a second, so only when a unit is not in factors.py."""
    import pint

    return pint.UnitRegistry(non_int_type=Decimal)
