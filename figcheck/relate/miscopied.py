"""One amount told twice, with noughts too many or with two digits changed places.

"It will cost $880 million … the $880 billion bill": equal digits are hardly ever chance,
so less need say that both are one thing than for figures that differ at large. Parts
("£1.2m of the £1.2bn fund") and years ("4,210 in 2010") have other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from figcheck.model import Claim
from figcheck.relate.echo import Echo, is_fit
from figcheck.relate.likeness import digits, transposed, value
from figcheck.relate.wording import Words, akin, around, closes, has, lowered, shared, themes

KINDS = ("count", "money", "measure")
NOUGHTS = (Decimal(1000), Decimal(1000000))  # thousand for million, million for billion, million for trillion
HELD = 4       # so many earlier figures with the same digits are looked at
BACK = 4       # sentences that lie at most between two tellings
CLOSE = 2      # and where only one digit is the same
SHORTEST = 3   # letters of a noun
LONG = 3       # digits that two things hardly share
PRECISE = 4    # digits of which two may have changed places
NEAR = 8       # words around the earlier figure that say what it is of
SAID = 4       # words around the later one
LIKE = Decimal(2)

Pair = tuple[Claim, Claim]


def miscopied(text: str, body: Sequence[Claim], words: Words) -> Iterator[Pair]:
    """Pairs of a figure and a later one of the same thing that was copied wrongly from it."""
    rows: dict[object, list[Claim]] = {}
    for again in body:
        quantity = again.figure.quantity
        if again.figure.kind not in KINDS or quantity.upper is not None or not quantity.magnitude:
            continue
        row = rows.setdefault((again.figure.kind, quantity.unit, *sorted(_digits(again))), [])
        apart = [claim for claim in row[-HELD:] if value(claim) != value(again)]
        row.append(again)
        if apart and is_fit(again):
            echo = Echo(text, again, around(text, again), apart, body, words)
            yield from ((first, again) for first in apart[-1:] if _is_miscopied(echo, first))


def _digits(claim: Claim) -> str:
    """The digits of a figure without the noughts at its ends: "88" of $880 million."""
    return digits(claim).strip("0")


def _is_miscopied(echo: Echo, first: Claim) -> bool:
    """Whether the later figure goes back to the first, and differs from it as copying goes wrong."""
    again = echo.again
    if not is_fit(first) or first.per != again.per or first.sentence == again.sentence or _is_set_apart(echo, first):
        return False
    large, small = max(abs(value(first)), abs(value(again))), min(abs(value(first)), abs(value(again)))
    if large / small in NOUGHTS:
        return not _is_explained(echo, first, large / small) and (_goes_back(echo, first) or _tells_one(echo, first))
    is_swap = len(_digits(again)) >= PRECISE and large / small < LIKE and transposed(first, again)
    return is_swap and first.figure.scale == again.figure.scale and _counts_one(echo, first)


def _is_set_apart(echo: Echo, first: Claim) -> bool:
    """Whether one of the two is told of another time, another lot, or a whole of which the other is a part."""
    apart, changed = echo.phrases("other-set", "aside", "larger-whole"), echo.phrases("changed")
    later, earlier = echo.said, echo.around(first)
    if any(has(line, apart) for line in (later.closing(SAID), later.opening(2), earlier.closing(2))):
        return True
    kinds = ("year",) if closes(later.closing(), echo.phrases("definite")) else ("year", "date")
    return has(later.closing(2), changed) or echo.is_of_another_day(first, kinds)


def _is_explained(echo: Echo, first: Claim, times: Decimal) -> bool:
    """Whether both stand: each is told again, or the story has the factor between them, a thousand homes."""
    like = [other for other in echo.body if other.figure.kind in (first.figure.kind, "count", "multiple")]
    told = [sum(value(other) == value(one) for other in like) for one in (first, echo.again)]
    return min(told) > 1 or any(value(other) == times for other in like)


def _goes_back(echo: Echo, first: Claim) -> bool:
    """Whether the later one is "the $880 billion", or "the $880 billion bill" for what was told to cost it."""
    again, said = echo.again, echo.said
    if again.sentence - first.sentence > BACK:
        return False
    if not closes(said.closing(), echo.phrases("definite")):
        return len(_digits(again)) > 1 and _is_sum_of(echo)
    noun = said.after[0].lower() if said.after else ""
    is_noun = noun.isalpha() and len(noun) >= SHORTEST and noun not in echo.words.idle
    if not is_noun or again.figure.kind == "count":
        return len(_digits(again)) > 1 and (again.figure.kind != "count" or _counts_one(echo, first))
    if closes(said.closing(), echo.phrases("out-of-the")) or has(lowered(_near(echo, first)), echo.phrases("giving")):
        return False  # "the fund gave it £2.4m … the £2.4bn fund"
    is_same = any(akin(noun, word) for word in _near(echo, first))
    if len(_digits(again)) > 1:
        return is_same or noun in echo.phrases("any-figure", "sums")
    is_cost = has(lowered(_near(echo, first)), echo.phrases("costing"))
    return is_cost and again.sentence - first.sentence <= CLOSE and (is_same or noun in echo.phrases("sums"))


def _is_sum_of(echo: Echo) -> bool:
    """Whether the later one is "the sum of $1.2 billion"."""
    before = [word.lower() for word in echo.said.before]
    if before[-1:] != list(echo.phrases("of-it")) or before[-2:-1] == []:
        return False
    is_definite = any(closes(lowered(before[:at]), echo.phrases("that")) for at in (-2, -3))
    return is_definite and before[-2] in echo.phrases("any-figure", "sums")


def _near(echo: Echo, first: Claim) -> list[str]:
    """The words around the earlier figure, in small letters."""
    said = echo.around(first)
    return [word.lower() for word in (*said.before[-NEAR:], *said.after[:NEAR])]


def _tells_one(echo: Echo, first: Claim) -> bool:
    """Whether both are of one thing in so many words: "lost $320 million … the loss of $320 billion"."""
    said, moving = echo.said, echo.phrases("moving")
    ours = themes((*said.before[-SAID:], *said.after[:SAID]), echo.words)
    common = [word for word in shared(ours, themes(_near(echo, first), echo.words)) if word not in moving]
    return len(common) > (len(_digits(first)) < LONG) and len(_digits(first)) > 1


def _counts_one(echo: Echo, first: Claim) -> bool:
    """Whether both count the same, "12,847 people … the 12,487 residents", or money and measures are of one thing."""
    again = echo.again
    if again.figure.kind != "count":
        return again.sentence - first.sentence <= BACK and (_is_sum_of(echo) or _tells_one(echo, first))
    nouns = (first.counted, again.counted)
    is_people = all(noun in echo.phrases("anyone") for noun in nouns)
    if not all(nouns) or not (nouns[0] == nouns[1] or is_people):
        return False
    is_definite = closes(echo.said.closing(), echo.phrases("definite"))
    return is_definite or (not is_people and again.sentence - first.sentence <= BACK)
