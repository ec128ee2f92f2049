"""A headline's percentage or "doubles", and the values in the story that it was worked out from.

"Burglaries double" stands above a rise from 11,000 to 13,000. The values must be the
only pair of the story's opening, told of the same thing, and no figure of the story may
bear the headline out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from figcheck import language as languages
from figcheck.conditions import same_unit
from figcheck.interval import ZERO
from figcheck.model import Claim, Document, Relation
from figcheck.relate.headline import OPENING, TOLD, UNFIT, within
from figcheck.relate.likeness import agree, alike, value
from figcheck.relate.wording import Wording, Words, around, closes, has, lowered, shared, story_words, themes
from figcheck.rules import RelationKind

FARTHEST = Decimal("2.6")  # times the true change that one in a headline may be
BETWEEN = 60  # characters between the two values
ROLES = {"percent": "percent", "share": "percent", "multiple": "times"}
VALUES = ("count", "money", "measure")


def headline_change(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation for the one figure of change in the headline and the one pair of values in the opening."""
    tops = [block for block in document.blocks if block.part == "headline"]
    heads = [claim for claim in claims if claim.figure.kind in ROLES and within(claim, tops)]
    if len(heads) != 1 or heads[0].scope:
        return []
    story = [claim for claim in claims if not within(claim, tops)]
    words = story_words(languages.load(document.language))
    opening = [block for block in document.blocks if block.part in TOLD][:OPENING]
    pairs = list(_pairs(document, [claim for claim in story if within(claim, opening)], words))
    if len(pairs) != 1 or any(alike(claim, heads[0]) and agree(claim, heads[0]) for claim in story):
        return []
    first, second = pairs[0]
    ours, theirs = around(document.text, heads[0]), around(document.text, first)
    apart = words.lists.get("beside", ())
    clause = list(takewhile(lambda word: word.lower() not in apart, ours.after))  # "Profit up 8pc as sales slip"
    about = [word for word in themes((*ours.before, *clause), words) if word not in words.lists.get("moving", ())]
    is_only = not any(claim.figure.kind in ROLES for claim in story) and not _has_two(ours, words)
    is_only = is_only and _is_likely(heads[0], first, second)
    if not is_only and not shared(about, themes(theirs.before, words)):
        return []
    told = ROLES[heads[0].figure.kind]
    roles = ((told, heads[0]), ("before", first), ("after", second))
    return [Relation(kind.id, roles, "structural", tuple(claim.figure.span for _, claim in roles))]


def _is_likely(head: Claim, before: Claim, after: Claim) -> bool:
    """Whether the change in the headline is about the one below it; one far off may be of something else."""
    said, was = value(head), value(before)
    made = value(after) / was if was else ZERO
    made = made if ROLES[head.figure.kind] == "times" else abs(made - 1)
    return bool(said and made) and 1 / FARTHEST <= said / made <= FARTHEST


def _has_two(headline: Wording, words: Words) -> bool:
    """Whether a headline tells of a second thing as well: "Profit up 8pc as sales slip"."""
    return has(lowered((*headline.before, *headline.after)), words.lists.get("beside", ())) or "," in headline.after


def _pairs(document: Document, claims: Sequence[Claim], words: Words) -> Iterator[tuple[Claim, Claim]]:
    """Values told as "from A to B", or "to B from A"."""
    for one, other in pairwise(claims):
        if one.figure.kind not in VALUES or one.sentence != other.sentence or not same_unit((one, other)):
            continue
        if other.figure.span.start - one.figure.span.end > BETWEEN or not (one.scope | other.scope).isdisjoint(UNFIT):
            continue
        near, far = (around(document.text, claim).closing(2) for claim in (one, other))
        source, target = words.lists.get("from", ()), words.lists.get("to", ())
        if closes(near, source) and closes(far, target):
            yield one, other
        is_turned = closes(near, target) and closes(far, source)
        if is_turned or closes(far, words.lists.get("against", ())):  # "£2.20 from Monday, up from £2"
            yield other, one
