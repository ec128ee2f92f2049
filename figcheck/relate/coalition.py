"""Seats that an alliance would have, and the parties of which some must make them.

"Her bloc won 246 seats, the SPD 153, the AfD 94 … a grand coalition could count on 389":
whoever is meant, no choice of the parties listed has 389 seats together. So nothing need
be known of who would govern with whom.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from figcheck import language as languages
from figcheck.model import Claim, Document, Relation
from figcheck.record import replace
from figcheck.relate.wording import Words, around, has, story_words
from figcheck.rules import RelationKind

FEWEST, MOST = 3, 8  # parties that a paragraph lists
BACK = 2             # sentences between the parties and the alliance
SMALLEST = 10        # seats of an alliance
HYPOTHETICAL = "hypothetical"  # as every alliance is before it governs, and its seats add up all the same


def coalition(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """Every choice of parties as a rival reading of each alliance; the one that comes nearest is reported."""
    words = story_words(languages.load(document.language))
    found: list[Relation] = []
    numbers = [claim for claim in claims if _is_number(claim)]
    places = [claim.figure.span.start for claim in numbers]
    for block in document.blocks:
        own = numbers[bisect_left(places, block.span.start) : bisect_left(places, block.span.end)]
        if len(own) <= FEWEST:
            continue
        alliances = [claim for claim in own if _is_alliance(document, claim, words)]
        for alliance in alliances:
            parties = _parties(own, alliance, alliances)
            if FEWEST <= len(parties) <= MOST:
                found += _readings(kind, alliance, parties)
    return found


def _is_number(claim: Claim) -> bool:
    figure = claim.figure
    is_plain = figure.kind == "count" and figure.scale == 1 and figure.quantity.upper is None
    return is_plain and claim.scope <= {HYPOTHETICAL}


def _is_alliance(document: Document, claim: Claim, words: Words) -> bool:
    """Whether a number is what several parties would have together."""
    said = around(document.text, claim)
    if claim.figure.hedge or claim.figure.quantity.magnitude < SMALLEST:
        return False
    is_joint = has(said.closing(12), words.lists.get("alliance", ()))
    return is_joint and has(said.closing(5), words.lists.get("would-have", ()))


def _parties(own: Sequence[Claim], alliance: Claim, alliances: Sequence[Claim]) -> list[Claim]:
    """The seats of the parties: the numbers told before, without the whole house, which is larger than any alliance."""
    before = [claim for claim in own if claim.figure.span.start < alliance.figure.span.start and claim not in alliances]
    near = [claim for claim in before if alliance.sentence - claim.sentence <= BACK]
    return [claim for claim in near if claim.figure.quantity.magnitude < alliance.figure.quantity.magnitude]


def _readings(kind: RelationKind, alliance: Claim, parties: Sequence[Claim]) -> list[Relation]:
    ordered = sorted(_choices(parties), key=lambda chosen: (_miss(alliance, chosen), len(chosen)))
    whole = ("alliance", replace(alliance, scope=frozenset()))
    group, evidence = f"{kind.id}@{alliance.figure.span.start}", (alliance.figure.span,)
    found = []
    for place, chosen in enumerate(ordered):
        roles = (whole, *(("parties", claim) for claim in chosen))
        found.append(Relation(kind.id, roles, "structural", evidence, kind.id, group=group, chief=place == 0))
    return found


def _choices(parties: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    for size in range(2, len(parties) + 1):
        yield from combinations(parties, size)


def _miss(alliance: Claim, chosen: Sequence[Claim]) -> Decimal:
    seats = sum((claim.figure.quantity.magnitude for claim in chosen), Decimal(0))
    return abs(alliance.figure.quantity.magnitude - seats)
