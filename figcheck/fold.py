"""Folds a paragraph into one character a token, so that patterns run over shapes instead of letters.

"roughly 50,000 Wagner fighters, 40,000 of whom" becomes `fCww,Cc`: a filler, a count,
two words, a comma, a count, and the cue "of whom". Cue phrases are looked up word by
word in the language's index, never searched for by one big expression.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from figcheck.language import Language, pieces
from figcheck.model import Block, Claim, Sentence, Span
from figcheck.pattern import FIRST_CLASS, LETTERS, LOOK_ALIKES, SENTENCE_END, alphabet, is_mark, symbol_of
from figcheck.products import is_per

WORD, FILLER = "w", "f"
FILLER_CLASS = "filler"
RATE_CLASS = "rate"
"""A cue that no word gives: the figure itself is so much a month, a head, a mile."""


@dataclass(slots=True)
class Passage:
    """One block as tokens: their symbols, where each stands, and the cues found among them."""

    claims: Sequence[Claim]
    symbols: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    claim_at: dict[int, int] = field(default_factory=dict)
    cues: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    blends: tuple[frozenset[str], ...] = ()
    _folded: dict[tuple[str, ...], tuple[str, list[int]]] = field(default_factory=dict)

    def folded(self, classes: tuple[str, ...]) -> tuple[str, list[int]]:
        """The symbol string for a pattern's cue classes, and the token behind each symbol."""
        if classes not in self._folded:
            self._folded[classes] = self._fold(classes)
        return self._folded[classes]

    def _fold(self, classes: tuple[str, ...]) -> tuple[str, list[int]]:
        symbols = list(self.symbols)
        found: dict[tuple[int, int], list[str]] = {}
        for name in classes:
            for at, length in self.occurrences(name):
                if length == 1 and symbols[at] not in (WORD, FILLER):
                    continue  # a mark stays itself: <pause> has the comma among its letters
                found.setdefault((-length, at), []).append(name)
        letters = {names: chr(FIRST_CLASS + order) for order, names in enumerate(alphabet(classes, self.blends))}
        taken: set[int] = set()
        for (negative, at), names in sorted(found.items()):
            reach = range(at, at - negative)
            if taken.isdisjoint(reach):
                taken.update(reach)
                symbols[at] = letters.get(frozenset(names)) or letters[frozenset(names[:1])]
                for token in reach[1:]:
                    symbols[token] = ""
        origin = [token for token, symbol in enumerate(symbols) if symbol]
        return "".join(symbols), origin

    def occurrences(self, name: str) -> Iterable[tuple[int, int]]:
        """Where a cue class stands; `=word` is a word spelt out in a newsroom's own rule."""
        if name.startswith("="):
            return [(at, 1) for at, word in enumerate(self.words) if word == name[1:]]
        return self.cues.get(name, ())

    def has(self, name: str) -> bool:
        """Whether a cue class stands anywhere in the passage."""
        return name in self.cues or (name.startswith("=") and name[1:] in self.words)


def fold(
    text: str, block: Block, sentences: Sequence[Sentence], claims: Sequence[Claim], language: Language
) -> Passage:
    """One block of a document as a passage. `claims` are those of the block, in order."""
    passage = Passage(claims, blends=blends(language))
    ends = [sentence.span.end for sentence in sentences if sentence.block == block]
    at = block.span.start
    _push(passage, SENTENCE_END, at, at, "")  # so that a pattern can ask for the opening of a sentence
    for number, claim in enumerate(claims):
        if claim.figure.kind == "label":
            continue
        span = claim.figure.span
        _words(passage, text, at, span.start, ends)
        passage.claim_at[len(passage.symbols)] = number
        _push(passage, LETTERS[claim.figure.kind], span.start, span.end, "")
        at = span.end
    _words(passage, text, at, block.span.end, ends)
    _find_cues(passage, language)
    for token, number in passage.claim_at.items():
        if is_per(claims[number]):
            passage.cues.setdefault(RATE_CLASS, []).append((token, 1))
    _mark_fillers(passage)
    return passage


def _push(passage: Passage, symbol: str, start: int, end: int, word: str) -> None:
    passage.symbols.append(symbol)
    passage.spans.append((start, end))
    passage.words.append(word)


def _words(passage: Passage, text: str, start: int, end: int, ends: list[int]) -> None:
    """The tokens of a stretch without figures; sentence ends are tokens of their own."""
    for piece in pieces().finditer(text, start, end):
        _close_sentences(passage, piece.start(), ends)
        token = piece.group()
        if token[0].isalnum() or token[0] == "_":
            _push(passage, WORD, piece.start(), piece.end(), token.replace("’", "'").lower())
        elif token not in ".!?":
            mark = LOOK_ALIKES.get(token, token)
            is_ours = mark == SENTENCE_END
            _push(passage, WORD if is_ours else symbol_of(mark) or WORD, piece.start(), piece.end(), mark)
    _close_sentences(passage, end, ends)


@cache
def blends(language: Language) -> tuple[frozenset[str], ...]:
    """The sets of cue classes that some phrase is in at once: "from" may be both a start and a comparison.

    Where the phrase is a mark, such as the comma of the class "pause", the set holds the mark as well.
    """
    classes: dict[tuple[str, ...], set[str]] = {}
    for entries in language.cues.values():
        for phrase, name in entries:
            classes.setdefault(phrase, set()).add(name)
    for phrase, names in classes.items():
        names.update(mark for mark in phrase if is_mark(mark) and len(phrase) == 1)
    return tuple(dict.fromkeys(frozenset(names) for names in classes.values() if len(names) > 1))


def _close_sentences(passage: Passage, at: int, ends: list[int]) -> None:
    while ends and ends[0] <= at:
        _push(passage, SENTENCE_END, ends[0], ends[0], "")
        ends.pop(0)


def _find_cues(passage: Passage, language: Language) -> None:
    words, index = passage.words, language.cues
    for at, word in enumerate(words):
        for phrase, name in index.get(word, ()) if word else ():
            if len(phrase) == 1 or tuple(words[at : at + len(phrase)]) == phrase:
                passage.cues.setdefault(name, []).append((at, len(phrase)))


def _mark_fillers(passage: Passage) -> None:
    """Hedges and small words straight before a figure: "from a record low of about 5" is "from 5" to a pattern."""
    fillers = {at + i for at, length in passage.cues.get(FILLER_CLASS, ()) for i in range(length)}
    for at in passage.claim_at:
        before = at - 1
        while before in fillers:
            passage.symbols[before] = FILLER
            before -= 1


def span_of(passage: Passage, first: int, last: int) -> Span:
    """The stretch of text from one token to another."""
    return Span(passage.spans[first][0], passage.spans[last][1])
