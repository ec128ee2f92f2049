"""Numbers that begin with a word: "two hundred", "a dozen", "tens of thousands", "half a million"."""

from __future__ import annotations

from decimal import Decimal

from figcheck.scan.draft import Draft
from figcheck.scan.lexicon import Lexicon
from figcheck.scan.number import STEP
from figcheck.scan.pounds import bracketed
from figcheck.scan.rounding import ONE, TENTH
from figcheck.scan.share import fraction_at, half_as_many, multiple_at, unit_start, word_after, word_before
from figcheck.scan.unit import unit_at
from figcheck.scan.words import spelled, words_at

DECADE = 10
QUARTER = Decimal("0.25")
HUNDRED = 100
PAIR = 4  # characters of "one " in "one to one"
LIST_REACH = 60  # characters back to the number before, in a list



def spelled_at(text: str, start: int, end: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """The number that this word begins, or that it belongs to; None when it counts nothing here."""
    word = text[start:end].lower()
    if word in lexicon.cardinals:
        return _cardinal(text, start, end, limit, lexicon)
    if word in lexicon.multiples and (word not in lexicon.fractions or start == 0 or lexicon.fractions[word] != 2):
        return multiple_at(text, start, end, lexicon)
    if word in lexicon.fractions:
        return _part(text, start, end, limit, lexicon)
    if word in lexicon.scales:
        return _scale(text, start, end, limit, lexicon)
    if word in lexicon.plurals:
        return _loose(text, start, end, limit, lexicon)
    return _single(text, start, end, limit, lexicon)


def _cardinal(text: str, start: int, end: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """A spelled number, unless a hyphen ties it to a name ("top-five") or "one" is a pronoun."""
    if start and text[start - 1] == "-" and not lexicon.has("joiners.glue", word_before(text, start)[0]):
        return None
    if text[start].isupper() and start and _is_named(text, start, lexicon):
        return None
    draft = words_at(text, start, end, limit, lexicon)
    if draft is None or draft.end != end:
        return draft if draft and _is_part(draft, text, lexicon) else None
    value = lexicon.cardinals[text[start:end].lower()]
    if value == 0:
        at = end + 1
        is_figure = unit_at(text, at, limit, lexicon) or lexicon.has("ranges.to", word_after(text, end))
        return draft if is_figure else None
    if value == 1 and _is_one_name(text, start, end, lexicon):
        return None
    return draft if value != 1 or _counts(text, start, end, lexicon) else None


def _is_named(text: str, start: int, lexicon: Lexicon) -> bool:
    """ "The Big Four", "the Group of Seven": both words with capitals."""
    word, begin = word_before(text, start)
    if lexicon.has("joiners.of", word):
        head, begin = word_before(text, begin)
        word = f"{head} {word}"
    return lexicon.has("tied.before", word) and text[begin].isupper()


def _is_part(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """ "One third of them" is a part; "one third seed" is not, nor is "one quarter" of a year."""
    surface = text[draft.start : draft.end]
    if draft.style != "share" or surface[-1] in "sS" or "-" in surface:
        return True
    following = word_after(text, draft.end)
    return lexicon.has("share.before", following) or (not following and draft.value != QUARTER)


def _counts(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "one" counts something: "one man", "one of the 12", "one in five"; not "the one" or "no one"."""
    following = word_after(text, end)
    unit = unit_at(text, end + 1, len(text), lexicon) if following else None
    before = word_before(text, start)[0]
    if lexicon.has("joiners.minus", before) or (unit and unit[0].kind != "duration"):
        return True
    is_joined = lexicon.has("share.connective-words", following) or lexicon.has("one.join", following)
    is_tied = text[end : end + 1] == "-"
    if is_tied and (found := unit_at(text, end + 1, len(text), lexicon)) and found[0].kind == "duration":
        return not lexicon.has("one.before-not", found[1])  # "a one-hour talk"; "a one-day match" has no length
    if lexicon.has("one.never" if is_joined else "one.after-not", before):
        return False
    if is_tied:
        step = STEP.match(text, end)
        return step is not None and not lexicon.has("one.before-not", step[1].lower())
    if not following:
        return text[end : end + 2] in (" $", " £") or text[end : end + 1] == "%"
    if lexicon.has("one.per", following):  # "one a day", "one every 20 minutes"
        period = unit_at(text, end + 2 + len(following), len(text), lexicon)
        if period and period[0].kind == "duration":
            return True
    if lexicon.has("one.list-before", following) and _ends_list(text, start, lexicon):
        return True
    if lexicon.has("one.of", following):
        return lexicon.has("one.of-what", word_after(text, end + 1 + len(following)))
    if is_joined:
        return _leads_to_number(text, end, lexicon)
    return not lexicon.has("one.before-not", following)


def _is_one_name(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """ "Air Force One left", "on One Nation": capitals within a sentence; "Blast Leaves One Dead" is a headline."""
    before, begin = word_before(text, start)
    if lexicon.has("one.pairs", text[max(0, begin - PAIR) : end].lower()):
        return True  # "a one-to-one talk"
    if not before or not text[start].isupper() or text[start:end].isupper():
        return False
    return not (text[begin].isupper() and text[end + 1 : end + 2].isupper())


def _ends_list(text: str, start: int, lexicon: Lexicon) -> bool:
    """ "Nine in Kent, seven in Essex and one in Surrey": the last of several, told by the comma or "and" before."""
    window = text[max(0, start - LIST_REACH) : start].rpartition(". ")[2].rstrip()
    words = window.lower().replace(",", " , ").split()
    if not words or not (words[-1] == "," or lexicon.has("one.list-after", words[-1])):
        return False
    return any(word in lexicon.cardinals or word.isdigit() for word in words[:-1])


def _leads_to_number(text: str, end: int, lexicon: Lexicon) -> bool:
    """ "One in five", "one out of 36", "one or two", "one for every 1,800": a number comes within three words."""
    for _ in range(3):
        found = STEP.match(text, end)
        if text[end + 1 : end + 2].isdigit():
            return True
        if found is None:
            return False
        word = found[1].lower()
        if word in lexicon.cardinals or word in lexicon.scales:
            return True
        if not (lexicon.has("share.connective-words", word) or lexicon.has("one.join", word)):
            return False
        end = found.end()
    return text[end + 1 : end + 2].isdigit()


def _scale(text: str, start: int, end: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """A scale word after an article or a vague word: "a dozen", "several hundred", "a couple of million"."""
    before, begin = word_before(text, start)
    if before in lexicon.articles:
        draft = spelled(text, begin, begin + len(before), 1, limit, lexicon)
        if draft and draft.scale > HUNDRED:
            draft.grain *= TENTH
        return draft if draft and draft.end >= end else None
    if lexicon.has("joiners.of", before):
        before, begin = word_before(text, begin)
    if before not in lexicon.vague:
        return _no_article(text, start, end, limit, lexicon)
    low, high = lexicon.vague[before]
    scale = Decimal(lexicon.scales[text[start:end].lower()])
    opener, opened = word_before(text, begin)
    draft = Draft(opened if opener in lexicon.articles else begin, end, Decimal(low), ONE, "vague")
    draft.upper = Decimal(high)
    draft.multiply(scale)
    while (found := STEP.match(text, draft.end, limit)) and found[1].lower() in lexicon.scales:
        draft.multiply(Decimal(lexicon.scales[found[1].lower()]))
        draft.end = draft.bare_end = found.end()
    return draft


def _no_article(text: str, start: int, end: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """ "Hundred thousand rupees": one scale on another is a number without its "a" too."""
    found = STEP.match(text, end, limit)
    if found is None or text[start - 1 : start] == "-" or lexicon.scales.get(found[1].lower(), 0) <= HUNDRED:
        return None
    draft = spelled(text, start, end, lexicon.scales[text[start:end].lower()], limit, lexicon)
    return draft if draft and draft.end >= found.end() else None


def _loose(text: str, start: int, end: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """ "Dozens", "hundreds of miles", "tens of thousands": at least so many, and up to ten times as many."""
    word = text[start:end].lower()
    if text[start].isupper() and text[start:end].istitle() and _is_title(text, start, lexicon):
        return None
    value = Decimal(lexicon.plurals[word])
    if lexicon.has("loose.single", word):
        return _score(text, start, end, value, lexicon)
    draft = Draft(start, end, value, value, "loose")
    draft.upper = value * DECADE
    while True:
        of = STEP.match(text, draft.end, limit)
        if of is None or not lexicon.has("joiners.of", of[1].lower()):
            break
        found = STEP.match(text, of.end(), limit)
        scale = lexicon.plurals.get(found[1].lower(), 0) if found else 0
        if found is None or scale < HUNDRED:
            break
        draft.multiply(Decimal(scale))
        draft.end = draft.bare_end = found.end()
    return _checked(draft, text, lexicon, limit)


def _score(text: str, start: int, end: int, value: Decimal, lexicon: Lexicon) -> Draft | None:
    """ "A score of boats": twenty of what is named in the plural right behind; "a score of 72" is a mark."""
    before, begin = word_before(text, start)
    of = word_after(text, end)
    counted = word_after(text, end + 1 + len(of))
    if before not in lexicon.articles or not lexicon.has("joiners.of", of):
        return None
    is_many = counted.endswith(tuple(lexicon.sets["loose.plural"])) and counted not in lexicon.cardinals
    return Draft(begin, end, value, ONE, "words") if is_many else None


def _is_title(text: str, start: int, lexicon: Lexicon) -> bool:
    """ "Mega Millions draw", "an episode of Billions": a capital where no sentence begins; headlines have many."""
    before, begin = word_before(text, start)
    return before != "" and (text[begin].islower() or lexicon.has("tied.before", before))


def _checked(draft: Draft, text: str, lexicon: Lexicon, limit: int) -> Draft | None:
    """ "Tens" and "scores" alone count nothing; "hundreds of miles" are miles; "the scores of 85" are marks."""
    surface = text[draft.start : draft.end].lower()
    of = STEP.match(text, draft.end, limit)
    is_of = of is not None and lexicon.has("joiners.of", of[1].lower())
    if lexicon.has("loose.alone-not", surface) and not (is_of and text[draft.end + 4 : draft.end + 5].isalpha()):
        return None
    draft.scale, draft.digits = ONE, (draft.start, draft.end)
    if of and is_of:
        found = unit_at(text, of.end() + 1, limit, lexicon)
        if found:
            draft.measure(found[0], found[2])
    return draft


def _part(text: str, start: int, end: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """A half, a third, a quarter: of something, of a million, of a mile, or as many again."""
    if draft := half_as_many(text, start, end, lexicon) or fraction_at(text, start, end, limit, lexicon):
        return draft
    below = lexicon.fractions[text[start:end].lower()]
    before, begin = word_before(text, start)
    is_opened = lexicon.has("share.openers", before)
    if below != 2 and not (is_opened and below == 4):
        return None
    draft = Draft(begin if is_opened else start, end, ONE / below, ONE / below, "share")
    at = unit_start(draft, text, limit, lexicon)
    found = unit_at(text, at, limit, lexicon) if at >= 0 else None
    if found is None or found[0].kind not in ("measure", "duration", "percent", "points", "money"):
        return None
    is_glued = at == end + 1
    is_long = found[0].factor != ONE and not (below == 2 and lexicon.has("share.not-before", found[1]))
    is_vague = is_glued and found[0].name in ("year", "second", "minute", "degree") and not is_long
    return None if is_vague else draft  # "half years" are of books; a half decade is five years


def _single(text: str, start: int, end: int, limit: int, lexicon: Lexicon) -> Draft | None:
    """ "More than a century", "an acre (0.4 hectares)", "a ton and a half": one of a unit, if its company says so."""
    before, begin = word_before(text, start)
    if before not in lexicon.articles or text[end : end + 1] == "-":
        return None
    draft = Draft(begin, begin + len(before), ONE, ONE, "words")
    joiner = STEP.match(text, end)
    is_measure = lexicon.has("measures.single", text[start:end].lower())
    if is_measure and bracketed(text, end):
        return draft
    if joiner and lexicon.has("joiners.and", joiner[1].lower()):
        following = STEP.match(text, joiner.end())
        is_number = text[joiner.end() + 1 : joiner.end() + 2].isdigit()
        word = following[1].lower() if following else ""
        if not is_measure and (is_number or word in lexicon.cardinals):
            return draft
        if following and word in lexicon.articles and _half_follows(text, following.end(), lexicon):
            return draft
    if is_measure:
        return None
    is_long = lexicon.has("durations.long", text[start:end].lower())
    if (is_long and lexicon.has("durations.ago", word_after(text, end))) or _is_dated(text, end, lexicon):
        return draft
    is_then = lexicon.has("rates.not-before", word_after(text, end))  # "12pc more than a year ago"
    return draft if not is_then and lexicon.has("durations.hedges", word_before(text, begin)[0]) else None


def _is_dated(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a date says when that was: "a century later, in 1994"."""
    later = STEP.match(text, end)
    if not later or not lexicon.has("durations.later", later[1].lower()) or text[later.end() : later.end() + 1] != ",":
        return False
    following = STEP.match(text, later.end() + 1)
    return following is not None and lexicon.has("durations.dated", following[1].lower())


def _half_follows(text: str, at: int, lexicon: Lexicon) -> bool:
    """ "An hour and a half"."""
    found = STEP.match(text, at)
    return found is not None and lexicon.fractions.get(found[1].lower(), 0) in (2, 4)
