"""The same thing told twice in a story, with two values.

"The dairy has 14 staff … Each of the 17 employees": only what points back counts as
told again: a definite number ("all 31 of the victims"), an age with the same name, a
score with "the … win", a price with the same noun. Updates, parts and other people's
figures have other words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from figcheck import language as languages
from figcheck.model import Claim, Document, Relation
from figcheck.relate.again import amounts, percents
from figcheck.relate.echo import Echo, is_fit
from figcheck.relate.likeness import sides
from figcheck.relate.miscopied import miscopied
from figcheck.relate.namesake import ages
from figcheck.relate.wording import around, closes, has, lowered, opens, shared, story_words, themes
from figcheck.rules import RelationKind

QUOTED = frozenset(("quoted",))
COMMON = 2  # words that two votes on one thing share
NOT_TOLD = ("boilerplate", "headline", "table")

HEARD = 80
"""So many figures before and behind are held against one: more than a story has, and a book stays linear."""


def repeat(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation for each figure that points back to another of the same thing and does not agree with it."""
    words = story_words(languages.load(document.language))
    body = _body(document, claims)
    found: list[Relation] = []
    for place, again in enumerate(body):
        reader = READERS.get(again.figure.kind)
        if reader is None or not (is_fit(again) or _is_quoted_measure(again)):
            continue
        earliest = max(0, place - HEARD)
        told = body[earliest : place + HEARD]
        echo = Echo(document.text, again, around(document.text, again), body[earliest:place], told, words)
        for first in reader(echo):
            spans = (first.figure.span, again.figure.span)
            found.append(Relation(kind.id, (("first", first), ("again", again)), "structural", spans))
    told_of = {claim.figure.span for relation in found for claim in relation.claims("again")}
    for first, again in miscopied(document.text, body, words):
        if again.figure.span not in told_of:
            spans = (first.figure.span, again.figure.span)
            found.append(Relation(kind.id, (("first", first), ("again", again)), "structural", spans))
    return found


def _body(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The figures of the running text."""
    shut = [block.span for block in document.blocks if block.part in NOT_TOLD]
    return [
        claim for claim in claims
        if not any(span.start <= claim.figure.span.start < span.end for span in shut)
    ]  # fmt: skip


def _is_quoted_measure(claim: Claim) -> bool:
    """Whether a figure is told by somebody else, who knows how much it holds as well as the reporter."""
    return claim.scope == QUOTED and claim.figure.kind == "measure"


def _scores(echo: Echo) -> Iterator[Claim]:
    """The score of the match that "the 3-0 win" goes back to: the only other one of the story, told just before."""
    said = echo.said
    if not closes(said.closing(), echo.phrases("that")) or not opens(said.opening(), echo.phrases("victory")):
        return
    scores = [claim for claim in echo.others if claim.figure.kind == "score"]
    yield from _same_vote(echo, scores)
    if len(scores) != 1 or sides(scores[0]) == sides(echo.again):
        return
    if has(lowered(said.after[1:3]), echo.phrases("versus")) or _same_vote_words(echo, scores[0]):
        return  # "the 2-0 win over Metz" is another match
    if scores[0] in echo.before and echo.again.sentence - scores[0].sentence == 1:
        yield scores[0]


def _same_vote(echo: Echo, scores: Sequence[Claim]) -> Iterator[Claim]:
    """The only earlier vote on the same thing: "voted 5-2 to close Avon Road … the 4-3 vote to close Avon Road"."""
    if any(sides(claim) == sides(echo.again) for claim in scores):
        return
    told = [claim for claim in scores if claim in echo.before and _same_vote_words(echo, claim)]
    if len(told) == 1:
        yield told[0]


def _same_vote_words(echo: Echo, first: Claim) -> bool:
    """Whether both are said to be about the same, in two words at least."""
    ours = themes(echo.said.after[1:7], echo.words)
    return len(shared(ours, themes(echo.around(first).after[:12], echo.words))) >= COMMON


# what reads a figure as told again, by its kind
READERS: Mapping[str, Callable[[Echo], Iterator[Claim]]] = {
    "count": amounts,
    "money": amounts,
    "measure": amounts,
    "duration": amounts,
    "percent": percents,
    "age": ages,
    "score": _scores,
}
