"""Document to sentences, with exact offsets. A paragraph always ends the sentence.

"Mr. Hale met the U.S. envoy at No. 10 on Jan. 6 at 8 a.m." has five full stops
inside one sentence: the abbreviations come from the language, the rest is shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from figcheck.language import Language
from figcheck.model import Document, Sentence, Span
from figcheck.record import record

LONGEST = 6  # letters of the longest abbreviation without a stop, "messrs"


@record(eq=False)
class _Words:
    """The language's words about sentence ends, ready to be looked up."""

    never: frozenset[str]
    before_digit: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]


def segment(document: Document, language: Language) -> tuple[Sentence, ...]:
    """The sentences of all blocks in order, numbered through the document."""
    words = _words(language)
    found: list[Sentence] = []
    for block in document.blocks:
        cut = _lines if block.part == "table" else _sentences
        for span in cut(document.text, block.span.start, block.span.end, words):
            found.append(Sentence(span, block, len(found)))
    return tuple(found)


def _lines(text: str, start: int, end: int, words: _Words) -> Iterator[Span]:
    """Each row of a table stands for itself."""
    for line in re.finditer(r"\S[^\n]*(?<=\S)", text[start:end]):
        yield Span(start + line.start(), start + line.end())


def _sentences(text: str, start: int, end: int, words: _Words) -> Iterator[Span]:
    """Cut one paragraph wherever a sign that may end a sentence does."""
    begin = start
    for sign in _ending().finditer(text, start, end):
        if sign.lastgroup is None:  # a bullet or a heading ends what stands before it
            stop = sign.start()
        elif _ends(text, sign, begin, words):
            stop = sign.end("stop")
        else:
            continue
        span = _trimmed(text, begin, stop)
        if span:
            yield span
        begin = sign.end()
    span = _trimmed(text, begin, end)
    if span:
        yield span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without the spaces around it, unless nothing is left."""
    piece = text[start:end].rstrip()
    bare = piece.lstrip()
    return Span(start + len(piece) - len(bare), start + len(piece)) if bare else None


@cache
def _ending() -> re.Pattern[str]:
    """Signs that may end a sentence: a stop with its closing quotes and a space, a bullet in a line, a wiki heading.

    A row of stops is looked at from its first one only, or a page of them would be looked at from each.
    "day.The" lacks its space: two small letters before and a capital and small letter after it are asked for.
    """
    return re.compile(
        r"(?P<stop>[.!?…](?<![.!?…]{2})[.!?…]*[\"'”’»)\]]*)(?:\s+|(?<=[a-z]{2}[.?!])(?=[A-Z][a-z])|(?<=[a-z.][.?!][”\"])(?=[A-Z][a-z]))"
        r"|[*•▪◦](?<=\s[*•▪◦])(?=\s)|={2,}"
    )


def _ends(text: str, sign: re.Match[str], begin: int, words: _Words) -> bool:
    """Whether the stop ends its sentence, from the word before and the letter after."""
    after = text[sign.end() : sign.end() + 1]
    if after.islower() or after in (",", ";", ":", ""):
        return after == ""
    if text[sign.start()] != "." or sign["stop"] != ".":
        return True
    word = _last_word(text, begin, sign.start())
    if len(word) > LONGEST and "." not in word:
        return True
    low = word.lower()
    if low in words.never:
        return False
    if low in words.before_digit and after.isdigit():
        return False
    if not word:
        return True
    is_short = low in words.may_end and (word[0].isupper() or "." in word)  # "Mass." but "a landmass.", "5pm."
    if is_short or _is_initials(word):
        follower = _follower().match(text, sign.end())
        return follower is not None and follower[0].lower() in words.starters
    return True


def _last_word(text: str, begin: int, end: int) -> str:
    """The word before a stop, with the stops inside it: "U.S" or "a.m"."""
    at = end
    while at > begin and end - at < 12 and (text[at - 1].isalnum() or text[at - 1] == "."):
        at -= 1
    return text[at:end]


def _is_initials(word: str) -> bool:
    """Whether a word is a capital letter or several with stops: "J", "U.S"; but "I" ends sentences ("it was I")."""
    return all(len(piece) == 1 and piece.isupper() for piece in word.split(".")) and word != "I"


@cache
def _follower() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _words(language: Language) -> _Words:
    told = language.sections
    short = told.get("abbreviations", {})
    return _Words(
        never=frozenset(short.get("never", ())),
        before_digit=frozenset(short.get("before-digit", ())),
        may_end=frozenset(short.get("may-end", ())),
        starters=frozenset(short.get("starters", ())),
    )
