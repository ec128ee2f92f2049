"""From numbers to quantities: every number in a text with its money, unit, rate and hedge, as figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from figcheck.model import Figure, Quantity, Span
from figcheck.scan.draft import Draft
from figcheck.scan.hedge import EXACT, hedge_of
from figcheck.scan.join import join
from figcheck.scan.lexicon import Lexicon
from figcheck.scan.number import STEP, digits_at, mark_at, scales_at
from figcheck.scan.pounds import dollars_after, is_careless, symbol_before
from figcheck.scan.rounding import ONE, TENTH, boxes, loose_boxes, range_boxes
from figcheck.scan.share import as_many, finish_share, is_ratio, times, unit_start, word_before
from figcheck.scan.sign import below_zero, minus_word, signed
from figcheck.scan.sketch import Sketch
from figcheck.scan.spelled import spelled_at
from figcheck.scan.unit import glued, rate, spaced, take, unit_at
from figcheck.scan.words import scale_follows, whole_follows

MINUS = "-−–"
OPENINGS = " \u00a0\n(\"'“‘[~<>≈—/|+"
NAMES = "_#@\\^*"  # a number behind one of these is a name
CODES = "./:"


def quantities(sketch: Sketch, gaps: Iterable[tuple[int, int]], lexicon: Lexicon) -> list[Figure]:
    """The quantities in the stretches of a text that no date and no label has claimed."""
    text, drafts = sketch.text, list(_drafts(sketch, gaps, lexicon))
    for draft in drafts:
        draft.hedge = hedge_of(draft, text, lexicon)
    return [_figure(draft, text) for draft in join(drafts, text, lexicon)]


def _places(sketch: Sketch, lexicon: Lexicon) -> list[tuple[int, int, bool]]:
    """Where numbers may begin, each with its end and whether it is in digits."""
    text, seeds = sketch.text, lexicon.seeds
    places = [(start, end, True) for start, end in sketch.runs]
    for at, word in sketch.spots(seeds):
        end = at + len(word)
        if _is_word(text, at, end):
            places.append((at, end, False))
    places.sort()
    return places


def _is_word(text: str, at: int, end: int) -> bool:
    """Whether a number word is written as one: nothing glued to it, and its capitals in no odd place."""
    before, after = text[at - 1 : at], text[end : end + 1]
    if before.isalnum() or after.isalnum() or before == "_" or after == "_":
        return False
    word = text[at:end]
    return word.islower() or word.isupper() or word.istitle()


def _drafts(sketch: Sketch, gaps: Iterable[tuple[int, int]], lexicon: Lexicon) -> Iterator[Draft]:
    """One draft for each number between the claimed places, in order, never overlapping."""
    places = _places(sketch, lexicon)
    at = 0
    for begin, limit in gaps:
        cursor = begin
        while at < len(places) and places[at][0] < limit:
            start, end, is_digits = places[at]
            at += 1
            if start < begin < end and is_digits:
                start = begin  # half of it is claimed
            draft = _draft(sketch.text, (start, end, is_digits), (cursor, limit), lexicon) if start >= cursor else None
            if draft and draft.start >= cursor and not _is_tied(draft, sketch.text, lexicon):
                draft.end = min(draft.end, limit)  # "$5m Canadian0": the last word is part of a label
                cursor = max(end, draft.end)
                yield draft


def _is_tied(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether a hyphen ties a number into a name: "five-a-side", "a four-under-par 67", "thirty-something"."""
    return text[draft.end : draft.end + 1] == "-" and text.startswith(lexicon.tied, draft.end)


def _draft(text: str, place: tuple[int, int, bool], room: tuple[int, int], lexicon: Lexicon) -> Draft | None:
    """The number at one place, in digits or in words."""
    start, end, is_digits = place
    if is_digits:
        return _digits(text, start, room, lexicon)
    limit = room[1]
    draft = spelled_at(text, start, end, limit, lexicon)
    if draft:
        _finish(draft, text, limit, lexicon)
    return None if draft and draft.kind == "nothing" else draft


def _digits(text: str, start: int, room: tuple[int, int], lexicon: Lexicon) -> Draft | None:
    """The number at these digits with all that is around it; None when they are part of a name or a code."""
    taken, limit = room
    before = text[start - 1] if start else " "
    found = symbol_before(text, start, lexicon) if start else None
    if found and found[1] < taken:
        found = None  # "17 USD 25": the code is the other number's
    sign = start > 0 and _is_sign(text, start - 1, lexicon)
    if found is None and _is_name(text, start, before, sign, lexicon):
        return None
    if text[start] in lexicon.marks:
        draft: Draft | None = mark_at(text, start, lexicon)
    else:
        draft = digits_at(text, start, limit, lexicon)
    if draft is None or _is_code(text, start, draft.end, lexicon):
        return None
    if sign:
        found = symbol_before(text, start - 1, lexicon)
        draft.start = start - 1
    if found:
        draft.symbol = draft.start = found[1]
        sign = sign or (draft.start > 0 and _is_sign(text, draft.start - 1, lexicon))
    if not glued(draft, text, limit, lexicon):
        return None
    _finish(draft, text, limit, lexicon, found[0] if found else "")
    if found and is_careless(text, found[1], draft, lexicon):
        return None
    return signed(draft, text, start - 1) if sign else draft


def _is_sign(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a dash is a minus sign: glued to the number, and to nothing else."""
    if text[at] not in MINUS:
        return False
    if at == 0:
        return True
    previous = text[at - 1]
    return previous in OPENINGS or (previous in lexicon.symbol_ends and not previous.isalpha())


def _is_name(text: str, start: int, before: str, sign: bool, lexicon: Lexicon) -> bool:
    """Whether what stands right before the digits makes them a name or a code: "A350", "TPP-11", "v1.2", "#5"."""
    if before.isalpha() or (before in NAMES and not _is_bullet(text, start)):
        return True
    if start < 2:
        return False
    previous = text[start - 2]
    if before == "," and previous.isdigit() and text[start] == "0":
        return True  # "400,00 barrels" is a slip, and no barrels
    if before in CODES and (previous.isdigit() or (before == "." and previous.isalpha())):
        return before != ":" or not is_ratio(text, start, lexicon)
    if before in MINUS and not sign and previous.isalpha() and before == "-":
        word, at = word_before(text, start)
        if at > 0 and text[at - 1].isdigit() and _ends_number(text[at : start - 1], lexicon):
            return False  # "5k-20k", "$1.2bn-1.5bn", "20C-25C"
        return not lexicon.has("joiners.glue", word)
    return False


def _is_bullet(text: str, start: int) -> bool:
    """ "*12 months for theft": a star that opens a line."""
    return text[start - 1] == "*" and text[start - 2 : start - 1] in ("", "\n", "*")


def _ends_number(letters: str, lexicon: Lexicon) -> bool:
    """Whether letters glued to digits are a scale or a unit."""
    low = letters.lower()
    return low in lexicon.scales or low in lexicon.glued_scales or low in lexicon.units or letters in lexicon.glued


def _is_code(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether what follows the digits goes on as a code: "192.168.1.2", "10:30"; "a ratio of 20:1" does not."""
    following = text[end : end + 2]
    if len(following) < 2 or following[0] not in "./:" or not following[1].isdigit():
        return following[:1] == "_"
    return following[0] != ":" or not is_ratio(text, start, lexicon)


def _finish(draft: Draft, text: str, limit: int, lexicon: Lexicon, money: str = "") -> None:
    """Read on behind a number: scale word, unit or money, times, halves and rates."""
    if draft.style == "share":
        _finish_share(draft, text, limit, lexicon)
    if draft.kind in ("multiple", "share", "nothing"):
        return
    if draft.is_bare:
        if draft.scale == ONE and draft.style == "digits":
            _and_a_half(draft, text, lexicon)
            scales_at(draft, text, limit, lexicon)
            if money and draft.scale == ONE:
                _spaced_scale(draft, text, lexicon)
        if money:
            draft.kind, draft.unit = "money", money
            dollars_after(draft, text, lexicon)
        elif draft.end < limit:
            spaced(draft, text, limit, lexicon)
            if draft.kind == "money" and draft.scale == ONE:
                _scale_behind(draft, text, lexicon)
    if draft.is_bare and draft.scale == ONE:
        times(draft, text, lexicon)
    else:
        _and_a_half(draft, text, lexicon)
        rate(draft, text, limit, lexicon)
    if draft.style != "digits" or draft.symbol < 0 or draft.kind == "money":
        minus_word(draft, text, lexicon)
    if draft.unit in lexicon.language.units["temperatures"]["units"]:
        below_zero(draft, text, limit, lexicon)


def _spaced_scale(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """ "$5 m": a letter multiplies money after a space too."""
    found = STEP.match(text, draft.bare_end)
    scale = lexicon.glued_scales.get(found[1]) if found and text[draft.bare_end] == " " else None
    if found and scale and not lexicon.has("money-scales.letters", found[1]):
        draft.multiply(Decimal(scale))
        draft.end = draft.bare_end = found.end()


def _scale_behind(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """ "75 USD million": a scale word behind the code."""
    found = STEP.match(text, draft.end)
    scale = lexicon.scales.get(found[1]) if found and len(found[1]) > 3 else None
    if found and scale:
        draft.multiply(Decimal(scale))
        draft.end = draft.unit_end = found.end()


def _finish_share(draft: Draft, text: str, limit: int, lexicon: Lexicon) -> None:
    """A part may be of a scale word or of a unit: "three-quarters of a million", "half a mile", "3/4 inch"."""
    finish_share(draft, text, limit, lexicon)
    if draft.style != "share":
        return
    if as_many(text, draft.end, lexicon):
        draft.kind = draft.style = "multiple"
        return
    at = unit_start(draft, text, limit, lexicon)
    found = unit_at(text, at, limit, lexicon) if at >= 0 else None
    if found and found[0].kind in ("measure", "duration", "money", "percent", "points"):
        take(draft, text, found, lexicon)
        draft.style, draft.grain = "words", min(draft.grain, TENTH)
    else:
        draft.kind = "share"


def _and_a_half(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """ "An hour and a half", "two years and a quarter"."""
    letter = text[draft.end + 1 : draft.end + 2]
    if letter.isalpha() and letter not in lexicon.and_letters:
        return
    joiner = STEP.match(text, draft.end)
    if joiner is None or not lexicon.has("joiners.and", joiner[1].lower()):
        return
    article = STEP.match(text, joiner.end())
    found = STEP.match(text, article.end()) if article and article[1].lower() in lexicon.articles else None
    below = lexicon.fractions.get(found[1].lower(), 0) if found else 0
    if found is None or below not in (2, 4) or scale_follows(text, found.end(), len(text), lexicon):
        return
    if draft.is_bare and whole_follows(text, found.end(), len(text), lexicon):
        return  # "three million and a quarter of them"
    part, end = ONE / below, found.end()
    draft.value, draft.grain = draft.value + part * draft.scale, part * draft.scale
    draft.end = end
    if draft.is_bare:
        draft.bare_end = end
    else:
        draft.unit_end = end


def _figure(draft: Draft, text: str) -> Figure:
    """The finished figure, boxes and all."""
    value, upper, hedge = draft.value, draft.upper, draft.hedge
    if upper is None:
        tight, loose, widest = boxes(value, draft.grain, draft.kind, draft.unit, hedge)
    elif draft.is_range:
        tight, loose, widest = range_boxes(value, upper, (draft.grain, draft.upper_grain), hedge)
    else:
        tight, loose, widest = loose_boxes(value, upper, draft.style == "loose")
    return Figure(
        span=Span(draft.start, draft.end),
        surface=text[draft.start : draft.end],
        kind=draft.kind,
        quantity=Quantity(value, draft.unit, tight, loose, widest, upper),
        grain=draft.grain,
        digits=Span(*draft.digits),
        scale=draft.scale,
        hedge="" if hedge == EXACT else hedge,
    )
