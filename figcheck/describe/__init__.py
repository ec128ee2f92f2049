"""Figure to claim: what is counted, per what, and in what scope.

"There are roughly 50,000 Wagner fighters, 40,000 of whom …": both count fighters, the
first with the modifier "wagner". A right-window rule with word lists does it; where it
cannot tell, the noun is left empty, and nothing will be related by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from figcheck.describe import phrase as phrases
from figcheck.describe.noun import nouns
from figcheck.describe.per import per, per_words
from figcheck.describe.phrase import Phrase, Token, Words, phrase_words, tokens
from figcheck.describe.scope import NOTHING, is_negated, over_sentence, present, quotations, scopes
from figcheck.language import Language
from figcheck.model import Claim, Figure, Sentence
from figcheck.record import record

COUNTING = ("count",)
SHARING = ("percent", "share")
VALUED = ("money", "percent", "share", "measure", "duration", "points", "multiple")
AMOUNTS = (*COUNTING, *VALUED, "age")
NO_NOUN = Phrase("", (), 0)
ONE = Decimal(1)
FARTHEST = 20  # figures between "of whom" and what it goes back to

__all__ = ["describe"]


@record(frozen=False)
class _Draft:
    """A claim in the making."""

    figure: Figure
    sentence: Sentence
    phrase: Phrase
    per: str = ""


def describe(
    text: str, offset: int, figures: Sequence[Figure], sentences: Sequence[Sentence], language: Language
) -> tuple[Claim, ...]:
    """The claims of one block: spans are those of the whole text, the block begins at `offset`."""
    words, bases = phrase_words(language), per_words(language)
    drafts: list[_Draft] = []
    at = 0
    for place, figure in enumerate(figures):
        while at < len(sentences) and figure.span.start >= sentences[at].span.end:
            at += 1  # figures and sentences both come in the order of the text
        if at == len(sentences):
            break
        sentence = sentences[at]
        following = figures[place + 1].span.start if place + 1 < len(figures) else sentence.span.end
        if figure.kind not in AMOUNTS:
            drafts.append(_Draft(figure, sentence, NO_NOUN))
            continue
        window = tokens(text, figure.span.end, sentence.span.end)
        near = [token for token in window if token.end <= following]
        found = _counted(text, figure, sentence, near, drafts, words)
        past = [token for token in window if token.end > found.end]
        drafts.append(_Draft(figure, sentence, found, per(past, figure.quantity.unit, bases)))
    _share_wholes(text, drafts, words)
    _borrow(text, drafts, words)
    return _claims(text, offset, drafts, language)


def _counted(
    text: str, figure: Figure, sentence: Sentence, window: Sequence[Token], drafts: Sequence[_Draft], words: Words
) -> Phrase:
    """The noun phrase of one figure, as far as its own surroundings tell."""
    end = figure.span.end
    if figure.kind in COUNTING:
        rest = phrases.after_of(window, words)
        if rest and rest[0].word in words.antecedents:
            return Phrase(_antecedent(drafts, len(drafts), sentence), (), rest[0].end)
        is_single = figure.quantity.magnitude == ONE and figure.quantity.upper is None
        glued = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
        found = phrases.phrase(rest or window, is_single or glued, words)
        if glued and found.head:
            return _hyphened(window, words)
        if not found.head and phrases.follows_of(text, figure.span.start, words):
            return Phrase(_antecedent(drafts, len(drafts), sentence), (), end)
        return found
    if figure.kind in VALUED:
        whole = phrases.whole_of(window, words) if figure.kind in SHARING else NO_NOUN
        if whole.head:
            return whole
        return Phrase(phrases.left_noun(text, figure.span.start, sentence.span.start, words), (), end)
    return Phrase("", (), end)


def _hyphened(window: Sequence[Token], words: Words) -> Phrase:
    """ "a nine-member court": the members are counted, not the court."""
    token = window[1]
    return Phrase(words.nouns.lemma(token.word), (), token.end)


def _antecedent(drafts: Sequence[_Draft], before: int, sentence: Sentence) -> str:
    """The noun that "of whom" goes back to: the last one counted, no further than the sentence before."""
    for at in range(before - 1, max(before - 1 - FARTHEST, -1), -1):
        draft = drafts[at]
        if sentence.index - draft.sentence.index > 1:
            break
        if draft.phrase.head and draft.figure.kind in COUNTING:
            return draft.phrase.head
    return ""


def _share_wholes(text: str, drafts: list[_Draft], words: Words) -> None:
    """ "62 per cent of the 8,000 members" counts members: the noun stands behind the next figure."""
    for draft, after in pairwise(drafts):
        gap = text[draft.figure.span.end : after.figure.span.start].lower().split()
        if not gap or gap[0] not in words.of or len(gap) > 4 or after.figure.kind not in COUNTING:
            continue
        between = gap[1:]
        if all(word in words.determiners or word in words.fillers for word in between) and after.phrase.head:
            head = after.phrase.head
            draft.phrase = Phrase(head, after.phrase.modifiers, after.figure.span.start)


def _borrow(text: str, drafts: list[_Draft], words: Words) -> None:
    """ "two gold, one silver and three bronze medals": the noun of the last, the modifiers of each.

    "Five medals, two gold and three bronze": the noun of what the list unfolds.
    """
    begin = 0
    for at in range(1, len(drafts) + 1):
        if at == len(drafts) or not _is_listed(text, drafts[at - 1], drafts[at], words):
            _settle(text, drafts, begin, at, words)
            begin = at


def _settle(text: str, drafts: list[_Draft], begin: int, end: int, words: Words) -> None:
    """Give the members of one list their noun, if they lack one and the list is closed by "and" or "or"."""
    while begin < end and drafts[begin].phrase.head:
        begin += 1  # "five medals, two gold and three bronze"
    run = drafts[begin:end]
    if len(run) < 2:
        return
    last = run[-1].phrase
    gap = text[run[-2].figure.span.end : run[-1].figure.span.start].lower().split()
    if not words.last_joins.intersection(gap) or not (last.head or run[0].phrase.modifiers):
        return
    head = last.head
    if not head or (run[-1].figure.quantity.magnitude == ONE and not last.modifiers):
        head = _antecedent(drafts, begin, run[0].sentence)
    for draft in run:
        if head and not draft.phrase.head:
            draft.phrase = Phrase(head, draft.phrase.modifiers, draft.phrase.end)
        elif head and draft.figure.quantity.magnitude == ONE and not draft.phrase.modifiers:
            draft.phrase = Phrase(head, (draft.phrase.head,), draft.phrase.end)  # "one silver" looked like a noun


def _is_listed(text: str, draft: _Draft, after: _Draft, words: Words) -> bool:
    """Whether two counts are members of one list: only commas and "and" between the phrase of one and the other."""
    if draft.figure.kind not in COUNTING or after.figure.kind not in COUNTING or draft.sentence is not after.sentence:
        return False
    if len(draft.phrase.modifiers) > 2:
        return False
    start = max(draft.phrase.end, draft.figure.span.end)
    gap = text[start : after.figure.span.start].lower().replace(",", " , ").split()
    return bool(gap) and all(word in words.joins for word in gap)


def _claims(text: str, offset: int, drafts: Sequence[_Draft], language: Language) -> tuple[Claim, ...]:
    """The drafts with their scopes."""
    if not drafts:
        return ()
    told, sorts = scopes(language), nouns(language).sorts
    end = drafts[-1].sentence.span.end
    quoted = quotations(text, offset, end)[::-1]
    phrases_here = present(text[offset:end], told)
    over: dict[int, frozenset[str]] = {}
    claims = []
    for draft in drafts:
        sentence, figure = draft.sentence, draft.figure
        if phrases_here and sentence.index not in over:
            over[sentence.index] = over_sentence(text[sentence.span.start : sentence.span.end], phrases_here, told)
        scope = over.get(sentence.index, NOTHING)
        while quoted and quoted[-1][1] <= figure.span.start:
            quoted.pop()
        if quoted and quoted[-1][0] <= figure.span.start:
            scope |= {"quoted"}
        if is_negated(text[max(sentence.span.start, figure.span.start - 14) : figure.span.start], told):
            scope |= {"negated"}
        head, modifiers = draft.phrase.head, draft.phrase.modifiers
        sort = sorts.get(head, "")
        claims.append(Claim(figure, sentence.index, head, modifiers if head else (), draft.per, scope, sort))
    return tuple(claims)
