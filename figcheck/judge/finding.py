"""Puts a verdict into words: what the figures make, what the text says, and what would mend it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from figcheck import arithmetic, solve, units
from figcheck.expression import Call, Node, Number, Operation, alone, named
from figcheck.interval import Interval
from figcheck.judge import forms
from figcheck.judge.boxes import printed
from figcheck.judge.case import Case
from figcheck.judge.message import message, with_period
from figcheck.judge.repair import computed, repairs
from figcheck.judge.slips import diagnosis
from figcheck.judge.style import AS_PRINTED, in_digits, plain, shown
from figcheck.judge.working import is_readable, spell
from figcheck.model import Claim, Finding, Verdict
from figcheck.record import replace

LADDER = ("error", "warning", "note")
RATE_GRAIN = 4
"""Exchange rates are quoted to so many significant digits."""


def finding(case: Case, verdict: Verdict, steps: int, words: Mapping[str, Any]) -> Finding:
    """Everything an editor needs to see about one disagreement."""
    severity = _severity(case, steps, bool(verdict.reason))
    if case.rule.told:
        case = replace(case, rule=replace(case.rule, require=case.rule.told))
    target = _target(case)
    stated, expected = "", ""
    if target:
        stated = case.relation.claims(target[0])[target[1]].figure.surface
        expected = "" if case.is_within else computed(case, *target, words)
    mended = repairs(case, words)
    if len(case.law.roles) == 1 and mended and not target:
        stated, expected = mended[0].old, mended[0].new
    return Finding(
        rule=case.rule.id,
        severity=severity,
        message=message(case, expected, words),
        working=_working(case, target, expected, words) + _named(verdict.reason, words),
        repairs=mended,
        diagnosis=diagnosis(case, mended, words),
        relation=case.relation,
        verdict=verdict,
        fingerprint=fingerprint(case),
        stated=stated,
        expected=expected,
        rate_source=case.rates.rates.source if case.exchanges else "",
        rate_date=_rate_date(case),
    )


def _severity(case: Case, steps: int, softened: bool) -> str:
    """The rule's own, a step lower for each doubt: the boxes, a kind reading, a guess at the link, a quotation."""
    steps += softened
    steps += case.relation.basis == "inferred"
    steps += any("quoted" in claim.scope for _, claim in case.relation.roles)
    return LADDER[min(LADDER.index(case.rule.severity) + steps, len(LADDER) - 1)]


def _target(case: Case) -> tuple[str, int] | None:
    """The figure that the working ends on.

    That is one that was worked out, else one whose right value the message asks
    for, else the one that stands alone on a side; of a conversion the second:
    "£63m is $76m, but the text says $100m".
    """
    law = case.law
    sizes = {role: len(case.relation.claims(role)) for role in law.roles}
    lone = [name for name in (alone(law.right), alone(law.left)) if name]
    first = [role for role in law.roles if role in case.derived]
    first += [role for role in law.roles if f"{{computed:{role}}}" in case.rule.message]
    for role in (*first, *lone, *law.roles):
        if sizes.get(role) == 1 and solve.invert(law, role, 0, sizes):
            return role, 0
    return None


def _working(case: Case, target: tuple[str, int] | None, expected: str, words: Mapping[str, Any]) -> str:
    law, told = case.law, words["sentences"]
    is_label = all(claim.figure.kind == "label" for _, claim in case.relation.roles)
    if is_label or case.is_within or not is_readable(law, words):
        return case.rule.why  # "£10,000,00" is no number to reckon with
    if isinstance(law.left, Call) and law.left.function == "uneven":
        return _uneven(case, law.left.arguments[0], words)
    if isinstance(law.left, Call) and law.left.function == "weekday":
        return _weekday(case, law.left, words)
    if law.sign != "==":
        sides = {"left": _side(case, law.left, words), "right": _side(case, law.right, words)}
        return str(words["comparisons"][law.sign]).format(**sides)
    sizes = {role: len(case.relation.claims(role)) for role in law.roles}
    node, surfaces = solve.invert(law, *target, sizes) if target else None, _surfaces(case, words)
    if node is None or target is None or not expected:
        return _sides(case, words)
    names = {"working": spell(_straight(case, node), surfaces, words), "stated": _stated(case, target, words)}
    names["computed"] = with_period(case, target[0], forms.as_noun(expected, words), words)
    rate = _rate(case, node, target) if case.exchanges else {}
    is_bare = names["working"] in (expected, names["computed"])
    return str(told["bare" if is_bare else "rates" if rate else "makes"]).format(**names, **rate)


def _straight(case: Case, node: Node) -> Node:
    """The largest of two less the smallest as the one less the other: "38 - 31", and a ratio in the same way."""
    if not isinstance(node, Operation):
        return node
    left, right = node.left, node.right
    if not (isinstance(left, Call) and isinstance(right, Call) and (left.function, right.function) == ("max", "min")):
        return replace(node, left=_straight(case, left), right=_straight(case, right))
    is_list = len(left.arguments) != 2 or any(len(case.relation.claims(role)) != 1 for role in named(left))
    if is_list or set(left.arguments) != set(right.arguments):
        return node
    first, second = left.arguments
    gap = solve.evaluate(Operation("-", first, second), case.values(printed), case.rates).interval
    return Operation(node.sign, *((first, second) if _middle(gap) >= 0 else (second, first)))


def _sides(case: Case, words: Mapping[str, Any]) -> str:
    """Both sides with what they come to; a side that is its own value is said once: "2 + 3 = 5, not 6"."""
    surfaces = _surfaces(case, words)
    told = [(spell(side, surfaces, words), _value(case, side, words)) for side in (case.law.left, case.law.right)]
    told.sort(key=lambda side: side[0] == side[1])
    (left, left_value), (right, right_value) = told
    sentence = words["sentences"]["bare_side" if right == right_value else "sides"]
    return str(sentence).format(left=left, right=right, left_value=left_value, right_value=right_value)


def _uneven(case: Case, node: Node, words: Mapping[str, Any]) -> str:
    """ "45 per cent × 28 = 12.6, which is no whole number"."""
    amount = solve.evaluate(node, case.values(printed), case.rates)
    names = {"working": spell(node, _surfaces(case, words), words), "computed": _plainly(_middle(amount.interval))}
    return str(words["sentences"]["uneven"]).format(**names)


def _middle(box: Interval) -> Decimal:
    return (box.low + box.high) / 2


def _plainly(number: Decimal) -> str:
    """A number in its own right, to two decimals at most: "31", not "31.00"."""
    text = plain(number, Decimal("0.01"))
    return text.rstrip("0").rstrip(".")


def _weekday(case: Case, node: Call, words: Mapping[str, Any]) -> str:
    """ "23 December 2022 is a Friday, but the text says Tuesday 23 December"."""
    role = next(named(node))
    day = date.fromordinal(int(case.values(printed)[role][0].interval.low))
    calendar = words["calendar"]
    spelled = str(calendar["day"]).format(day=day.day, month=calendar["months"][day.month - 1], year=day.year)
    right = calendar["weekdays"][day.isoweekday() - 1]
    return str(words["sentences"]["weekday"]).format(day=spelled, right=right, stated=_stated(case, (role, 0), words))


def _stated(case: Case, target: tuple[str, int], words: Mapping[str, Any]) -> str:
    surface = case.relation.claims(target[0])[target[1]].figure.surface
    return with_period(case, target[0], forms.as_noun(surface, words), words)


def _rate(case: Case, node: Node, target: tuple[str, int]) -> dict[str, str]:
    """The rates that a conversion of one currency rests on, ready for the sentence; none where several meet."""
    if not alone(node):
        return {}
    given = units.currency(case.relation.claims(alone(node))[0].figure.quantity.unit)
    wanted = units.currency(case.relation.claims(target[0])[target[1]].figure.quantity.unit)
    factor = case.rates.factor(given, wanted)
    low, high = (_significant(end) for end in (factor.low, factor.high))
    return {"low": low, "high": high, "target": wanted, "source": given}


def _rate_date(case: Case) -> str:
    """The day whose rates the finding rests on, where it rests on any."""
    if not case.exchanges:
        return ""
    figures = [claim.figure for _, claim in case.relation.roles if claim.figure.kind == "money"]
    codes = list(dict.fromkeys(units.currency(figure.quantity.unit) for figure in figures))
    return case.rates.told(codes[0], codes[1]) if len(codes) == 2 else ""


def _significant(number: Decimal) -> str:
    return plain(number, Decimal(1).scaleb(number.adjusted() - RATE_GRAIN + 1))


def _side(case: Case, node: Node, words: Mapping[str, Any]) -> str:
    """A side of a comparison with what it comes to: "30 + 25 = 55"."""
    surfaces = _surfaces(case, words)
    if isinstance(node, Call) and node.function in ("min", "max"):
        return _value(case, node, words)
    spelled = spell(node, surfaces, words)
    value = _value(case, node, words)
    return spelled if alone(node) or isinstance(node, Number) or spelled == value else f"{spelled} = {value}"


def _value(case: Case, node: Node, words: Mapping[str, Any]) -> str:
    """What a side comes to: the figure that it picks out, else in the style of its first figure of the same unit."""
    amount = solve.evaluate(node, case.values(printed), case.rates)
    middle = _middle(amount.interval)
    figures = [claim.figure for role in named(node) for claim in case.relation.claims(role)]
    amounts = [arithmetic.amount(figure, printed("", figure)) for figure in figures]
    if isinstance(node, Call) and node.function in ("min", "max"):
        for figure, one in zip(figures, amounts, strict=True):
            like = units.dimension(one.unit) == units.dimension(amount.unit)
            if like and arithmetic.convert(one, amount.unit, case.rates) == amount.interval:
                return figure.surface
    for figure, one in zip(figures, amounts, strict=True):
        if one.unit == amount.unit and figure.kind not in AS_PRINTED:
            return shown(figure, middle, words)
    return _plainly(middle)


def _surfaces(case: Case, words: Mapping[str, Any]) -> dict[str, list[str]]:
    """The figures of each role, ready for a sum; one whole is "100%" among percentages."""
    roles = dict.fromkeys(role for role, _ in case.relation.roles)
    found = {role: [_surface(case, role, claim, words) for claim in case.relation.claims(role)] for role in roles}
    if any(claim.figure.kind == "percent" for _, claim in case.relation.roles):
        found["1"] = ["100%"]
    return found


def _surface(case: Case, role: str, claim: Claim, words: Mapping[str, Any]) -> str:
    """A figure inside a sum: in digits, its unit as a noun, and what it is for each where its unit does not say so."""
    return with_period(case, role, forms.as_noun(in_digits(claim.figure, words), words), words)


def _named(reading: str, words: Mapping[str, Any]) -> str:
    return str(words["sentences"]["reading"]).format(reading=reading) if reading else ""


def fingerprint(case: Case) -> str:
    """The same for the same figures in the same roles, wherever the paragraph moves; different once one changes."""
    from hashlib import sha256

    told = [case.rule.id]
    for role, claim in case.relation.roles:
        quantity = claim.figure.quantity
        ends = [f"{end.normalize():f}" for end in (quantity.magnitude, quantity.upper) if end is not None]
        told.append("|".join((role, *ends, quantity.unit, claim.counted)))
    return sha256("\n".join([told[0], *sorted(told[1:])]).encode()).hexdigest()[:16]
