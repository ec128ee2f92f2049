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
from figcheck.model import Block, Claim, Document, Relation
from figcheck.relate.likeness import agree, alike, distinct, explained, misread, sides, slipped, transposed
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
    return [
        Relation(kind.id, (("headline", head), ("story", fact)), "structural", (head.figure.span, fact.figure.span))
        for head, fact in found if fact
    ]  # fmt: skip


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
    terms = [*like, *(other for other in heads if other is not head and alike(other, head))]
    if head.figure.kind != "score" and explained(head, terms):  # "kills two; toll reaches five", after three on Monday
        return None
    opening = [block for block in document.blocks if block.part in TOLD][:OPENING]
    near = [claim for claim in like if within(claim, opening) and claim.scope.isdisjoint(UNFIT)]
    unit = head.figure.quantity.unit
    near = [claim for claim in near if claim.figure.quantity.unit == unit or _is_share(claim, head)]
    weighed = [(_evidence(document, head, claim, near, words), claim) for claim in near]
    best = max((weight for weight, _ in weighed), default=0)
    facts = distinct(claim for weight, claim in weighed if weight == best)
    return facts[0] if best and len(facts) == 1 else None


def _bears_out(claim: Claim, head: Claim) -> bool:
    """Whether a figure of the story, rounded as headlines round, may be the headline's: "25%" above 25.7 per cent."""
    if agree(claim, head):
        return True
    if head.figure.kind in ("score", "age"):
        return False
    scale = scale_of(head.figure.quantity.unit)
    magnitude, grain = head.figure.quantity.magnitude, head.figure.grain
    rough = Interval(magnitude - grain * ROUNDED_UP, magnitude + grain, True, True).scaled(scale)
    is_whole = head.figure.kind == "count" and grain == 1
    return not is_whole and rough.meets(claim.figure.quantity.tight.scaled(scale_of(claim.figure.quantity.unit)))


def _is_share(claim: Claim, head: Claim) -> bool:
    """Whether both are parts of a whole, in whatever words: "a third" and 48 per cent."""
    return {claim.figure.kind, head.figure.kind} <= {"share", "percent"}


def _is_open(document: Document, head: Claim, words: Words) -> bool:
    """Whether the headline itself says that its figure is none of the story's: a target, or last year's."""
    said = around(document.text, head)
    return has(lowered((*said.before, *said.after)), words.lists.get("aside", ()))


def _evidence(document: Document, head: Claim, claim: Claim, near: Sequence[Claim], words: Words) -> int:
    """How much speaks for one thing: the same noun, words in common, or at least a slip of the fingers."""
    ours, theirs = around(document.text, head), around(document.text, claim)
    title = themes((*ours.before, *ours.after), words)
    told = themes((*theirs.before[-NEAR:], *theirs.after[:NEAR]), words)
    common = shared(title, told)
    if _is_aside(theirs, words) and not (slipped(head, claim) and _is_average(theirs, words) and len(common) >= PLENTY):
        return 0
    if _same_noun(head, [claim.counted, *theirs.after[:NEAR]], words):
        return SAME
    is_reading = head.figure.grain < 1 and len(common) >= PLENTY  # "7.1 rocks Chile" counts no rocks
    if head.counted and claim.counted and not is_reading and not slipped(head, claim):
        return 0
    if head.figure.kind == "age" and _is_only_age(near) and misread(head, claim):
        return GUESSED
    if head.figure.kind == "age" and not _is_only_age(near) and not transposed(head, claim):
        return 0  # "Boy, 14, saves brother, 4", and their mother is 41
    if head.figure.kind == "duration" and not _lasts(ours, common, words):
        return 0
    is_few = head.figure.kind == "count" and head.figure.quantity.magnitude <= FEW
    is_only = len(distinct(near)) == 1
    if common and (is_only or len(common) > 1) and not is_few:
        return TOUCHED
    if head.figure.kind == "score":
        return GUESSED * is_only * bool(common or _is_vote(head, claim))
    return GUESSED * (slipped(head, claim) and not is_few)


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


def _is_aside(said: Wording, words: Words) -> bool:
    """Whether a figure of the story is told in passing: a forecast, last year's, a part of another, so much each."""
    lists, before, after = words.lists, said.closing(5), said.opening(7)
    if closes(before, lists.get("from", ())):  # "cut by 10p, from £1.65"
        return True
    if has(before, lists.get("aside", ())) or has(after, lists.get("aside", ())):
        return True
    return opens(after, lists.get("partly", ())) or has(lowered(said.before[-3:]), lists.get("parts", ()))


def _same_noun(head: Claim, near: Sequence[str], words: Words) -> bool:
    """Whether both count the same thing, in one word or in two that mean the same: nine dead, "11 people died"."""
    if not head.counted:
        return False
    ours, theirs = themes([head.counted], words), themes([word for word in near[1:] if word], words)
    if near[0] and shared(ours, themes([near[0]], words) or [near[0]]):
        return True
    is_anyone = not near[0] or near[0] in words.lists.get("anyone", ())
    return is_anyone and any(word in theirs for word in ours if word.startswith("@"))
