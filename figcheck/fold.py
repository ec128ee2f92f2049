"""Folds a paragraph into one character a token, so that patterns run over shapes instead of letters.

"roughly 50,000 Wagner fighters, 40,000 of whom" becomes `fCww,Cc`: a filler, a count,
two words, a comma, a count, and the cue "of whom". Cue phrases are looked up word by
word in the language's index, never searched for by one big expression.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from figcheck.language import Language, pieces
from figcheck.model import Block, Claim, Sentence, Span
from figcheck.pattern import FIRST_CLASS, LETTERS, LOOK_ALIKES, SENTENCE_END, alphabet, is_mark, symbol_of
from figcheck.rated import is_per
from figcheck.record import field, record

WORD, FILLER = "w", "f"
FILLER_CLASS = "filler"
IDIOM_CLASS = "idiom"
"""Phrases whose words are no cues on their own: the fall of "next fall"."""
RATE_CLASS = "rate"
"""A cue that no word gives: the figure itself is so much a month, a head, a mile."""


class Origin:
    """The token behind each symbol of a folded passage: the cues of several words shift all that follow them."""

    __slots__ = ("_ahead", "_starts")

    def __init__(self, first: int) -> None:
        self._starts = [0]
        self._ahead = [first]

    def skip(self, token: int, tokens: int) -> None:
        """Symbols from here on stand for `token` and what follows it, so many tokens further on than before."""
        self._ahead.append(self._ahead[-1] + tokens)
        self._starts.append(token - self._ahead[-1])

    def __getitem__(self, at: int) -> int:
        return at + self._ahead[bisect_right(self._starts, at) - 1]


@record(frozen=False)
class Passage:
    """One block as tokens: their symbols, where each stands, and the cues found among them."""

    claims: Sequence[Claim]
    symbols: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    claim_at: dict[int, int] = field(default_factory=dict)
    cues: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    blends: tuple[frozenset[str], ...] = ()
    plain: str = ""
    _folded: dict[tuple[tuple[str, ...], int, int], tuple[str, Origin]] = field(default_factory=dict)

    def folded(self, classes: tuple[str, ...], start: int = 0, end: int | None = None) -> tuple[str, Origin]:
        """The symbol string of some tokens for a pattern's cue classes, and the token behind each symbol."""
        key = classes, start, len(self.symbols) if end is None else end
        if key not in self._folded:
            self._folded[key] = self._fold(*key)
        return self._folded[key]

    def _fold(self, classes: tuple[str, ...], start: int, end: int) -> tuple[str, Origin]:
        found: dict[tuple[int, int], list[str]] = {}
        for name in classes:
            for at, length in self.occurrences(name, start, end):
                found.setdefault((-length, at), []).append(name)
        letters = _letters(classes, self.blends)
        taken: set[int] = set()
        cues: list[tuple[int, int, str]] = []
        for (negative, at), names in sorted(found.items()):
            if negative == -1 and self.plain[at] not in (WORD, FILLER):
                continue  # a mark stays itself: <pause> has the comma among its letters
            reach = range(at, at - negative)
            if taken.isdisjoint(reach):
                taken.update(reach)
                cues.append((at, -negative, letters.get(frozenset(names)) or letters[frozenset(names[:1])]))
        return self._with(sorted(cues), start, end)

    def _with(self, cues: list[tuple[int, int, str]], start: int, end: int) -> tuple[str, Origin]:
        """The symbols with each cue as one of its own."""
        folded, origin, at = "", Origin(start), start
        for cue, length, letter in cues:
            folded += self.plain[at:cue] + letter
            at = cue + length
            if length > 1:
                origin.skip(at, length - 1)
        return folded + self.plain[at:end], origin

    def occurrences(self, name: str, start: int = 0, end: int | None = None) -> Sequence[tuple[int, int]]:
        """Where a cue class stands; `=word` is a word spelt out in a newsroom's own rule."""
        if name[0] == "=" and name not in self.cues and name[1:] in self.words:
            self.cues[name] = [(at, 1) for at, word in enumerate(self.words) if word == name[1:]]
        found = self.cues.get(name, ())
        if not found or (not start and end is None):
            return found
        return found[bisect_left(found, (start,)) : None if end is None else bisect_left(found, (end,))]

    def following(self, name: str, at: int) -> int:
        """The first token from `at` on where a cue class stands, or -1."""
        found = self.occurrences(name)
        place = bisect_left(found, (at,)) if found else 0
        return found[place][0] if place < len(found) else -1

    def has(self, name: str) -> bool:
        """Whether a cue class stands anywhere in the passage."""
        return bool(self.occurrences(name))


@cache
def _letters(classes: tuple[str, ...], blends: tuple[frozenset[str], ...]) -> dict[frozenset[str], str]:
    """The private character of each class, and of classes that one phrase is in at once."""
    return {names: chr(FIRST_CLASS + order) for order, names in enumerate(alphabet(classes, blends))}


def fold(
    text: str, block: Block, sentences: Sequence[Sentence], claims: Sequence[Claim], language: Language
) -> Passage:
    """One block of a document as a passage. `claims` are those of the block, in order."""
    passage = Passage(claims, blends=blends(language))
    at = block.span.start
    ends = [sentence.span.end for sentence in reversed(sentences) if sentence.span.end > at]
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
    passage.plain = "".join(passage.symbols)
    return passage


def _push(passage: Passage, symbol: str, start: int, end: int, word: str) -> None:
    passage.symbols.append(symbol)
    passage.spans.append((start, end))
    passage.words.append(word)


def _words(passage: Passage, text: str, start: int, end: int, ends: list[int]) -> None:
    """The tokens of a stretch without figures; sentence ends are tokens of their own."""
    symbols, spans, words = passage.symbols, passage.spans, passage.words
    for piece in pieces().finditer(text, start, end):
        span, token = piece.span(), piece[0]
        if ends and ends[-1] <= span[0]:
            _close_sentences(passage, span[0], ends)
        if token[0].isalnum() or token[0] == "_":
            symbols.append(WORD)
            words.append(token.replace("’", "'").lower())
        elif token in ".!?":
            continue
        else:
            mark = LOOK_ALIKES.get(token, token)
            symbols.append(WORD if mark == SENTENCE_END else symbol_of(mark) or WORD)
            words.append(mark)
        spans.append(span)
    _close_sentences(passage, end, ends)


@cache
def blends(language: Language) -> tuple[frozenset[str], ...]:
    """The sets of cue classes that some phrase is in at once: "from" may be both a start and a comparison.

    Where the phrase is a mark, such as the comma of the class "pause", the set holds the mark as well.
    """
    classes: dict[tuple[str, ...], set[str]] = {}
    for word, entries in language.cues.items():
        for phrase, name in entries if len(entries) > 1 or is_mark(word) else ():
            classes.setdefault(phrase, set()).add(name)
    for phrase, names in classes.items():
        names.update(mark for mark in phrase if is_mark(mark) and len(phrase) == 1)
    return tuple(dict.fromkeys(frozenset(names) for names in classes.values() if len(names) > 1))


def _close_sentences(passage: Passage, at: int, ends: list[int]) -> None:
    """The sentences that end before a place; `ends` has the last of them first."""
    while ends and ends[-1] <= at:
        _push(passage, SENTENCE_END, ends[-1], ends[-1], "")
        ends.pop()


def _find_cues(passage: Passage, language: Language) -> None:
    words, index, cues = passage.words, language.cues, passage.cues
    found: dict[str, list[tuple[int, int]]] = {}
    for at, word in enumerate(words):
        if word in index:
            found.setdefault(word, []).append((at, 1))
    for word, places in found.items():
        alone, longer = _opened(language, word)
        for name in alone:
            cues.setdefault(name, []).extend(places)
        for at, _ in places if longer else ():
            for phrase, name in longer.get(words[at + 1], ()) if at + 1 < len(words) else ():
                if len(phrase) == 2 or words[at : at + len(phrase)] == phrase:
                    cues.setdefault(name, []).append((at, len(phrase)))
    for places in cues.values():
        places.sort()
    if IDIOM_CLASS in cues:
        passage.cues = _outside_idioms(cues)


@cache
def _opened(language: Language, word: str) -> tuple[list[str], dict[str, list[tuple[list[str], str]]]]:
    """The cue phrases that begin with a word: the classes of the word alone, and longer ones by their second word."""
    alone: list[str] = []
    longer: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, name in language.cues[word]:
        if len(phrase) == 1:
            alone.append(name)
        else:
            longer.setdefault(phrase[1], []).append((list(phrase), name))
    return alone, longer


def _outside_idioms(cues: dict[str, list[tuple[int, int]]]) -> dict[str, list[tuple[int, int]]]:
    """The cues without those inside a set phrase that is longer than they are."""
    inside = {at + step: at + length for at, length in cues[IDIOM_CLASS] for step in range(length)}
    longest = {at + step: length for at, length in cues[IDIOM_CLASS] for step in range(length)}
    kept = {
        name: [(at, length) for at, length in places if at + length > inside.get(at, 0) or length >= longest[at]]
        for name, places in cues.items()
    }
    return {name: places for name, places in kept.items() if places}


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
