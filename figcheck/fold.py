"""Folds a paragraph into one character a token, so that patterns run over shapes instead of letters.

"roughly 50,000 Wagner fighters, 40,000 of whom" becomes `fCww,Cc`: a filler, a count,
two words, a comma, a count, and the cue "of whom". Cue phrases are looked up word by
word in the language's index, never searched for by one big expression.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache, reduce
from itertools import islice, pairwise
from operator import or_
from typing import NamedTuple

from figcheck.cues import Cues, Index, Place, blends, find, index
from figcheck.language import Language, pieces
from figcheck.model import Block, Claim, Sentence, Span
from figcheck.pattern import FIRST_CLASS, LETTERS, LOOK_ALIKES, SENTENCE_END, SYMBOLS, alphabet, symbol_of
from figcheck.rated import is_per
from figcheck.record import field, record

WORD, FILLER = "w", "f"
SPOKEN = (WORD, FILLER)
FILLER_CLASS = "filler"
RATE_CLASS = "rate"
"""A cue that no word gives: the figure itself is so much a month, a head, a mile."""
SEVERAL = 1
"""The bit of a sentence with more than one figure."""
STOPS = frozenset(".!?")  # the ends of sentences are known already
APOSTROPHE = "’"
BETWEEN = " "  # what no token holds
HYPHEN, DASH = " - ", " — "


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


class Stretch(NamedTuple):
    """One sentence of a passage: its tokens, its end among them, and the bits of all that stands in it."""

    start: int
    end: int
    figures: int
    bits: int


class Piece(NamedTuple):
    """A stretch of text and the first of its tokens: words, or one figure or sentence end."""

    first: int
    start: int
    end: int
    is_words: bool


@record(frozen=False, eq=False, slots=False)
class Passage:
    """One block as tokens: their symbols, where each stands, and the cues found among them."""

    text: str
    claims: Sequence[Claim]
    index: Index
    symbols: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    claim_at: dict[int, int] = field(default_factory=dict)
    sentences: list[Stretch] = field(default_factory=list)
    cues: Cues = field(init=False)
    plain: str = ""
    _places: dict[str, list[Place]] = field(default_factory=dict)
    _folded: dict[tuple[tuple[str, ...], int, int], tuple[str, Origin]] = field(default_factory=dict)

    @property
    def blends(self) -> tuple[frozenset[str], ...]:
        """The sets of cue classes that some phrase of the language is in at once."""
        return blends(self.index.language)

    @cached_property
    def bits(self) -> int:
        """The bits of all that stands in the passage."""
        several = SEVERAL if len(self.claim_at) > 1 else 0
        return reduce(or_, [sentence.bits for sentence in self.sentences], several)

    def span(self, token: int) -> tuple[int, int]:
        """Where a token stands in the text; few are ever asked for."""
        piece = self.pieces[bisect_right(self.pieces, token, key=_first) - 1]
        if not piece.is_words:
            return piece.start, piece.end
        tokens = (each.span() for each in pieces().finditer(self.text, piece.start, piece.end) if each[0] not in STOPS)
        return next(islice(tokens, token - piece.first, None))

    def folded(self, classes: tuple[str, ...], start: int = 0, end: int | None = None) -> tuple[str, Origin]:
        """The symbol string of some tokens for a pattern's cue classes, and the token behind each symbol."""
        key = classes, start, len(self.symbols) if end is None else end
        if key not in self._folded:
            self._folded[key] = self._fold(*key)
        return self._folded[key]

    def _fold(self, classes: tuple[str, ...], start: int, end: int) -> tuple[str, Origin]:
        found: dict[Place, str] = {}
        here, known = self.bits, self.index.bits
        for name in [name for name in classes if known.get(name, here) & here]:
            for place in self.occurrences(name, start, end):
                found[place] = f"{found[place]} {name}" if place in found else name
        letters = _letters(classes, self.index)
        taken: set[int] = set()
        cues: list[tuple[int, int, str]] = []
        for at, length in sorted(found, key=_longest_first):
            if length == 1 and self.plain[at] not in SPOKEN:
                continue  # a mark stays itself: <pause> has the comma among its letters
            if at not in taken and (length == 1 or taken.isdisjoint(range(at, at + length))):
                taken.update(range(at, at + length))
                names = found[at, length]
                cues.append((at, length, letters.get(names) or letters[names.partition(" ")[0]]))
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

    def occurrences(self, name: str, start: int = 0, end: int | None = None) -> Sequence[Place]:
        """Where a cue class stands; `=word` is a word spelt out in a newsroom's own rule."""
        found = self._places.get(name)
        if found is None:
            spelt = [(at, 1) for at, word in enumerate(self.words) if word == name[1:]] if name[0] == "=" else []
            found = self._places[name] = spelt or self.cues.at(name)
        if not found or (not start and end is None):
            return found
        return found[bisect_left(found, (start,)) : None if end is None else bisect_left(found, (end,))]

    def following(self, name: str, at: int) -> int:
        """The first token from `at` on where a cue class stands, or -1."""
        found = self._places[name] if name in self._places else self.occurrences(name)
        place = bisect_left(found, (at,)) if found else 0
        return found[place][0] if place < len(found) else -1

    def has(self, name: str) -> bool:
        """Whether a cue class stands anywhere in the passage."""
        return bool(self.occurrences(name))


def _longest_first(place: Place) -> tuple[int, int]:
    return -place[1], place[0]


@cache
def _letters(classes: tuple[str, ...], index: Index) -> dict[str, str]:
    """The private character of each class, and of classes that one phrase is in at once, in the order of `classes`."""
    found = alphabet(classes, blends(index.language))
    named = (" ".join(name for name in classes if name in names) for names in found)
    return {names: chr(FIRST_CLASS + order) for order, names in enumerate(named)}


def fold(
    text: str, block: Block, sentences: Sequence[Sentence], claims: Sequence[Claim], language: Language
) -> Passage:
    """One block of a document as a passage. `claims` are those of the block, in order."""
    passage = Passage(_dashed(text), claims, index(language))
    at = block.span.start
    ends = [sentence.span.end for sentence in reversed(sentences) if sentence.span.end > at]
    _push(passage, SENTENCE_END, at, at)  # so that a pattern can ask for the opening of a sentence
    for number, claim in enumerate(claims):
        if claim.figure.kind == "label":
            continue
        span = claim.figure.span
        _words(passage, at, span.start, ends)
        passage.claim_at[len(passage.symbols)] = number
        _push(passage, LETTERS[claim.figure.kind], span.start, span.end)
        at = span.end
    _words(passage, at, block.span.end, ends)
    passage.plain = "".join(passage.symbols)
    _find_cues(passage)
    _mark_fillers(passage)
    return passage


@lru_cache(maxsize=2)  # once for all the paragraphs of an article
def _dashed(text: str) -> str:
    """The text with its typewritten dashes as dashes, no letter moved: "lost 12 kilos - nearly 26lb - at sea"."""
    return text.replace(" -- ", " —  ").replace(HYPHEN, DASH)


def _push(passage: Passage, symbol: str, start: int, end: int) -> None:
    passage.pieces.append(Piece(len(passage.symbols), start, end, False))
    passage.symbols.append(symbol)
    passage.words.append("")


def _words(passage: Passage, start: int, end: int, ends: list[int]) -> None:
    """The tokens of a stretch without figures; sentence ends are tokens of their own."""
    while ends and ends[-1] <= end:
        cut = _cut(passage.text, start, ends[-1], end)
        _tokens(passage, start, cut)
        _push(passage, SENTENCE_END, ends[-1], ends[-1])
        ends.pop()
        start = max(start, cut)
    _tokens(passage, start, end)


def _cut(text: str, start: int, stop: int, end: int) -> int:
    """Where the words of a sentence end: at its stop, or behind the word that holds it, as in "day.The"."""
    if stop <= start or stop >= end or text[stop].isspace():
        return stop
    ends = (word.end() for word in pieces().finditer(text, start, end) if word.start() < stop < word.end())
    return next(ends, stop)


def _tokens(passage: Passage, start: int, end: int) -> None:
    if start >= end:
        return
    tokens = [token for token in pieces().findall(passage.text[start:end]) if token not in STOPS]
    if not tokens:
        return
    symbols, same = _marks()
    # lowered all at once, which is the same and costs a tenth
    low = BETWEEN.join(tokens).replace(APOSTROPHE, "'").lower().split(BETWEEN)
    passage.pieces.append(Piece(len(passage.symbols), start, end, True))
    passage.symbols += [symbols.get(token, WORD) for token in tokens]
    if not same.keys().isdisjoint(tokens):
        low = [same.get(token, word) for token, word in zip(tokens, low, strict=True)]
    passage.words += low


@cache
def _marks() -> tuple[dict[str, str], dict[str, str]]:
    """The marks that have a symbol of their own, and what those that look alike are told as."""
    marks = [chr(number) for number in range(FIRST_CLASS) if not (chr(number).isalnum() or chr(number) in "_|")]
    symbols = {mark: symbol_of(LOOK_ALIKES.get(mark, mark)) for mark in (*marks, *LOOK_ALIKES, *SYMBOLS)}
    return symbols, {**LOOK_ALIKES, APOSTROPHE: APOSTROPHE}


def _find_cues(passage: Passage) -> None:
    """The cues, and the sentences with the bits of all that stands in them."""
    plain, index = passage.plain, passage.index
    ends = [at + 1 for at, symbol in enumerate(plain) if symbol == SENTENCE_END]
    places = list(pairwise((0, *ends, len(plain))))
    passage.cues, told = find(passage.words, places, index)
    rates = [token for token, number in passage.claim_at.items() if is_per(passage.claims[number])]
    if rates:
        passage.cues.longer[RATE_CLASS] = [(token, 1) for token in rates]
    for (start, end), bits in zip(places, told, strict=True):
        bits |= sum([1 << ord(symbol) for symbol in set(plain[start:end])])
        bits |= index.bit(RATE_CLASS) if any(start <= token < end for token in rates) else 0
        figures = sum([start <= token < end for token in passage.claim_at])
        passage.sentences.append(Stretch(start, end, figures, bits | SEVERAL * (figures > 1)))


def _mark_fillers(passage: Passage) -> None:
    """Hedges and small words straight before a figure: "from a record low of about 5" is "from 5" to a pattern."""
    fillers = {at + i for at, length in passage.occurrences(FILLER_CLASS) for i in range(length)}
    for at in passage.claim_at:
        before = at - 1
        while before in fillers:
            passage.symbols[before] = FILLER
            before -= 1
    passage.plain = "".join(passage.symbols)


def _first(piece: Piece) -> int:
    return piece.first


def span_of(passage: Passage, first: int, last: int) -> Span:
    """The stretch of text from one token to another."""
    return Span(passage.span(first)[0], passage.span(last)[1])
