"""The same thing told twice in a story, with two values.

"The dairy has 14 staff … Each of the 17 employees": only what points back counts as
told again: a definite number ("all 31 of the victims"), an age with the same name, a
score with "the … win", a price with the same noun. Updates, parts and other people's
figures have other words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from figcheck import language as languages
from figcheck.model import Claim, Document, Relation
from figcheck.relate.likeness import agree, alike, distinct, explained, sides, slipped, transposed
from figcheck.relate.wording import Wording, Words, akin, around, closes, has, lowered, opens, shared, story_words, themes
from figcheck.rules import RelationKind

PART_OF = 20   # characters
SHORTEST = 3   # letters of a noun
BEFORE = {"money": 4, "measure": 8, "percent": 4, "duration": 8}  # words before an amount among which its noun must stand
AFTER = 4      # and after it
NEAR = 6       # words after a count of people that say who they are
BACK = 4       # sentences that lie at most between two tellings
FEW = 3        # "the two", "the three" may be any of the people in the story
UNFIT = ("corrected", "negated", "hypothetical", "quoted")
NOT_TOLD = ("boilerplate", "headline", "table")
AMOUNTS = ("count", "money", "measure", "percent")


def repeat(
    document: Document, claims: Sequence[Claim], relations: Sequence[Relation], kind: RelationKind
) -> list[Relation]:
    """A relation for each figure that points back to another of the same thing and does not agree with it."""
    words = story_words(languages.load(document.language))
    body = _body(document, claims)
    found: list[Relation] = []
    for place, again in enumerate(body):
        reader = READERS.get(again.figure.kind)
        if reader is None or not again.scope.isdisjoint(UNFIT):
            continue
        said = around(document.text, again)
        for first in reader(document, again, said, body[:place], body, words):
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


def _amount(
    document: Document, again: Claim, said: Wording, before: Sequence[Claim], body: Sequence[Claim], words: Words
) -> Iterator[Claim]:
    """What a definite number goes back to: the only earlier figure of the same thing, where nothing bears it out."""
    lists = words.lists
    if not closes(said.closing(), lists.get("definite", ())) or again.figure.hedge or again.figure.quantity.upper is not None:
        return
    if has(said.opening(3), (*lists.get("other-set", ()), *lists.get("aside", ()))):
        return
    if again.figure.kind == "count" and (again.figure.quantity.magnitude <= FEW or again.per):
        return
    like = [claim for claim in body if claim is not again and alike(claim, again)]
    earlier = [claim for claim in before if alike(claim, again)]
    apart = [claim for claim in earlier if again.figure.span.start - claim.figure.span.end > PART_OF]  # not "nine of the 12"
    if any(agree(claim, again) for claim in like) or explained(again, apart):
        return
    near = [claim for claim in earlier if again.sentence - claim.sentence <= BACK]
    told = [claim for claim in near if _is_fit(document, claim, words) and _same_thing(document, again, claim, said, words)]
    facts = distinct(told)
    if len(facts) == 1 and not _is_part(again, said, facts[0], words) and not _are_two(document, again, facts[0], words):
        yield facts[0]


def _are_two(document: Document, again: Claim, first: Claim, words: Words) -> bool:
    """Whether each is told apart by its number: "the 20-mile race … the 10-mile race"."""
    earlier = around(document.text, first).closing()
    return closes(earlier, words.lists.get("that", ())) and not slipped(again, first)


def _is_fit(document: Document, claim: Claim, words: Words) -> bool:
    """Whether a figure may be gone back to: told plainly, and whole."""
    if not claim.scope.isdisjoint(UNFIT) or claim.figure.quantity.upper is not None or claim.per:
        return False
    said = around(document.text, claim)
    return not has(said.closing(3), words.lists.get("other-set", ())) and not opens(said.opening(), words.lists.get("partly", ()))


def _same_thing(document: Document, again: Claim, first: Claim, said: Wording, words: Words) -> bool:
    """Whether two figures are said to be of the same thing: one noun, or two words for one."""
    if again.figure.kind != first.figure.kind or again.figure.quantity.unit != first.figure.quantity.unit:
        return False
    if again.figure.kind == "count":
        return _counts_alike(document, again, first, said, words)
    noun = next((word for word in said.after[:1] if word.isalpha() and word.islower()), "")
    if len(noun) < SHORTEST or noun in words.idle or noun in words.lists.get("extreme", ()):
        return False
    earlier = around(document.text, first)
    if again.sentence - first.sentence == 1 and transposed(again, first):
        return True
    is_only_just_told = again.sentence - first.sentence == 1 and noun in words.lists.get("any-figure", ())
    return is_only_just_told or any(akin(noun, word.lower()) for word in (*earlier.before[-BEFORE[first.figure.kind] :], *earlier.after[:AFTER]))


def _counts_alike(document: Document, again: Claim, first: Claim, said: Wording, words: Words) -> bool:
    """Whether two counts are of the same things: "39 people were found dead … all 31 of the victims"."""
    if said.after[:1] == ("-",):  # "the 210-page report" is one of so many pages, and so must the other be
        noun, earlier = said.after[2:3], around(document.text, first)
        return again.counted == first.counted and earlier.after[:1] == ("-",) and noun == earlier.after[2:3]
    if not again.counted:  # "one of the 11 broken into" goes back to whatever was counted just before
        is_whole = closes(said.closing(), words.lists.get("whole-again", ()))
        return is_whole and bool(first.counted) and again.sentence - first.sentence == 1
    if not first.counted:
        return False
    if _akin(again.counted, first.counted, words):
        return True
    groups = [word for word in themes([again.counted], words) if word.startswith("@")]
    earlier = around(document.text, first)
    is_anyone = first.counted in words.lists.get("anyone", ())
    return is_anyone and bool(shared(groups, themes((*earlier.before[-3:], *earlier.after[:NEAR]), words)))


def _akin(noun: str, other: str, words: Words) -> bool:
    ours, theirs = themes([noun], words) or [noun], themes([other], words) or [other]
    return noun == other or bool([word for word in shared(ours, theirs) if word.startswith("@")])


def _is_part(again: Claim, said: Wording, first: Claim, words: Words) -> bool:
    """Whether the later number may be some of the earlier one, or another lot: "the 12 staff in Leeds"."""
    if closes(said.closing(), words.lists.get("whole-again", ())):
        return False
    noun = next((at for at, word in enumerate(said.after[:4]) if again.counted and akin(word.lower(), again.counted)), 0)
    if has(lowered(said.after[noun + 1 : noun + 2]), words.lists.get("narrowed", ())):
        return True
    return again.figure.kind == "count" and again.figure.quantity.magnitude < first.figure.quantity.magnitude and not transposed(again, first)


def _age(
    document: Document, again: Claim, said: Wording, before: Sequence[Claim], body: Sequence[Claim], words: Words
) -> Iterator[Claim]:
    """The age given before to a person of the same name."""
    name = _name(said, words)
    if not name or has(said.closing(3), words.lists.get("once", ())):
        return
    ages = [claim for claim in body if claim is not again and claim.figure.kind == "age"]
    names = [(claim, _name(around(document.text, claim), words)) for claim in ages]
    same = [claim for claim, other in names if other and _one_person(name, other)]
    earlier = [claim for claim in same if claim in before and claim.scope.isdisjoint(UNFIT)]
    earlier = [claim for claim in earlier if not has(around(document.text, claim).closing(3), words.lists.get("once", ()))]
    if earlier and not any(agree(claim, again) for claim in same):
        yield earlier[0]


def _name(said: Wording, words: Words) -> tuple[str, ...]:
    """The name that an age belongs to: "Darnell Oakes, 43,", "Oakes, who is 43," or "the 34-year-old Oakes"."""
    before = [word for word in said.before if word != "("]
    while before and before[-1].lower() in words.lists.get("age-intro", ()):
        before.pop()
    if before and before[-1] == ",":
        before.pop()
        name: list[str] = []
        while before and before[-1][:1].isupper() and before[-1].isalpha():
            name.insert(0, before.pop())
        if said.after[:1] and said.after[0] not in ",)":
            return ()
        return tuple(name) or _role(before[-1:], Wording(tuple(before[:-1]), ()), words)
    after = [word for word in said.after[:3]]
    name = []
    while after and after[0][:1].isupper() and after[0].isalpha():
        name.append(after.pop(0))
    return tuple(name) or _role(after, said, words)


def _role(after: Sequence[str], said: Wording, words: Words) -> tuple[str, ...]:
    """The boy of "the eight-year-old boy", or of "the boy, 9,"."""
    kinds = [group for word in after[:1] for group in words.same.get(word, ()) if word in words.lists.get("anybody", ())]
    return tuple(kinds[:1]) if closes(said.closing(), words.lists.get("that", ())) else ()


def _one_person(name: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be one person's: the same surname, and no two first names."""
    if name[-1] != other[-1]:
        return False
    return len(name) == 1 or len(other) == 1 or name[0] == other[0]


def _score(
    document: Document, again: Claim, said: Wording, before: Sequence[Claim], body: Sequence[Claim], words: Words
) -> Iterator[Claim]:
    """The score of the match that "the 3-0 win" goes back to: the only other one told just before."""
    lists = words.lists
    if not closes(said.closing(), lists.get("that", ())) or not opens(said.opening(), lists.get("victory", ())):
        return
    scores = [claim for claim in body if claim is not again and claim.figure.kind == "score"]
    near = [claim for claim in before if claim in scores and again.sentence - claim.sentence <= 1]
    if any(sides(claim) == sides(again) for claim in scores) or len(scores) != 1 or not near:
        return
    follower = lowered(said.after[1:3])
    if not has(follower, lists.get("versus", ())) and near[0].sentence < again.sentence:
        yield near[0]


def _percent(
    document: Document, again: Claim, said: Wording, before: Sequence[Claim], body: Sequence[Claim], words: Words
) -> Iterator[Claim]:
    """The rate that "at 4.2 per cent, that rate" goes back to, besides "the 4.2 per cent rise"."""
    yield from _amount(document, again, said, before, body, words)
    if said.after[:1] != (",",) or not opens(lowered(said.after[1:3]), words.lists.get("that", ())):
        return
    noun = next((claim.counted for claim in reversed(before) if claim.figure.kind == "percent" and claim.counted), "")
    if not noun or not any(word.lower() == noun for word in said.after[2:6]):
        return
    told = [claim for claim in before if claim.counted == noun and again.sentence - claim.sentence <= 2 and alike(claim, again)]
    others = [claim for claim in body if claim is not again and alike(claim, again)]
    if len(distinct(told)) == 1 and not any(agree(claim, again) for claim in others):
        yield told[0]


Reader = Callable[[Document, Claim, Wording, Sequence[Claim], Sequence[Claim], Words], Iterator[Claim]]

# what reads a figure as told again, by its kind
READERS: dict[str, Reader] = {
    "count": _amount, "money": _amount, "measure": _amount, "duration": _amount, "percent": _percent, "age": _age, "score": _score,
}  # fmt: skip
