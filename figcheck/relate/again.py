"""Amounts told again: "each of the 17 employees", "the £2.1m fine", "at 4.2 per cent, that rate".

Only a definite number goes back to another, and only where nothing in the story bears
it out: no figure that agrees, and no two that add up to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.model import Claim
from figcheck.relate.echo import Echo, is_fit
from figcheck.relate.likeness import agree, alike, distinct, explained, slipped, transposed, value
from figcheck.relate.wording import akin, closes, has, lowered, opens, shared, themes

BACK = 4      # sentences that lie at most between two tellings
FEW = 3       # "the two", "the three" may be any of the people in the story
PART_OF = 20  # characters: of "nine of the 12", the nine is no sum's
NEAR = 6      # words after a count of people that say who they are
SHORTEST = 3  # letters of a noun
AFTER = 4     # words after an amount among which its noun must stand, or before it:
OPENING = 3   # words of a sentence that name what it is about
TRUSTED = 1000  # from so much on, two digits that changed places are no chance
DISTANT = 2   # sentences; beyond, both must be told in the same words
BEFORE = {"money": 4, "measure": 8, "percent": 4, "duration": 8}
HYPHEN = ("-",)


def amounts(echo: Echo) -> Iterator[Claim]:
    """What a definite number goes back to: the only earlier figure of the same thing."""
    again = echo.again
    if not _is_definite(echo):
        yield from _swapped(echo)
        return
    earlier = [claim for claim in echo.before if alike(claim, again)]
    apart = [claim for claim in earlier if not _is_some_of(claim, again)]
    if any(agree(claim, again) for claim in echo.others if alike(claim, again)) or explained(again, apart):
        return
    near = [claim for claim in earlier if again.sentence - claim.sentence <= BACK and _is_whole(echo, claim)]
    facts = distinct(claim for claim in near if _is_same_thing(echo, claim))
    facts = facts or distinct(claim for claim in near if _is_same_sum(echo, claim))
    if len(facts) == 1 and not _is_part(echo, facts[0]) and not _are_two(echo, facts[0]):
        yield facts[0]
    elif not facts:
        yield from _swapped(echo)


def _swapped(echo: Echo) -> Iterator[Claim]:
    """The figure with two digits the other way round: "24,600 people … this year's attendance of 26,400"."""
    again, figure = echo.again, echo.again.figure
    if figure.hedge or figure.quantity.upper is not None or figure.quantity.magnitude < TRUSTED:
        return
    swapped = [claim for claim in echo.before if _is_turned(claim, again)]
    if not swapped or has(echo.said.closing(3), echo.phrases("changed", "aside")):
        return
    facts = distinct(claim for claim in swapped if alike(claim, again) and _is_swapped(echo, claim))
    if len(facts) != 1:
        return
    rivals = [claim for claim in echo.others if alike(claim, again)]
    if not (any(value(claim) == value(again) for claim in rivals) or explained(again, rivals)):
        yield facts[0]


def _is_turned(first: Claim, again: Claim) -> bool:
    """Whether a figure of another sentence is the later one with two digits changed, in the same unit."""
    if first.sentence == again.sentence or first.figure.quantity.unit != again.figure.quantity.unit:
        return False
    return first.figure.scale == again.figure.scale and transposed(first, again)


def _is_swapped(echo: Echo, first: Claim) -> bool:
    """Whether a figure whose digits were changed about is told as one thing with the later one."""
    again, said = echo.again, echo.around(first)
    if first.per != again.per or not is_fit(first) or has(said.closing(3), echo.phrases("changed", "aside")):
        return False
    if again.sentence - first.sentence > DISTANT:
        common = shared(themes(said.before[-2:], echo.words), themes(echo.said.after[:8], echo.words))
        return again.figure.kind == "measure" and bool(common)
    is_named = again.figure.kind != "count" or not again.counted or again.counted == (first.counted or again.counted)
    is_again = has(echo.said.closing(4), echo.phrases("again-of")) and _tell_one(echo, first)
    return is_named and is_again and (_is_definite(echo) or not echo.is_of_another_day(first))


def _tell_one(echo: Echo, first: Claim) -> bool:
    """Whether both are of one thing in some word: not "a claim for £3.1m … its £1.3m offer"."""
    said, earlier, moving = echo.said, echo.around(first), echo.phrases("moving")
    ours = themes((*said.before[-4:], *said.after[:1]), echo.words)
    theirs = themes((*earlier.before[-BEFORE["duration"] :], *earlier.after[:AFTER]), echo.words)
    return any(word not in moving for word in shared(ours, theirs))


def percents(echo: Echo) -> Iterator[Claim]:
    """The rate that "at 4.2 per cent, that rate" goes back to, besides "the 4.2 per cent rise"."""
    yield from amounts(echo)
    after = echo.said.after
    if after[:1] != (",",) or not opens(lowered(after[1:3]), echo.phrases("that")):
        return
    rates = [claim for claim in echo.before if alike(claim, echo.again)]
    noun = next((claim.counted for claim in reversed(rates) if claim.counted), "")
    if not noun or not any(word.lower() == noun for word in after[2:6]):
        return
    told = [claim for claim in rates if claim.counted == noun and echo.again.sentence - claim.sentence <= 2]
    is_borne_out = any(agree(claim, echo.again) for claim in echo.others if alike(claim, echo.again))
    if len(distinct(told)) == 1 and not is_borne_out:
        yield told[0]


def _is_some_of(claim: Claim, again: Claim) -> bool:
    """Whether a figure is so many of the later one: the nine of "nine of the 12"."""
    return claim.sentence == again.sentence and again.figure.span.start - claim.figure.span.end < PART_OF


def _is_definite(echo: Echo) -> bool:
    """Whether a number goes back to what was told: "the 17", "all 31 of", and neither a few nor others."""
    figure = echo.again.figure
    if figure.hedge or figure.quantity.upper is not None:
        return False
    said = echo.said
    is_definite = closes(said.closing(), echo.phrases("definite"))
    if not is_definite and not _owner(echo):
        return False
    if not is_definite and has(said.closing(4), echo.phrases("other-set")):
        return False
    if has(said.opening(), echo.phrases("elsewhere")) or has(said.opening(1), echo.phrases("soon")):
        return False
    if figure.kind == "count" and (figure.quantity.magnitude <= FEW or echo.again.per):
        return False
    others = [phrase for phrase in echo.phrases("other-set", "aside") if phrase not in echo.phrases("soon")]
    return not has(said.opening(3), others)


def _owner(echo: Echo) -> str:
    """Whose a number is: the hospital of "the hospital's 430 beds"."""
    last = echo.said.before[-1] if echo.said.before else ""
    return next((last.removesuffix(end) for end in echo.phrases("possessive") if last.endswith(end)), "")


def _is_whole(echo: Echo, claim: Claim) -> bool:
    """Whether a figure may be gone back to: told plainly, and no part of another."""
    if not is_fit(claim) or claim.figure.quantity.upper is not None or claim.per:
        return False
    said = echo.around(claim)
    return not has(said.closing(3), echo.phrases("other-set")) and not opens(said.opening(), echo.phrases("partly"))


def _is_same_thing(echo: Echo, first: Claim) -> bool:
    """Whether two figures are said to be of the same thing: one noun, or two words for one."""
    again, noun = echo.again, echo.said.after[0] if echo.said.after else ""
    owner, earlier = _owner(echo), echo.around(first)
    is_owned = any(akin(owner, word) for word in (*earlier.before, *earlier.after))
    if owner and not (is_owned and transposed(again, first)):
        return False
    if again.figure.kind != first.figure.kind or again.figure.quantity.unit != first.figure.quantity.unit:
        return False
    if again.figure.kind == "count":
        return _are_counted_alike(echo, first)
    is_noun = noun.isalpha() and noun.islower() and len(noun) >= SHORTEST and noun not in echo.words.idle
    if not is_noun or noun in echo.phrases("extreme"):
        return False
    is_sum = transposed(again, first) and noun in echo.phrases("sums")
    if again.sentence - first.sentence == 1 and (is_sum or noun in echo.phrases("any-figure")):
        return True
    if first.figure.kind == "money" and has(earlier.closing(5), echo.phrases("gave")):
        return False  # "the fund gave the town £2m … the £90m fund"
    near = (*earlier.before[-BEFORE[first.figure.kind] :], *earlier.after[:AFTER])
    if first.figure.kind == "measure":  # "The bomb, packed into a lorry that was stolen in May, weighed 1,000lb"
        near = (*earlier.before[:OPENING], *near)
    if transposed(again, first) and shared(themes([noun], echo.words), themes(near, echo.words)):
        return True
    return any(akin(noun, word.lower()) for word in near)


def _is_same_sum(echo: Echo, first: Claim) -> bool:
    """Whether two words stand for one sum: "the suit seeks £2m … the £3m demand"."""
    kinds, units = zip(*((one.figure.kind, one.figure.quantity.unit) for one in (first, echo.again)), strict=True)
    if set(kinds) != {"money"} or len(set(units)) > 1:
        return False
    sums = [word for word in themes(echo.said.after[:1], echo.words) if word in echo.phrases("same-sum")]
    earlier = echo.around(first)
    return bool(shared(sums, themes((*earlier.before[-BEFORE["money"] :], *earlier.after[:AFTER]), echo.words)))


def _are_counted_alike(echo: Echo, first: Claim) -> bool:
    """Whether two counts are of the same things: "39 people were found dead … all 31 of the victims"."""
    again, after, earlier = echo.again, echo.said.after, echo.around(first)
    if _is_turned_about(echo, first):
        return True
    if after[:1] == HYPHEN:  # "the 210-page report" is one of so many pages, and so must the other be
        return again.counted == first.counted and earlier.after[:1] == HYPHEN and after[2:3] == earlier.after[2:3]
    if not again.counted:  # "one of the 11 broken into" goes back to whatever was counted just before
        is_whole = closes(echo.said.closing(), echo.phrases("whole-again"))
        return is_whole and bool(first.counted) and again.sentence - first.sentence == 1
    if not first.counted:
        return False
    ours = themes([again.counted], echo.words) or [again.counted]
    groups = [word for word in ours if word.startswith("@")]
    if again.counted == first.counted or shared(groups, themes([first.counted], echo.words)):
        return True
    near = themes((*earlier.before[-3:], *earlier.after[:NEAR]), echo.words)
    return first.counted in echo.phrases("anyone") and bool(shared(groups, near))


def _is_turned_about(echo: Echo, first: Claim) -> bool:
    """Whether two digits alone tell a count from the one just before: "magnitude 6.4 … the 4.6-magnitude tremor"."""
    again, earlier = echo.again, echo.around(first)
    if again.sentence - first.sentence != 1 or not transposed(again, first) or not again.counted:
        return False
    if closes(echo.said.closing(), echo.phrases("whole-again")) and first.counted:
        return True  # "lost 43 sheep … all 34 of the animals"
    nouns = (again.counted, *(word.lower() for word in echo.said.after[:3] if word.isalpha()))
    told = (first.counted, *(word.lower() for word in earlier.before[-2:])) if not first.counted else (first.counted,)
    return any(akin(noun, word) for noun in nouns for word in told if len(word) >= SHORTEST)


def _is_of_then(echo: Echo, first: Claim) -> bool:
    """Whether only the earlier sentence names a year: "had 32,000 members in 1990. A ballot of its 23,000 members"."""
    dated = {claim.sentence for claim in echo.body if claim.figure.kind == "year"}
    return first.sentence in dated and echo.again.sentence not in dated


def _is_part(echo: Echo, first: Claim) -> bool:
    """Whether the later number may be some of the earlier one, or another lot: "the 12 staff in Leeds"."""
    again, after = echo.again, echo.said.after
    if closes(echo.said.closing(), echo.phrases("whole-again")):
        return False
    if again.figure.kind == "count" and _is_of_then(echo, first):
        return True
    noun = next((at for at, word in enumerate(after[:4]) if again.counted and akin(word.lower(), again.counted)), 0)
    if after[:1] and after[0] in echo.phrases("asked") and again.sentence - first.sentence == 1:
        return False
    noun = 2 if after[:1] == HYPHEN else noun  # "the 1,540-seat hall in Leeds"
    following = lowered(after[noun + 1 : noun + 2])
    is_told_on = transposed(again, first) or again.figure.kind == "duration"
    if has(following, echo.phrases("narrowed")) and not (is_told_on and has(following, echo.phrases("told-on"))):
        return True
    is_less = again.figure.quantity.magnitude < first.figure.quantity.magnitude
    return again.figure.kind == "count" and is_less and not transposed(again, first)


def _are_two(echo: Echo, first: Claim) -> bool:
    """Whether each is told apart by its number: "the 20-mile race … the 10-mile race"."""
    return closes(echo.around(first).closing(), echo.phrases("that")) and not slipped(echo.again, first)
