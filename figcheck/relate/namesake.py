"""Ages given twice to one person: "Darnell Oakes, 43, … the 34-year-old Oakes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck.model import Claim
from figcheck.relate.echo import Echo, is_fit
from figcheck.relate.likeness import agree, distinct, misread, transposed
from figcheck.relate.wording import CLOSING, Wording, closes, has, lowered

Name = tuple[str, ...]


def ages(echo: Echo) -> Iterator[Claim]:
    """The first age given to a person of the same name, when no age given to that name agrees."""
    name = _name(echo, echo.said)
    if _is_past(echo, echo.again):
        return
    if not name:
        yield from _same_person(echo)
        return
    told = [(claim, _name(echo, echo.around(claim))) for claim in echo.others if claim.figure.kind == "age"]
    same = [claim for claim, other in told if other and _is_one_person(name, other)]
    earlier = [claim for claim in same if claim in echo.before and is_fit(claim) and not _is_past(echo, claim)]
    if earlier and not any(agree(claim, echo.again) for claim in same):
        yield earlier[0]


def _same_person(echo: Echo) -> Iterator[Claim]:
    """The only other age of a story, told of a name just before, one digit off: "Dr Farrow, 52, … the 62-year-old"."""
    again = echo.again
    ages = distinct(claim for claim in echo.others if claim.figure.kind == "age")
    if len(ages) != 1 or again.sentence - ages[0].sentence != 1 or ages[0] not in echo.before:
        return
    if any(claim.figure.quantity.magnitude == again.figure.quantity.magnitude for claim in echo.others):
        return  # "and her husband, 74"
    is_plain = again.figure.quantity.upper is None and ages[0].figure.quantity.upper is None and is_fit(ages[0])
    if not is_plain or _is_past(echo, ages[0]) or not closes(echo.said.closing(), echo.phrases("that")):
        return
    noun, named = echo.said.after[:1], _name(echo, echo.around(ages[0])) or transposed(again, ages[0])
    if noun and noun[0].isalpha() and noun[0].islower() and named and _is_slip(echo, again, ages[0], noun[0]):
        yield ages[0]


def _is_slip(echo: Echo, again: Claim, first: Claim, noun: str) -> bool:
    """Whether two ages differ in their tens or by digits changed about, and the noun names no one else."""
    apart = abs(again.figure.quantity.magnitude - first.figure.quantity.magnitude)
    is_misread = misread(again, first) and (apart % 10 == 0 or transposed(again, first))
    return is_misread and noun not in echo.phrases("stranger", "anybody")


def _is_past(echo: Echo, claim: Claim) -> bool:
    """Whether an age is that of another time: "the then 21-year-old Hale"."""
    return has(echo.around(claim).closing(3), echo.phrases("once"))


def _name(echo: Echo, said: Wording) -> Name:
    """The name that an age belongs to: "Darnell Oakes, 43,", "Oakes, who is 43," or "the 34-year-old Oakes"."""
    before = [word for word in said.before if word != "("]
    while before and before[-1].lower() in echo.phrases("age-intro"):
        before.pop()
    if not before or before[-1] != ",":
        return _capitals(said.after[:3]) or _role(echo, said.after, said.closing())
    if said.after[:1] and said.after[0] not in ",)":
        return ()
    name = _capitals(before[-2::-1])[::-1]
    return name or _role(echo, before[-2:-1], lowered(before[-2 - CLOSING : -2]))


def _capitals(words: Sequence[str]) -> Name:
    """The words with a capital that a row opens with."""
    name: list[str] = []
    for word in words:
        if not (word[:1].isupper() and word.isalpha()):
            break
        name.append(word)
    return tuple(name)


def _role(echo: Echo, noun: Sequence[str], closing: str) -> Name:
    """The boy of "the eight-year-old boy", or of "the boy, 9,"."""
    if not noun or noun[0] not in echo.phrases("anybody") or not closes(closing, echo.phrases("that")):
        return ()
    return echo.words.same.get(noun[0], ())[:1]


def _is_one_person(name: Name, other: Name) -> bool:
    """Whether two names may be one person's: the same surname, and no two first names."""
    if name[-1] != other[-1]:
        return False
    return len(name) == 1 or len(other) == 1 or name[0] == other[0]
