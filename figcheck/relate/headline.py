"""The figure of a headline and the one of the story that it must agree with.

A headline rounds, so "1m homes" above 1.1 million is fine; and it may tell of a sum, a
share or a target. It is held against the story only when no figure there agrees with it
and just one of its opening tells of the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from figcheck import language as languages
from figcheck.arithmetic import scale_of
from figcheck.interval import Interval
from figcheck.language import pieces
from figcheck.model import Block, Claim, Document, Quantity, Relation
from figcheck.record import replace
from figcheck.relate.likeness import (
    agree,
    alike,
    distinct,
    explained,
    misread,
    sides,
    slipped,
    transposed,
    value,
)  # fmt: skip
from figcheck.relate.wording import Wording, Words, around, closes, has, lowered, opens, shared, story_words, themes
from figcheck.rules import RelationKind

OPENING = 3  # paragraphs of the story in which the headline's fact is looked for
NEAR = 10    # words on either side of a figure that say what it tells of
ROUNDED_UP = Decimal("0.75")  # of a unit, at most: "7m" may be 6.3 million, not 6.1
FEW = 3      # so many of anything may be anybody
UNFIT = ("corrected", "negated", "hypothetical", "quoted")
TOLD = ("body", "standfirst")
PLENTY = 2   # words in common that outweigh two nouns
SAME, TOUCHED, GUESSED = 3, 2, 1
FOLLOWING = 160  # characters behind a figure in which one more is told of
ONE_SHARE = Decimal("0.03")  # two parts of a whole that two words may say: 2/3 and 65 in 100
HYPHEN = "-"


def headline(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation for each figure of the headline that the story seems to contradict."""
    tops = [block for block in document.blocks if block.part == "headline"]
    if not tops:
        return []
    kinds = kind.kinds["headline"]
    heads = [claim for claim in claims if claim.figure.kind in kinds and within(claim, tops)]
    if not heads:
        return []
    story = [claim for claim in claims if not within(claim, tops)]
    words = story_words(languages.load(document.language))
    found = ((head, _fact(document, head, heads, story, words)) for head in heads)
    return [_relation(kind, head, fact) for head, fact in found if fact]


def _relation(kind: RelationKind, head: Claim, fact: Claim) -> Relation:
    """The two as they are held against each other; five years are not six, whatever either was rounded from."""
    spans = (head.figure.span, fact.figure.span)
    if _is_whole_pair(fact, head):
        head, fact = _exactly(head), _exactly(fact)
    return Relation(kind.id, (("headline", head), ("story", fact)), "structural", spans)


def _exactly(claim: Claim) -> Claim:
    """A claim whose number is not a rounded one."""
    quantity = claim.figure.quantity
    box = Interval.point(quantity.magnitude)
    exact = Quantity(quantity.magnitude, quantity.unit, box, box, box)
    return replace(claim, figure=replace(claim.figure, quantity=exact))


def within(claim: Claim, blocks: Sequence[Block]) -> bool:
    """Whether a figure stands in any of these blocks."""
    return any(block.span.start <= claim.figure.span.start < block.span.end for block in blocks)


def _fact(
    document: Document, head: Claim, heads: Sequence[Claim], story: Sequence[Claim], words: Words
) -> Claim | None:
    """The one figure of the story's opening that tells of the same thing, if nothing bears the headline out."""
    like = [claim for claim in story if alike(claim, head)]
    if not like or head.scope or any(_bears_out(claim, head) for claim in like) or _is_open(document, head, words):
        return None
    terms = [claim for claim in like if not _is_compound(document, claim)]
    terms += (other for other in heads if other is not head and alike(other, head))
    if head.figure.kind != "score" and explained(head, terms):  # "kills two; toll reaches five", after three on Monday
        return None
    opening = [block for block in document.blocks if block.part in TOLD][:OPENING]
    near = [claim for claim in like if within(claim, opening) and claim.scope.isdisjoint(UNFIT)]
    unit = head.figure.quantity.unit
    near = [claim for claim in near if claim.figure.quantity.unit == unit or _is_share(claim, head)]
    weighed = [(_evidence(document, head, claim, near, words), claim) for claim in near]
    best = max((weight for weight, _ in weighed), default=0)
    facts = distinct(claim for weight, claim in weighed if weight == best)
    if not best or len(facts) != 1 or _is_one_apart(document, head, facts[0], words):
        return None
    return facts[0]


def _is_compound(document: Document, claim: Claim) -> bool:
    """Whether a number belongs to another word: the 200 of "a 200-bed hotel" is no part of its jobs."""
    return document.text[claim.figure.span.end : claim.figure.span.end + 1] == HYPHEN


def _is_one_apart(document: Document, head: Claim, fact: Claim, words: Words) -> bool:
    """Whether the story tells of one more or one fewer: "Five held" above six arrests, "one was later released"."""
    if abs(head.figure.quantity.magnitude - fact.figure.quantity.magnitude) != 1 or head.figure.kind != "count":
        return False
    told = document.text[fact.figure.span.end : fact.figure.span.end + FOLLOWING]
    return has(lowered(pieces().findall(told)), words.lists.get("one-apart", ()))


def _bears_out(claim: Claim, head: Claim) -> bool:
    """Whether a figure of the story, rounded as headlines round, may be the headline's: "25%" above 25.7 per cent."""
    if _is_whole_pair(claim, head):
        return value(claim) == value(head)
    if claim.figure.kind == head.figure.kind == "share":
        return abs(value(claim) - value(head)) <= ONE_SHARE
    if agree(claim, head):
        return True
    if head.figure.kind in ("score", "age"):
        return False
    scale = scale_of(head.figure.quantity.unit)
    magnitude, grain = head.figure.quantity.magnitude, head.figure.grain
    rough = Interval(magnitude - grain * ROUNDED_UP, magnitude + grain, True, True).scaled(scale)
    is_whole = head.figure.kind == "count" and grain == 1
    return not is_whole and rough.meets(claim.figure.quantity.tight.scaled(scale_of(claim.figure.quantity.unit)))


def _is_whole_pair(claim: Claim, head: Claim) -> bool:
    """Whether both are so many years, days or hours: "jailed for five years" is not six."""
    both = (claim.figure, head.figure)
    units = {figure.quantity.unit for figure in both}
    is_plain = all(
        figure.kind == "duration" and not figure.hedge and figure.quantity.upper is None and figure.grain == 1
        for figure in both
    )  # fmt: skip
    return is_plain and len(units) == 1


def _is_share(claim: Claim, head: Claim) -> bool:
    """Whether both are parts of a whole, in whatever words: "a third" and 48 per cent."""
    return {claim.figure.kind, head.figure.kind} <= {"share", "percent"}


def _is_open(document: Document, head: Claim, words: Words) -> bool:
    """Whether the headline itself says that its figure is none of the story's: a target, or last year's."""
    said = around(document.text, head)
    aside = [phrase for phrase in words.lists.get("aside", ()) if phrase not in words.lists.get("versus-something", ())]
    return has(lowered((*said.before, *said.after)), aside)


def _evidence(document: Document, head: Claim, claim: Claim, near: Sequence[Claim], words: Words) -> int:
    """How much speaks for one thing: the same noun, words in common, or at least a slip of the fingers."""
    ours, theirs = around(document.text, head), around(document.text, claim)
    title = themes((*ours.before, *ours.after), words)
    is_tally = closes(theirs.closing(), words.lists.get("tally", ()))
    told = themes((*theirs.before[-NEAR * (1 + is_tally) :], *theirs.after[:NEAR]), words)
    common = shared(title, told)
    is_average = slipped(head, claim) and _is_average(theirs, words) and len(common) >= PLENTY
    if _is_aside(theirs, words, claim) and not is_average:
        return 0
    if _tells_the_same(head, claim, (ours, theirs), words) or (is_tally and _is_counted(head, ours, common, words)):
        return SAME
    is_reading = head.figure.grain < 1 and len(common) >= PLENTY  # "7.1 rocks Chile" counts no rocks
    if head.counted and claim.counted and not is_reading and not slipped(head, claim):
        return 0
    if head.figure.kind == "age" and _is_only_age(near) and misread(head, claim):
        return GUESSED
    if head.figure.kind == "age" and not _is_only_age(near) and not transposed(head, claim):
        return 0  # "Boy, 14, saves brother, 4", and their mother is 41
    is_only = len(distinct(near)) == 1
    is_first = is_only and bool(common) and claim.sentence - head.sentence == 1
    if head.figure.kind == "duration" and not (
        _lasts(ours, common, words) or (is_first and _are_lengths(head, claim, (ours, theirs), words))
    ):
        return 0
    is_few = is_small(head)
    if common and (is_only or len(common) > 1) and not is_few:
        return TOUCHED
    if head.figure.kind == "score":
        return GUESSED * is_only * bool(common or _is_vote(head, claim))
    return GUESSED * (slipped(head, claim) and not is_few)


def _tells_the_same(head: Claim, claim: Claim, said: tuple[Wording, Wording], words: Words) -> bool:
    """Whether both count the same or stand behind one verb: "kills 14 … killed four people in two towns"."""
    ours, theirs = said
    if _same_noun(head, [claim.counted, *theirs.after[:NEAR]], words):
        return True
    verbs = [word for word in themes(ours.before[-1:], words) if word.startswith("@")]
    return bool(shared(verbs, themes(theirs.before[-2:], words))) and not is_small(head)


def _is_counted(head: Claim, ours: Wording, common: Sequence[str], words: Words) -> bool:
    """Whether the words in common are what the headline counts: "the number of people killed … stands at 12"."""
    return bool(shared(common, themes([word for word in (head.counted, *ours.before[-1:]) if word], words)))


def _are_lengths(head: Claim, claim: Claim, said: tuple[Wording, Wording], words: Words) -> bool:
    """Whether both are so many years or days, and neither says since when: "a six-year high"."""
    ours, theirs = said
    extreme = words.lists.get("extreme", ())
    return _is_whole_pair(claim, head) and not (has(ours.opening(2), extreme) or has(theirs.opening(4), extreme))


def is_small(claim: Claim) -> bool:
    """Whether a count is so small that it may be of anybody."""
    return claim.figure.kind == "count" and claim.figure.quantity.magnitude <= FEW


def _is_only_age(near: Sequence[Claim]) -> bool:
    """Whether the opening tells the age of one person only, who must then be the one of the headline."""
    ages = [claim for claim in near if claim.figure.kind == "age" and claim.figure.quantity.upper is None]
    return len(distinct(ages)) == 1


def _is_average(said: Wording, words: Words) -> bool:
    """Whether a figure is set aside for an average alone: "the average house price slipped by 0.9 per cent"."""
    said_so, lists = words.lists.get("mean", ()), words.lists
    others = [phrase for phrase in lists.get("aside", ()) if phrase not in said_so]
    line = f"{said.closing(5).rstrip()}{said.opening(7)}"
    return not has(line, others) and not closes(said.closing(5), lists.get("from", ()))


def _lasts(ours: Wording, common: Sequence[str], words: Words) -> bool:
    """Whether both figures tell how long one thing lasts: "three-day strike", not "a six-year high"."""
    after = [word.lower() for word in ours.after if word[0].isalpha()][:2]
    if has(lowered(after), words.lists.get("extreme", ())):
        return False
    return len(common) >= PLENTY or bool(shared(common, themes(after, words)))


def _is_vote(head: Claim, claim: Claim) -> bool:
    """Whether two scores add up to the same: 63-37 and 67-33 are one vote of a hundred."""
    return sum(sides(head)) == sum(sides(claim))


def _is_aside(said: Wording, words: Words, claim: Claim) -> bool:
    """Whether a figure of the story is told in passing: a forecast, last year's, a part of another, so much each."""
    lists, before, after = words.lists, said.closing(5), said.opening(7)
    is_aged = closes(before, lists.get("of-it", ())) and has(said.closing(2), lists.get("anybody", ()))
    if is_aged or closes(before, lists.get("from", ())):  # "a boy of six", or "cut by 10p, from £1.65"
        return True
    if has(before, lists.get("aside", ())) or has(after, lists.get("aside", ())):
        return True
    is_part = claim.figure.kind not in ("percent", "share") and opens(after, lists.get("partly", ()))
    return is_part or has(lowered(said.before[-3:]), lists.get("parts", ()))


def _same_noun(head: Claim, near: Sequence[str], words: Words) -> bool:
    """Whether both count the same thing, in one word or in two that mean the same: nine dead, "11 people died"."""
    if not head.counted:
        return False
    ours, theirs = themes([head.counted], words), themes([word for word in near[1:] if word], words)
    if near[0] and shared(ours, themes([near[0]], words) or [near[0]]):
        return True
    is_anyone = not near[0] or near[0] in words.lists.get("anyone", ())
    return is_anyone and any(word in theirs for word in ours if word.startswith("@"))
