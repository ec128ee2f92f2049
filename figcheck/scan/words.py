"""Numbers written out, of any length: "two hundred and forty-one", "two and a half million", "one twenty-fifth"."""

from __future__ import annotations

from decimal import Decimal

from figcheck.interval import ZERO
from figcheck.record import record
from figcheck.scan.draft import Draft
from figcheck.scan.lexicon import Lexicon
from figcheck.scan.number import HUNDRED, STEP, scale_behind
from figcheck.scan.rounding import ONE, TENTH


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
    is_closed: bool = False

    def step(self, text: str, limit: int, lexicon: Lexicon) -> bool:
        """Take the next word, if it carries the number on."""
        if self.share or self.is_closed:
            return False
        found = STEP.match(text, self.end, limit)
        if found is None:
            return False
        word = found[1].lower()
        if word in lexicon.cardinals:
            value, end = lexicon.cardinals[word], found.end()
            is_tens = 20 <= value < HUNDRED and not value % 10 and not self.total
            return (is_tens and self._denominator(value, text, end, limit, lexicon)) or self._cardinal(value, end)
        if len(word) > 2 and (scale := scale_behind(word, lexicon)):
            return self._scale(scale, found.end())
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

    def _denominator(self, tens: int, text: str, end: int, limit: int, lexicon: Lexicon) -> bool:
        """ "One twenty-fifth", "three sixty-fourths": what the parts are of takes two words."""
        found = STEP.match(text, end, limit)
        ones = lexicon.language.numerals["denominators"].get(found[1].lower(), 0) if found else 0
        return found is not None and ones > 0 and self._fraction(tens + ones, found[1], found.end(), text)

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
        part = part_at(text, end, limit, lexicon)
        if part:
            return self._mixed(part, text, limit, lexicon)
        word, following = found[1].lower(), STEP.match(text, found.end(), limit)
        after = following[1].lower() if following else ""
        value = lexicon.cardinals.get(word, 0)
        is_open = not self.group % HUNDRED and (self.group >= HUNDRED or self.last > HUNDRED)
        scale = lexicon.scales.get(after, 0)
        if not value or not is_open or scale == HUNDRED or (self.last and scale >= self.last):
            return False
        return self._cardinal(value, found.end())

    def _mixed(self, part: tuple[int, int, int], text: str, limit: int, lexicon: Lexicon) -> bool:
        """Close the group with a half, a quarter or three-quarters: of one, or of the scale word just said."""
        above, below, end = part
        if self.grain != ONE or not (self.group or self.last > HUNDRED):
            return False
        if not self.group:
            is_round = below in (2, 4) and not scale_follows(text, end, limit, lexicon)
            if not is_round or whole_follows(text, end, limit, lexicon):
                return False  # "a million and two thirds went", "one billion and a half million"
            self.total += Decimal(above) / below * self.last
            self.closed, self.is_closed = ONE / below * self.last, True
        else:
            self.group += Decimal(above) / below
            self.grain = ONE / below
        self.end = self.digits_end = end
        return True

    def _point(self, text: str, end: int, limit: int, lexicon: Lexicon) -> bool:
        """ "Five point five", "two point zero three", "nought point eleven", "two hundred point seventy-one"."""
        if self.grain != ONE:
            return False
        while found := STEP.match(text, end, limit):
            value = lexicon.cardinals.get(found[1].lower(), HUNDRED)
            tens = self.grain == TENTH * TENTH and self.group * HUNDRED % 10 == 0 and text[end] in "-‑"
            if value >= HUNDRED or (value > 9 and self.grain != ONE):
                break
            if not tens:
                self.grain *= TENTH if value <= 9 else TENTH * TENTH
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


def part_at(text: str, at: int, limit: int, lexicon: Lexicon) -> tuple[int, int, int] | None:
    """The part behind "and", of how many, and its end: "a half", "three-quarters", "fifty-four hundredths"."""
    found = STEP.match(text, at, limit)
    if found is None:
        return None
    word, end = found[1].lower(), found.end()
    if lexicon.fractions.get(word) == 2 and text[at] in "-‑":
        return 1, 2, end  # "two-and-half"
    above = 1 if word in lexicon.articles else lexicon.cardinals.get(word, 0)
    following = STEP.match(text, end, limit)
    if following and 20 <= above < HUNDRED and not above % 10:
        ones = lexicon.cardinals.get(following[1].lower(), HUNDRED)
        if 0 < ones < 10:
            above, following = above + ones, STEP.match(text, following.end(), limit)
    below = lexicon.fractions.get(following[1].lower(), 0) if following else 0
    return (above, below, following.end()) if following and 0 < above < below else None


def scale_follows(text: str, end: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a part is of a scale word: "and a half million" is 500,000, and no half of what went before."""
    found = STEP.match(text, end, limit)
    return found is not None and found[1].lower() in lexicon.scales


def whole_follows(text: str, end: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a part is of something named: "and a quarter of them"."""
    found = STEP.match(text, end, limit)
    return found is not None and lexicon.has("share.whole", found[1].lower())
