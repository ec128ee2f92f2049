"""Words of money with more than one meaning: pounds of weight, pesos of nine countries, dollars of a named one."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from figcheck.scan.draft import Draft
from figcheck.scan.lexicon import Lexicon, Unit

NEAR = 40  # characters looked back for words of weight
BRACKET = 24  # characters of a bracket looked into
AROUND = 1500  # characters to each side in which a country is looked for


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+['’]?")


@cache
def _country() -> re.Pattern[str]:
    return re.compile(r"[A-Z]\.[A-Z]\.|[A-Za-z]+")


def bracketed(text: str, end: int) -> tuple[str, ...]:
    """The words behind the number in a bracket right behind a figure: "kg" of "2.2 pounds (1 kg)", "million kg"."""
    found = _bracket().match(text, end)
    return tuple(found[1].split()[:2]) if found else ()


def before_bracket(text: str, start: int) -> tuple[str, ...]:
    """The word right before the bracket in which a figure stands first: "ft" of "30,000ft (about 9,000m)"."""
    opening = text.rfind("(", max(0, start - BRACKET), start)
    if opening < 0 or any(sign.isdigit() or sign == ")" for sign in text[opening:start]):
        return ()
    words = _word().findall(text[max(0, opening - BRACKET) : opening])
    return (words[-1],) if words and text[max(0, opening - BRACKET) : opening].rstrip().endswith(words[-1]) else ()


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r" ?\([^()\d\n]{0,20}\d[\d.,/ -]*([^\W\d_]+(?: [^\W\d_]+)?)")


def weigh_pounds(draft: Draft, text: str, end: int, lexicon: Lexicon) -> Unit:
    """Money or weight: "lost 20 pounds", "a 200-pound man", "five pounds of flour" against "20 pounds in the tin"."""
    pounds = lexicon.language.units["pounds"]
    weight, money = Unit("measure", pounds["weight"]), Unit("money", pounds["currency"])
    before = text[max(0, draft.start - NEAR) : draft.start].lower().split()
    if any(lexicon.has("pounds.before", word) for word in before):
        return weight
    if text[end : end + 2] == " (" and lexicon.has("pounds.money-brackets", text[end + 2 : end + 3]):
        return money
    if text[draft.bare_end : draft.bare_end + 1] == "-":
        described = _word().match(text, end + 1)
        return money if described and lexicon.has("pounds.coins", described[0].lower()) else weight
    beside = (*bracketed(text, end), *before_bracket(text, draft.start))
    if any(lexicon.has("pounds.brackets", word) for word in beside):
        return weight
    following = _word().match(text, end + 1)
    if following and lexicon.has("pounds.after", following[0].lower()):
        stuff = _word().match(text, following.end() + 1)
        is_money = stuff is not None and lexicon.has("pounds.not-after-of", stuff[0].lower())
        return money if is_money else weight
    if draft.scale > 1 or any(sign in _around(text, draft) for sign in pounds["money"]):
        return money
    return weight


def _around(text: str, draft: Draft) -> str:
    """The paragraph near a figure; bounded, so that a text without end stays fast."""
    return text[max(0, draft.start - AROUND) : draft.end + AROUND]


def shared_money(phrase: str, unit: Unit, draft: Draft, text: str, lexicon: Lexicon) -> Unit:
    """The country that the paragraph names beside a shared name: "20m pesos" in a paragraph that says "Chilean"."""
    lent, near = lexicon.language.vocabulary, _around(text, draft)
    codes = set(lent.get("shared", {}).get(phrase, ()))
    found = sorted(
        {
            code
            for name, code in lent["currencies"].items()
            if code in codes and (adjective := name.partition(" ")[0]) != name and adjective.capitalize() in near
        }
    )
    return Unit("money", found[0]) if len(found) == 1 else unit


def symbol_before(text: str, at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The money sign or code that ends at `at`, and where it begins: "US$", "A$", "EUR ", "Rs "."""
    last = text[at - 1]
    if last not in lexicon.symbol_ends or (last in " \u00a0" and text[at - 2 : at - 1] not in lexicon.symbol_ends):
        return None
    window = text[max(0, at - 6) : at].replace("\u00a0", " ")
    for size in range(len(window), 0, -1):
        code = lexicon.symbols.get(window[-size:])
        if code is None:
            continue
        begin = at - size
        if window[-size].isalpha() and begin and (text[begin - 1].isalnum() or text[begin - 1] in "-_&/."):
            continue
        return code, begin
    return None


def is_careless(text: str, begin: int, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether letters that could be a name stand before digits that look like one: "PS5", "R2", not "PS8.1bn"."""
    if text[begin : draft.digits[0]].strip() not in lexicon.careful:
        return False
    if text[draft.digits[1] : draft.bare_end] in lexicon.money_scales and draft.grain == draft.scale:
        return True  # "the R1T truck"
    return draft.scale == 1 and draft.grain == 1 and draft.digits[1] - draft.digits[0] < 5


def dollars_after(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """Whose dollars they are, said behind them: "$31.20 US a barrel", "$5m Canadian"; "a $5m Canadian firm" is not."""
    at = draft.end
    if text[at : at + 1] != " ":
        return
    again = _word().match(text, at + 1)
    name = lexicon.units.get(again[0].lower()) if again else None
    if again and name and name.name == draft.unit:
        draft.end = again.end()  # "$600 billion dollars"
        return
    found = _country().match(text, at + 1)
    dollars = lexicon.language.units["dollars"]
    code = dollars.get(found[0]) if found else None
    if found is None or code is None or code == dollars["symbol"]:
        return
    following = _word().match(text, found.end() + 1)
    word = following[0].lower() if following and text[found.end()] == " " else ""
    if not word or lexicon.has("rates.per", word) or lexicon.has("ranges.clause-ends", word):
        draft.unit, draft.end = code, found.end()


def hundredths(draft: Draft, other: Draft, text: str) -> bool:
    """ "15 dollars 50": two digits that end their clause are the cents of the money before them."""
    if draft.kind != "money" or draft.symbol >= 0 or draft.scale != 1 or not other.is_count:
        return False
    return 9 < other.value < 100 and other.grain == 1 and text[other.end : other.end + 1] in ("", ".", ",", ";", ")")


def small_change(draft: Draft, other: Draft) -> bool:
    """Whether two amounts are one: "5 dollars and 20 cents"."""
    pairs = {("USD", "USX"), ("GBP", "GBX")}
    return (draft.unit, other.unit) in pairs and draft.scale == 1 and other.value < Decimal(100)
