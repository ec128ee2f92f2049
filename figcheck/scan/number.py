"""Numbers as printed: digits with their groups and decimals, number words of any length, scale words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from figcheck.interval import ZERO
from figcheck.record import record
from figcheck.scan.draft import Draft
from figcheck.scan.lexicon import Lexicon
from figcheck.scan.rounding import ONE, TENTH, grain_of

LONGEST = 30  # digits; more than that is a code, not an amount
HUNDRED = 100
# "Half a million" is known to a tenth of the million, "six and a half" to the half.
SPACES = " \u00a0\u202f\u2009\n"
# One word on: "two hundred", "twenty-one", "fifty - two".
STEP = re.compile(r"(?:[ \u00a0\u202f\n]{1,2}|[ ]?[-‑][ ]?)([A-Za-z]+)(?![A-Za-z0-9])")


@cache
def digit_runs() -> re.Pattern[str]:
    """Digits, or a fraction in one sign; everything else is asked only there."""
    return re.compile(r"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒]+")


@cache
def grouped() -> re.Pattern[str]:
    """Digits with groups of three (or of two, as in India) and decimals, from the first digit on."""
    return re.compile(
        r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,7}(?![0-9])|[0-9]{1,2}(?:,[0-9]{2}){1,9},[0-9]{3}(?![0-9])"
        r"|[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3}){1,7}(?!,?[0-9])|[0-9]+)(?:\.[0-9]+(?!\.?[0-9]))?"
    )


@cache
def fraction() -> re.Pattern[str]:
    """ "1/16" or "1⁄32", after "2 " a mixed number: "2 1/2", "7-1/2"."""
    return re.compile(r"([0-9]{1,4})[/⁄]([0-9]{1,4})(?![0-9/⁄]|-[0-9])")


@cache
def power() -> re.Pattern[str]:
    """Powers of ten behind digits: "1.99×10−30", "1.3x10^6", "1.3e6"."""
    return re.compile(r"(?:[ ]?[×x][ ]?10\^?([-−–+]?[0-9]{1,3})|[eE]([-+]?[0-9]{1,3}))(?![0-9A-Za-z.])")


def digits_at(text: str, start: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """The number whose digits begin at `start`; None when it is part of a name, a code or a list of codes."""
    if start and text[start - 1] == "." and not (start > 1 and text[start - 2].isalnum()):
        return _decimal_only(text, start, limit, lexicon)
    found = grouped().match(text, start, limit)
    if found is None or found.end() - start > LONGEST:
        return None
    end = found.end()
    printed = found[0]
    for space in SPACES:
        printed = printed.replace(space, "")
    draft = Draft(start, end, Decimal(printed.replace(",", "")), grain_of(printed), "digits")
    if end < limit:
        _extend(draft, text, limit, lexicon)
    return draft


def _decimal_only(text: str, start: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """".001 per cent": the point begins the number."""
    found = digit_runs().match(text, start, limit)
    if found is None or found.end() - start > LONGEST:
        return None
    printed = "0." + found[0].rstrip("".join(lexicon.marks))  # ".5½": the half is left out
    return Draft(start - 1, start - 2 + len(printed), Decimal(printed), grain_of(printed), "digits")


def _extend(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> None:
    """Fractions and powers right behind the digits: "1/16", "2 1/2", "1½", "1.99×10−30"."""
    end = draft.end
    following = text[end]
    if following in lexicon.marks:
        above, below = lexicon.marks[following]
        _add(draft, Decimal(above) / below, ONE / below, end + 1)
    elif following in "/⁄":
        found = fraction().match(text, draft.start, limit)
        if found and 0 < int(found[1]) < int(found[2]):
            draft.value, draft.style = draft.value / int(found[2]), "share"
            draft.grain = ONE / int(found[2])
            _close(draft, found.end())
    elif following in " -":
        found = fraction().match(text, end + 1, limit)
        if found and 0 < int(found[1]) < int(found[2]) <= HUNDRED and draft.grain == ONE:
            _add(draft, Decimal(found[1]) / int(found[2]), ONE / int(found[2]), found.end())
    if following in "×xeE ":
        found = power().match(text, end, limit)
        if found:
            exponent = (found[1] or found[2]).replace("−", "-").replace("–", "-")
            draft.multiply(ONE.scaleb(int(exponent)))
            draft.scale = ONE
            _close(draft, found.end())


def _add(draft: Draft, value: Decimal, grain: Decimal, end: int) -> None:
    """Add "and a half" or its like, which then is the last place known."""
    draft.value += value
    draft.grain = grain
    _close(draft, end)


def _close(draft: Draft, end: int) -> None:
    """Let the bare number end at `end`."""
    draft.end = draft.bare_end = end
    draft.digits = (draft.digits[0], end)


def mark_at(text: str, at: int, lexicon: Lexicon) -> Draft:
    """A lone "½"."""
    above, below = lexicon.marks[text[at]]
    return Draft(at, at + 1, Decimal(above) / below, ONE / below, "share")


def scales_at(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> None:
    """Scale words in full behind a number: "2.5 million", "3 lakh crore", "1.8 billion-mile"."""
    end = draft.bare_end
    while end < limit and text[end] in " \u00a0\u202f\u2009-\n":
        found = STEP.match(text, end, limit)
        scale = lexicon.scales.get(found[1].lower()) if found else None
        if found is None or scale is None:
            break
        draft.multiply(Decimal(scale))
        end = found.end()
        draft.end = draft.bare_end = end


def words_at(text: str, start: int, end: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """The number spelled out from the cardinal at `start` on: "two hundred and forty-one", "two and a half million"."""
    first = lexicon.cardinals[text[start:end].lower()]
    return spelled(text, start, end, first, limit, lexicon)


def spelled(text: str, start: int, end: int, first: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """Number words behind one that is already read; "a hundred" comes in with 1 and the end of the article."""
    reading = _Words(Decimal(first), start, end, end)
    while reading.step(text, limit, lexicon):
        pass
    return reading.draft()


@record(frozen=False, eq=False)
class _Words:
    """Number words summed up so far: `total` of closed groups, and the group still open."""

    group: Decimal
    start: int
    end: int
    digits_end: int
    total: Decimal = ZERO
    last: int = 0
    scaled: Decimal = ONE
    grain: Decimal = ONE
    closed: Decimal = ONE
    share: bool = False

    def step(self, text: str, limit: int, lexicon: Lexicon) -> bool:
        """Take the next word, if it carries the number on."""
        if self.share:
            return False
        found = STEP.match(text, self.end, limit)
        if found is None:
            return False
        word = found[1].lower()
        if word in lexicon.cardinals:
            return self._cardinal(lexicon.cardinals[word], found.end())
        if word in lexicon.scales and len(word) > 2:
            return self._scale(lexicon.scales[word], found.end())
        if word in lexicon.fractions:
            return self._fraction(lexicon.fractions[word], word, found.end(), text)
        if lexicon.has("joiners.and", word):
            return self._and(text, found.end(), limit, lexicon)
        if lexicon.has("joiners.point", word):
            return self._point(text, found.end(), limit, lexicon)
        return False

    def _cardinal(self, value: int, end: int) -> bool:
        """ "Twenty-one", "two hundred forty", "two thousand five"; "one two" is two numbers."""
        tens = self.group % HUNDRED
        if not 0 < value < HUNDRED or self.grain != ONE:
            return False
        if (20 <= tens < HUNDRED and not tens % 10 and value < 10) or (not tens and (self.group or self.last)):
            self.group += value
        else:
            return False
        self.end = self.digits_end = end
        return True

    def _scale(self, scale: int, end: int) -> bool:
        """A scale word multiplies the open group, and closes it from a thousand on."""
        if not self.group or (self.last and scale >= self.last and scale != HUNDRED):
            return self._again(scale, end)
        if scale in (HUNDRED, 12):
            if self.group >= HUNDRED and scale == HUNDRED:
                return False
            self.group *= scale
            self.grain *= scale if self.grain != ONE else 1
        else:
            if not self.total and self.scaled == ONE:
                self.digits_end = self.end
                self.scaled = Decimal(scale)
            self.total += self.group * scale
            self.closed = self.grain * scale
            self.group, self.last = Decimal(0), scale
        self.end = end
        return True

    def _again(self, scale: int, end: int) -> bool:
        """ "Three lakh crore", "a thousand million": one scale on another."""
        if self.group or not self.last:
            return False
        self.total *= scale
        self.closed *= scale
        self.scaled *= scale
        self.end = end
        return True

    def _fraction(self, below: int, word: str, end: int, text: str) -> bool:
        """ "Two-thirds", "one fifth"; but "two fifth-graders", "one third-party site"."""
        plural = word.endswith("s")
        if self.total or plural != (self.group != 1) or self.group >= below or text[end : end + 1] == "-":
            return False
        self.group /= below
        self.grain = ONE / below
        self.share = True
        self.end = self.digits_end = end
        return True

    def _and(self, text: str, end: int, limit: int, lexicon: Lexicon) -> bool:
        """ "Two hundred and forty", "two and a half"; not "between one thousand and two thousand"."""
        found = STEP.match(text, end, limit)
        if found is None:
            return False
        word, following = found[1].lower(), STEP.match(text, found.end(), limit)
        after = following[1].lower() if following else ""
        above = 1 if word in lexicon.articles else lexicon.cardinals.get(word, 0)
        if above and following and after in lexicon.fractions and lexicon.fractions[after] > above:
            return self._mixed(above, lexicon.fractions[after], following.end())
        value = lexicon.cardinals.get(word, 0)
        is_open = not self.group % HUNDRED and (self.group >= HUNDRED or self.last > HUNDRED)
        scale = lexicon.scales.get(after, 0)
        if not value or not is_open or scale == HUNDRED or (self.last and scale >= self.last):
            return False
        return self._cardinal(value, found.end())

    def _mixed(self, above: int, below: int, end: int) -> bool:
        """Close the group with a half, a quarter or three-quarters."""
        if not self.group or self.grain != ONE:
            return False
        self.group += Decimal(above) / below
        self.grain = ONE / below
        self.end = self.digits_end = end
        return True

    def _point(self, text: str, end: int, limit: int, lexicon: Lexicon) -> bool:
        """ "Five point five", "two point zero three"."""
        if self.grain != ONE:
            return False
        while found := STEP.match(text, end, limit):
            value = lexicon.cardinals.get(found[1].lower(), HUNDRED)
            if value > 9:
                break
            self.grain *= TENTH
            self.group += value * self.grain
            self.end = self.digits_end = end = found.end()
        return self.grain != ONE

    def draft(self) -> Draft:
        """The number read."""
        is_closed = bool(self.total) and not self.group
        grain = self.closed if is_closed else self.grain
        draft = Draft(self.start, self.end, self.total + self.group, grain, "share" if self.share else "words")
        if is_closed and self.closed >= self.scaled * self.grain:
            draft.scale = self.scaled
            draft.digits = (self.start, self.digits_end)
        return draft
