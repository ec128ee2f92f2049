"""Fills the message of a rule with the figures: a sentence that an editor can paste into an e-mail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from figcheck.judge import forms
from figcheck.judge.case import Case
from figcheck.judge.repair import computed
from figcheck.judge.style import AS_PRINTED
from figcheck.judge.working import listed
from figcheck.model import Claim, Figure
from figcheck.problem import Problem
from figcheck.record import record

COMPUTED, TOGETHER, ONE_OR_MANY = "computed", "+", "|"


def message(case: Case, expected: str, words: Mapping[str, Any]) -> str:
    """The rule's sentence with the figures filled in.

    `{computed:by}` is what that one figure should be, `{shares+rest}` the figures
    of several roles in one list, `{wins:win|wins}` a figure with the word behind it
    for one or for several.
    """
    names = _Names(case, expected, words)
    try:
        text = case.rule.message.format_map(names)
    except (KeyError, IndexError, ValueError) as error:
        what = f"unreadable message: {error}"
        raise Problem(f"rule {case.rule.id}", what, "expected roles in braces, {computed} or {computed:role}") from None
    text = text[:-1] if text.endswith("..") else text  # "... York and Co.."
    return text[:1].upper() + text[1:]


def with_period(case: Case, role: str, text: str, words: Mapping[str, Any]) -> str:
    """ "70" of "70 times a minute" is 70 a minute; nothing is added where the figure says so itself ("£5 a day")."""
    claims = case.relation.claims(role)
    if len(claims) != 1 or not text:
        return text
    unit = claims[0].figure.quantity.unit
    period = unit[1:] if unit.startswith("/") else "" if "/" in unit else claims[0].per
    is_said = period not in words["rates"] or period in text
    return text if is_said else str(words["rates"][period]).format(figure=text)


@record
class _Names:
    """The names in the braces of a message, looked up when they are asked for."""

    case: Case
    expected: str
    words: Mapping[str, Any]

    def __getitem__(self, name: str) -> object:
        if name == COMPUTED:
            return _Computed(self.case, self.expected, self.words)
        roles = name.split(TOGETHER)
        known = {*self.case.law.roles, *(role for role, _ in self.case.relation.roles)}
        if not known >= set(roles):
            raise KeyError(name)
        claims = [(role, claim) for role in roles for claim in self.case.relation.claims(role)]
        texts = [_said(self.case, role, claim, self.words) for role, claim in claims]
        is_one = [claim.figure.quantity.magnitude == 1 for _, claim in claims] == [True]
        return _Figures(listed(texts, self.words), is_one)


@record
class _Figures:
    """The figures of a role, ready for the sentence."""

    text: str
    is_one: bool

    def __format__(self, forms_of_word: str) -> str:
        if not forms_of_word:
            return self.text
        one, _, many = forms_of_word.partition(ONE_OR_MANY)
        return f"{self.text} {one if self.is_one else many}"


@record(slots=False)
class _Computed:
    """What figures should be: of the target, or of the role named after the colon."""

    case: Case
    expected: str
    words: Mapping[str, Any]

    def __format__(self, role: str) -> str:
        if not role:
            return forms.as_noun(self.expected, self.words)
        if not self.case.relation.claims(role):
            raise KeyError(role)
        text = forms.as_noun(computed(self.case, role, 0, self.words), self.words)
        return with_period(self.case, role, text, self.words)


def _said(case: Case, role: str, claim: Claim, words: Mapping[str, Any]) -> str:
    """A figure as printed, but as it reads inside another sentence: "four" of "Four tries", "240 metres"."""
    figure = claim.figure
    text = figure.surface[:1].lower() + figure.surface[1:] if _opens_with_word(figure) else figure.surface
    return with_period(case, role, forms.as_noun(text, words), words)


def _opens_with_word(figure: Figure) -> bool:
    """Whether it begins like "Four" or "A third", whose capital is that of its sentence; "Rs 500" keeps its own."""
    is_number = figure.kind not in AS_PRINTED and (figure.kind != "money" or figure.digits.start == figure.span.start)
    first = figure.surface.replace("-", " ").partition(" ")[0]
    return is_number and first.isalpha() and first.istitle()
