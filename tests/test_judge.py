"""Verdicts: what is silent, what is arguable, what contradicts; severities, workings, repairs and slips."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import language
from figcheck.expression import FUNCTIONS, parse
from figcheck.interval import INFINITY, Interval
from figcheck.judge import Context, judge
from figcheck.judge.working import spell
from figcheck.model import Check, Claim, Figure
from figcheck.rates import Rates
from figcheck.record import replace
from figcheck.rules import Rule
from tests.builders import figure, relation

CONTEXT = Context(date(2022, 12, 23), Rates.load(), language.load())


def rule(require: str, message: str = "{computed}", severity: str = "error", **more: object) -> Rule:
    return Rule("a-law", "a-relation", require, severity, message, "a reason", **more)  # type: ignore[arg-type]


PARTITION = rule("whole == sum(parts) + rest", derived=frozenset(["rest"]))
SHARE = rule("part == by * whole", "{part} of {whole} is {computed:by}, not {by}.")
CONVERSION = rule("given == same", "{given} is {computed}, not {same}.")
TOTAL = rule("whole == sum(parts)", "{parts} make {computed}, not {whole}.")


def ask(law: Rule, *roles: tuple[str, Figure], context: Context = CONTEXT, **more: object) -> Check:
    return judge(relation("a-relation", roles, **more), law, context)  # type: ignore[arg-type]


def severity(check: Check) -> str:
    return check.finding.severity if check.finding else check.verdict.outcome


def count(surface: str, loose: object = None, widest: object = None, **more: object) -> Figure:
    magnitude = "".join(sign for sign in surface if sign.isdigit())
    return figure(surface, magnitude, loose=loose, widest=widest, **more)  # type: ignore[arg-type]


def percent(surface: str, magnitude: str, grain: str = "1", **more: object) -> Figure:
    return figure(surface, magnitude, "percent", "percent", grain, **more)  # type: ignore[arg-type]


def money(surface: str, millions: str, unit: str, grain: str = "1", **more: object) -> Figure:
    value = str(Decimal(millions) * 1000000)
    return figure(surface, value, "money", unit, str(Decimal(grain) * 1000000), scale="1000000", **more)  # type: ignore[arg-type]


def measure(surface: str, magnitude: str, unit: str, grain: str = "1", **more: object) -> Figure:
    return figure(surface, magnitude, "measure", unit, grain, **more)  # type: ignore[arg-type]


ABOUT_50 = count("50,000", (47500, 52500), (45000, 55000), hedge="about")
ABOUT_60 = count("60,000", (57500, 62500), (55000, 65000), hedge="about")
FORTY = count("40,000", (38750, 41250), (35000, 45000))
THIRTY = count("30,000", (28750, 31250), (27500, 32500))
TEN = count("10,000", (9500, 10500), (9000, 11000))


# What is left over


def test_what_is_left_over_agrees():
    check = ask(PARTITION, ("whole", ABOUT_50), ("parts", FORTY), ("rest", TEN))
    assert (check.verdict.outcome, check.verdict.left, check.verdict.right) == ("agrees", 50000, 50000)
    assert check.finding is None


@pytest.mark.parametrize(
    ("whole", "part", "rest", "expected"),
    [
        (ABOUT_50, FORTY, count("15,000", (14750, 15250), (14000, 16000)), "warning"),
        (ABOUT_50, FORTY, count("20,000", (19000, 21000), (17500, 22500)), "warning"),
        (ABOUT_50, FORTY, count("1,000", (950, 1050), (900, 1100)), "warning"),
        (ABOUT_50, THIRTY, TEN, "error"),
        (ABOUT_60, FORTY, TEN, "warning"),
        (count("1,250", (1225, 1275), (1200, 1300)), count("730"), count("521"), "warning"),
        (count("45"), count("17"), count("32"), "error"),
    ],
)
def test_what_is_left_over_is_held_to_the_printed_arithmetic(whole, part, rest, expected):
    assert severity(ask(PARTITION, ("whole", whole), ("parts", part), ("rest", rest))) == expected


def test_visible_rounding_is_granted_to_what_is_left_over():
    """ "About 3.2m … 1.7m and the other 1.6m": three figures that were each rounded."""
    figures = [figure(f"{n}m", f"{n}e6", grain="100000", scale="1000000") for n in ("3.2", "1.7", "1.6")]
    check = ask(PARTITION, *zip(("whole", "parts", "rest"), figures, strict=True))
    assert severity(check) == "note"
    thirds = [percent(f"{n} per cent", str(n)) for n in (45, 30, 24)]
    law = rule("sum(shares) + rest == 1", derived=frozenset(["rest"]))
    assert severity(ask(law, ("shares", thirds[0]), ("shares", thirds[1]), ("rest", thirds[2]))) == "note"


def test_independent_terms_may_miss_their_total_by_their_rounding():
    parts = [money(f"£{n}bn", n, "GBP", "0.1") for n in ("1.2", "0.8", "0.3")]
    whole = money("£2.4bn", "2.4", "GBP", "0.1")
    assert ask(TOTAL, ("whole", whole), *(("parts", part) for part in parts)).verdict.outcome == "agrees"
    assert (
        severity(ask(TOTAL, ("whole", money("£2.7bn", "2.7", "GBP", "0.1")), *(("parts", part) for part in parts)))
        == "error"
    )


def test_a_working_is_a_sentence_to_read_aloud():
    wrong = count("15,000", (14750, 15250), (14000, 16000))
    found = ask(PARTITION, ("whole", ABOUT_50), ("parts", FORTY), ("rest", wrong)).finding
    assert found.working == "50,000 - 40,000 = 10,000, but the text says 15,000"
    assert (found.stated, found.expected) == ("15,000", "10,000")
    total = ask(TOTAL, ("whole", count("50")), ("parts", count("25")), ("parts", count("20"))).finding
    assert total.working == "25 + 20 = 45, but the text says 50"
    assert total.message == "25 and 20 make 45, not 50."


def test_a_message_opens_with_a_capital_and_lists_two_roles_in_one():
    law = rule("sum(shares) + rest == 1", "{shares+rest} do not make 100 per cent.")
    shares = [percent(f"{n} per cent", str(n)) for n in (45, 38)]
    half = figure("Half", "0.5", "share", digits=(0, 4))
    found = ask(law, ("shares", half), *(("shares", share) for share in shares), ("rest", shares[0])).finding
    assert found.message == "Half, 45 per cent, 38 per cent and 45 per cent do not make 100 per cent."
    low = rule("part == whole", "The {part} make {whole:run|runs}.")
    assert ask(low, ("part", figure("Four", "4")), ("whole", count("1"))).finding.message == "The four make 1 run."


def test_a_unit_before_its_noun_stands_alone_in_a_message():
    law = rule("one == other", "{one} is not {other}.")
    spire = figure("240-metre", "240", "measure", "meter")
    found = ask(law, ("one", spire), ("other", figure("300 metres", "300", "measure", "meter"))).finding
    assert found.message == "240 metres is not 300 metres."


def test_nothing_that_says_nothing_stands_in_a_working():
    found = ask(rule("left == 10 - 0 * made - down"), *zip(("left", "made", "down"), map(count, "683"), strict=True))
    assert found.finding.working == "10 - 3 = 7, but the text says 6"


def test_a_gap_is_the_larger_less_the_smaller():
    law = rule("by == max(mine, theirs) - min(mine, theirs)")
    found = ask(law, *zip(("by", "mine", "theirs"), map(count, ("9", "31", "38")), strict=True)).finding
    assert found.working == "38 - 31 = 7, but the text says 9"


def test_a_figure_that_may_be_any_of_a_range_has_no_repair():
    law = rule("mean == between(low, high)", "{mean} is outside.")
    found = ask(law, *zip(("mean", "low", "high"), map(count, ("71", "20", "60")), strict=True)).finding
    assert (found.repairs, found.expected, found.working) == ((), "", "a reason")


def test_there_is_a_repair_for_each_figure_and_none_is_blamed():
    wrong = count("15,000", (14750, 15250), (14000, 16000))
    found = ask(PARTITION, ("whole", ABOUT_50), ("parts", FORTY), ("rest", wrong)).finding
    assert [(repair.role, repair.old, repair.new) for repair in found.repairs] == [
        ("whole", "50,000", "55,000"),
        ("parts", "40,000", "35,000"),
        ("rest", "15,000", "10,000"),
    ]


def test_each_member_of_a_plural_role_has_its_repair():
    seventeen = figure("Seventeen", "17", digits=(0, 9))
    found = ask(TOTAL, ("whole", count("45")), ("parts", seventeen), ("parts", count("32"))).finding
    assert [repair.new for repair in found.repairs] == ["49", "13", "28"]


def test_no_repair_is_offered_that_does_not_mend():
    """No number of people is 62 per cent of 28: 17 is 60.7, 18 is 64.3."""
    found = ask(SHARE, ("part", count("13")), ("whole", count("28")), ("by", percent("62 per cent", "62"))).finding
    assert [(repair.role, repair.new) for repair in found.repairs] == [("by", "46 per cent"), ("whole", "21")]
    assert found.message == "13 of 28 is 46.4 per cent, not 62 per cent."


def test_a_sum_that_would_need_a_negative_part_has_no_repair_there():
    found = ask(TOTAL, ("whole", count("12")), ("parts", count("25")), ("parts", count("3"))).finding
    assert [(repair.old, repair.new) for repair in found.repairs] == [("12", "28"), ("25", "9")]


# Money of two currencies


POUNDS, DOLLARS = money("£83m", "83", "GBP"), money("$100m", "100", "USD", at=100)


def test_a_conversion_at_the_rate_of_the_day_agrees():
    assert ask(CONVERSION, ("given", POUNDS), ("same", DOLLARS)).verdict.outcome == "agrees"


@pytest.mark.parametrize(
    ("pounds", "dollars", "expected"),
    [
        (money("£63m", "63", "GBP"), DOLLARS, "error"),
        (money("£8.3m", "8.3", "GBP", "0.1"), DOLLARS, "error"),
        (POUNDS, money("$150m", "150", "USD"), "error"),
        (POUNDS, money("$108m", "108", "USD"), "warning"),
        (POUNDS, money("$105m", "105", "USD"), "agrees"),
        (POUNDS, money("$110m", "110", "USD"), "error"),
    ],
)
def test_an_implied_rate_far_from_the_window_is_wrong(pounds, dollars, expected):
    assert severity(ask(CONVERSION, ("given", pounds), ("same", dollars))) == expected


def test_the_rate_is_named_in_the_working():
    found = ask(CONVERSION, ("given", money("£63m", "63", "GBP")), ("same", DOLLARS)).finding
    assert found.message == "£63m is $77m, not $100m."
    assert "USD to the GBP" in found.working
    assert [(repair.old, repair.new) for repair in found.repairs] == [("£63m", "£82m"), ("$100m", "$77m")]


def test_without_a_date_only_an_impossible_rate_is_flagged():
    undated = Context(None, CONTEXT.rates, CONTEXT.language)
    assert ask(CONVERSION, ("given", POUNDS), ("same", money("$150m", "150", "USD")), context=undated).finding is None
    assert (
        severity(ask(CONVERSION, ("given", POUNDS), ("same", money("$300m", "300", "USD")), context=undated)) == "error"
    )


def test_no_rate_is_no_verdict_and_says_why():
    check = ask(CONVERSION, ("given", POUNDS), ("same", money("5m roubles", "5", "XXX")))
    assert check.verdict.outcome == "not judged"
    assert "XXX" in check.verdict.reason


def test_pence_and_pounds_need_no_rate():
    pence = figure("131.5p", "131.5", "money", "GBX", "0.1")
    assert ask(CONVERSION, ("given", pence), ("same", figure("£1.32", "1.32", "money", "GBP", "0.01"))).finding is None


# Units


def test_nine_miles_are_not_twenty_kilometers_but_thirty_are_fifty():
    twenty = measure("20km", "20", "kilometer", loose=(19, 21), widest=(17.5, 22.5))
    assert severity(ask(CONVERSION, ("given", measure("9 miles", "9", "mile")), ("same", twenty))) == "error"
    thirty = measure("30 miles", "30", "mile", loose=(28.75, 31.25), widest=(27.5, 32.5))
    fifty = measure("50km", "50", "kilometer", loose=(47.5, 52.5), widest=(45, 55))
    assert ask(CONVERSION, ("given", thirty), ("same", fifty)).verdict.outcome == "agrees"


def test_a_round_result_of_thousands_may_be_a_quarter_out():
    meters = measure("2,600 metres", "2600", "meter", loose=(2550, 2650), widest=(2550, 2650))
    feet = measure("10,000ft", "10000", "foot", at=20, loose=(9500, 10500), widest=(9000, 11000))
    assert severity(ask(CONVERSION, ("given", meters), ("same", feet))) == "warning"


def test_the_hedge_before_a_conversion_is_meant_for_both_sides():
    """ "More than 100 miles (160km)": 100 miles are 160.9km."""
    soft, hard = Interval(Decimal(100), Decimal(200), True), Interval(Decimal(100), INFINITY, True, True)
    hundred = measure("100 miles", "100", "mile", tight=soft, loose=soft, widest=hard, hedge="more than")
    assert ask(CONVERSION, ("given", hundred), ("same", measure("160km", "160", "kilometer"))).finding is None


def test_ranges_are_held_end_against_end():
    slow = measure("30 to 55 km/h", "30", "kilometer/hour", upper="55")
    assert (
        ask(CONVERSION, ("given", slow), ("same", measure("19 to 34 mph", "19", "mile/hour", upper="34"))).finding
        is None
    )
    wrong = measure("19 to 54 mph", "19", "mile/hour", upper="54")
    assert severity(ask(CONVERSION, ("given", slow), ("same", wrong))) == "error"


def test_miles_and_hours_are_not_judged():
    check = ask(
        CONVERSION, ("given", measure("10 miles", "10", "mile")), ("same", figure("3 hours", "3", "duration", "hour"))
    )
    assert check.verdict.outcome == "not judged"
    assert "measure different things" in check.verdict.reason


def test_a_difference_of_temperatures_has_its_own_law():
    law = rule("delta(given) == delta(same)", "{given} is {computed}, not {same}.")
    warming = measure("1.5C", "1.5", "celsius", "0.1")
    assert ask(law, ("given", warming), ("same", measure("2.7F", "2.7", "fahrenheit", "0.1"))).finding is None
    found = ask(law, ("given", warming), ("same", measure("34.7F", "34.7", "fahrenheit", "0.1"))).finding
    assert (found.severity, found.message) == ("error", "1.5C is 2.7F, not 34.7F.")


# Hedges, bounds and readings


def test_a_one_sided_hedge_is_the_writers_own_comparison():
    """ "Almost doubled to 2,500 from 1,200" is more than doubled."""
    law = rule("to == from * by", "{computed:by}")
    soft, hard = Interval(Decimal("1.8"), Decimal(2), False, True), Interval(Decimal("1.67"), Decimal(2), True, True)
    doubled = figure("doubled", "2", "multiple", tight=soft, loose=soft, widest=hard, hedge="nearly")
    to = count("2,500", (2450, 2550), (2250, 2750))
    check = ask(law, ("to", to), ("from", count("1,200", (1150, 1250), (1150, 1250))), ("by", doubled))
    assert severity(check) == "warning"


def test_a_part_larger_than_its_whole_is_an_error():
    law = rule("part <= whole", "{part} cannot be part of {whole}.")
    found = ask(law, ("part", count("23")), ("whole", count("19"))).finding
    assert (found.severity, found.working, found.repairs) == ("error", "23 is more than 19", ())
    assert ask(law, ("part", count("19")), ("whole", count("19"))).finding is None


def test_the_largest_part_is_named_as_it_is_printed():
    law = rule("max(parts) <= whole", "{parts} cannot be part of {whole}.")
    parts = [("parts", figure("19 cents", "19", "money", "USX")), ("parts", money("$8bn", "8000", "USD", "1000"))]
    found = ask(law, *parts, ("whole", money("$2bn", "2000", "USD", "1000"))).finding
    assert found.working == "$8bn is more than $2bn"


def test_a_charitable_reading_softens_and_is_named():
    law = rule("to == from * (1 + by)", reading_sources=(("points meant", "to - from == by"),))
    roles = [("from", percent("6%", "6")), ("to", percent("8%", "8")), ("by", percent("2%", "2"))]
    check = ask(law, *roles)
    assert severity(check) == "warning"
    assert check.verdict.reason == "points meant"
    assert "points meant" in check.finding.working


def test_an_excuse_settles_the_matter():
    law = rule("to == from * (1 + by)", excuse_sources=(("points meant", "to - from == by"),))
    roles = [("from", percent("6%", "6")), ("to", percent("8%", "8")), ("by", percent("2%", "2"))]
    check = ask(law, *roles)
    assert (check.verdict.outcome, check.verdict.reason, check.finding) == ("agrees", "points meant", None)


# Scope and severity


WRONG = (("whole", count("45")), ("parts", count("17")), ("parts", count("32")))


@pytest.mark.parametrize("scope", ["negated", "hypothetical", "corrected"])
def test_what_the_text_does_not_claim_is_not_judged(scope):
    check = ask(TOTAL, *WRONG, scope=[scope])
    assert check.verdict.outcome == "not judged"
    assert scope in check.verdict.reason


def test_a_bracket_must_convert_even_in_a_hypothetical_sentence():
    roles = (("given", money("£63m", "63", "GBP")), ("same", DOLLARS))
    assert severity(ask(CONVERSION, *roles, scope=["hypothetical"])) == "error"
    assert severity(ask(CONVERSION, *roles, scope=["corrected"])) == "not judged"


def test_quotations_and_guessed_links_are_a_step_lower():
    assert severity(ask(TOTAL, *WRONG)) == "error"
    assert severity(ask(TOTAL, *WRONG, scope=["quoted"])) == "warning"
    assert severity(ask(TOTAL, *WRONG, basis="inferred")) == "warning"
    assert severity(ask(TOTAL, *WRONG, basis="inferred", scope=["quoted"])) == "note"


def test_strain_is_above_one_just_where_nothing_explains_the_difference():
    contradiction = ask(PARTITION, ("whole", ABOUT_50), ("parts", THIRTY), ("rest", TEN)).verdict
    assert contradiction.outcome == "contradicts"
    assert contradiction.strain > 1
    arguable = ask(PARTITION, ("whole", ABOUT_60), ("parts", FORTY), ("rest", TEN)).verdict
    assert arguable.outcome == "arguable"
    assert arguable.strain <= 1


def test_a_law_with_an_empty_role_is_not_judged():
    assert ask(PARTITION, ("whole", ABOUT_50), ("parts", FORTY)).verdict.outcome == "not judged"


# Slips


def test_a_power_of_ten_is_named():
    check = ask(CONVERSION, ("given", money("£8.3m", "8.3", "GBP", "0.1")), ("same", DOLLARS))
    assert check.finding.diagnosis == "out by a factor of 10"


def test_changed_places_are_named():
    check = ask(TOTAL, ("whole", count("54")), ("parts", count("25")), ("parts", count("20")))
    assert check.finding.diagnosis == "two digits changed places"


def test_an_inverted_factor_is_named():
    check = ask(
        CONVERSION, ("given", measure("20 miles", "20", "mile")), ("same", measure("12km", "12", "kilometer", at=9))
    )
    assert "reverse" in check.finding.diagnosis


def test_a_neighbour_unit_is_named():
    """ "8,200 miles" were nautical ones."""
    far = measure("15,200 km", "15200", "kilometer", loose=(15150, 15250))
    check = ask(CONVERSION, ("given", far), ("same", measure("8,210 miles", "8210", "mile", at=12)))
    assert "nautical" in check.finding.diagnosis


def test_the_rules_own_slip_comes_first():
    law = rule("to == from * (1 + by)", slip_sources=(("the new value as a percentage of the old", "to == from * by"),))
    check = ask(law, ("from", count("100")), ("to", count("250")), ("by", percent("250%", "250")))
    assert check.finding.diagnosis == "the new value as a percentage of the old"


# Fingerprints, symmetry, scale


def test_a_fingerprint_follows_the_figures_and_not_their_place():
    first = ask(TOTAL, *WRONG).finding
    moved = [(role, replace(one, span=replace(one.span, start=900, end=909))) for role, one in WRONG]
    assert ask(TOTAL, *moved).finding.fingerprint == first.fingerprint
    other = (("whole", count("46")), *WRONG[1:])
    assert ask(TOTAL, *other).finding.fingerprint != first.fingerprint


amounts = st.integers(min_value=1, max_value=900)


@given(amounts, amounts)
def test_the_order_of_a_bracket_leaves_the_verdict(miles, kilometers):
    one, other = measure(f"{miles} miles", str(miles), "mile"), measure(f"{kilometers}km", str(kilometers), "kilometer")
    there = ask(CONVERSION, ("given", one), ("same", other)).verdict.outcome
    back = ask(CONVERSION, ("given", other), ("same", one)).verdict.outcome
    assert there == back


@given(amounts, amounts, amounts, st.sampled_from([10, 1000]))
def test_ten_times_everything_leaves_the_verdict(whole, part, rest, factor):
    def outcome(by: int) -> str:
        roles = zip(("whole", "parts", "rest"), (whole, part, rest), strict=True)
        made = [(role, figure(f"{n * by}m", str(n * by), "money", "GBP", str(by), scale=str(by))) for role, n in roles]
        return ask(PARTITION, *made).verdict.outcome

    assert outcome(factor) == outcome(factor * 10)


@given(amounts, amounts, amounts)
def test_every_repair_mends(whole, part, rest):
    roles = {"whole": whole, "parts": part, "rest": rest}
    check = ask(PARTITION, *((role, count(str(number))) for role, number in roles.items()))
    for repair in check.finding.repairs if check.finding else ():
        mended = roles | {repair.role: int(repair.new.replace(",", ""))}
        assert mended["whole"] == mended["parts"] + mended["rest"]


# The words


EXAMPLES = language.examples()["working"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["law"] for example in EXAMPLES])
def test_the_words_of_a_working(example):
    words = language.load().working
    assert spell(parse(example["law"]).right, example["figures"], words) in example["working"]


def test_every_scope_and_function_has_its_words():
    words = language.load().working
    assert set(words["reasons"]) >= {"negated", "hypothetical", "corrected", "impossible"}
    assert set(words["comparisons"]) == {"<", "<=", ">", ">=", "!="}
    assert set(words["functions"]) == set(FUNCTIONS) - {"sum", "count", "delta"}


def test_a_claims_noun_is_part_of_its_fingerprint():
    made = relation("a-relation", WRONG, counted="member")
    assert judge(made, TOTAL, CONTEXT).finding.fingerprint != ask(TOTAL, *WRONG).finding.fingerprint
    assert isinstance(made.roles[0][1], Claim)
