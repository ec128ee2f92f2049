"""What a figure counts, what each of it belongs to, and in what scope it is said."""

from __future__ import annotations

import time

import pytest

from figcheck import language, pipeline
from figcheck.describe.noun import nouns
from figcheck.model import Claim, Document

ENGLISH = language.load()


def claims(text: str) -> tuple[Claim, ...]:
    return pipeline.extract(Document("test", text, ())).claims


def one(text: str, surface: str) -> Claim:
    return next(claim for claim in claims(text) if surface in claim.figure.surface)


@pytest.mark.parametrize(
    ("text", "surface", "counted", "modifiers"),
    [
        ("Some 50,000 Wessex archers stayed.", "50,000", "archer", ("wessex",)),
        ("It lost 50 women soldiers.", "50", "soldier", ("women",)),
        ("They sent 30 arms shipments.", "30", "shipment", ("arms",)),
        ("He met 300 of its staff.", "300", "staff", ()),
        ("A nine-member court sat.", "nine", "member", ()),
        ("One guard fell.", "One", "guard", ()),
        ("There were 120 MPs.", "120", "mp", ()),
        ("It left 12 dead.", "12", "dead", ()),
        ("Two of Hale’s children sang.", "Two", "child", ("hale's",)),
        ("Another 40 more homes burned.", "40", "home", ()),
        ("It sold 300 low-cost co-op flats in May.", "300", "flat", ("low-cost", "co-op")),
    ],
)
def test_a_count_counts_the_noun_behind_it(text, surface, counted, modifiers):
    claim = one(text, surface)
    assert (claim.counted, claim.modifiers) == (counted, modifiers)


@pytest.mark.parametrize("text", ["Seventeen are addressed to him.", "He chose 40 to go.", "The other 6 were hurt."])
def test_a_count_with_no_noun_behind_it_counts_nothing_known(text):
    assert [claim.counted for claim in claims(text)] == [""]


def test_of_whom_goes_back_to_the_last_count():
    text = "There are 900 rangers, 400 of whom are new. Of them, 60 left; of whom 20 came back."
    assert [claim.counted for claim in claims(text)] == ["ranger", "ranger", "ranger", "ranger"]


def test_a_list_of_kinds_shares_the_noun_at_its_end():
    told = [(c.counted, c.modifiers) for c in claims("She won two gold, one silver and three bronze medals.")]
    assert told == [("medal", ("gold",)), ("medal", ("silver",)), ("medal", ("bronze",))]


def test_a_list_that_unfolds_a_count_has_its_noun():
    told = [(c.counted, c.modifiers) for c in claims("She won five medals, two gold, one silver and two bronze.")]
    assert told == [("medal", ()), ("medal", ("gold",)), ("medal", ("silver",)), ("medal", ("bronze",))]


def test_a_comma_alone_makes_no_list():
    assert [claim.counted for claim in claims("Of the 30 member cabinet, 11 seats are empty.")] == ["", "seat"]


def test_a_soldier_and_three_guards_are_not_all_guards():
    assert [claim.counted for claim in claims("It killed one soldier and three guards.")] == ["soldier", "guard"]


@pytest.mark.parametrize(
    ("text", "surface", "counted"),
    [
        ("It won 62 per cent of the 8,000 members.", "62", "member"),
        ("It won 62% of all paid-up members.", "62", "member"),
        ("It won 62% of the vote.", "62", "vote"),
        ("About half of the 40 shops closed.", "half", "shop"),
        ("Two-thirds of pupils passed.", "Two-thirds", "pupil"),
        ("Turnout was 43 per cent.", "43", "turnout"),
        ("It won on a turnout of about 43 per cent.", "43", "turnout"),
        ("Profits rose 14 per cent to £5.2m.", "£5.2m", "profit"),
        ("Lending stood at £17.9bn.", "£17.9bn", "lending"),
    ],
)
def test_a_share_and_a_value_know_what_they_are_of(text, surface, counted):
    assert one(text, surface).counted == counted


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Profits rose 14 per cent.", "14"),
        ("It saw a rise of 14 per cent.", "14"),
        ("He sold the house at £700,000.", "£700,000"),
        ("It was £4m.", "£4m"),
    ],
)
def test_a_change_or_a_bare_price_is_of_nothing_known(text, surface):
    assert one(text, surface).counted == ""


@pytest.mark.parametrize(
    ("text", "surface", "per"),
    [
        ("It cuts off 12,000 homes a day.", "12,000", "day"),
        ("They got £5 each.", "£5", "each"),
        ("They got £5 apiece.", "£5", "each"),
        ("They got £5 a head.", "£5", "person"),
        ("It costs £2,000 per household.", "£2,000", "household"),
        ("It spends about £83m ($100m) a month.", "£83m", "month"),
        ("It spends about £83m ($100m) a month.", "$100m", "month"),
        ("It lost £311m a year earlier.", "£311m", ""),
        ("It lost £311m a day later.", "£311m", ""),
        ("They saw 50 a distance away.", "50", ""),
    ],
)
def test_a_rate_knows_what_each_belongs_to(text, surface, per):
    assert one(text, surface).per == per


@pytest.mark.parametrize(
    ("text", "surface", "scope"),
    [
        ("Hale said: “We lost 50 men.”", "50", "quoted"),
        ('Hale said: "We lost 50 men."', "50", "quoted"),
        ("Hale said: ‘We lost 50 men.’", "50", "quoted"),
        ("There were not 50 but 40.", "50", "negated"),
        ("It was 40 rather than 50.", "50", "negated"),
        ("It would have cost £5m.", "£5m", "hypothetical"),
        ("If the bridge had held, 50 men would be alive.", "50", "hypothetical"),
        ("An earlier version of this story said 50 men died.", "50", "corrected"),
        ("Correction: the bridge fell in May. It held 50 men.", "50", "corrected"),
    ],
)
def test_a_scope_is_noticed(text, surface, scope):
    assert one(text, surface).scope == {scope}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("“We lost men,” said Hale, 50 miles away.", "50"),
        ("It was not only 50 men.", "50"),
        ("If the rain stops, 50 men will go.", "50"),
        ("The ‘dogs’ had 50 men’s boots.", "50"),
        ('The beam is 6 ft 2" and held 50 men.', "50"),
        ("There were 50, not 40.", "50"),
    ],
)
def test_nothing_stands_over_a_plain_figure(text, surface):
    assert one(text, surface).scope == frozenset()


def test_a_quotation_never_closed_does_not_turn_the_rest_inside_out():
    told = claims('He said "we lost 50 men. Then 40 men left. "I saw 30 men," he said. Later 20 men came.')
    assert [sorted(claim.scope) for claim in told] == [[], [], ["quoted"], []]


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph():
    first, second = claims("“We lost 50 men.\n\nThe army lost 40.")
    assert (first.scope, second.scope) == ({"quoted"}, frozenset())


@pytest.mark.parametrize(
    ("many", "single"),
    [
        ("households", "household"), ("women", "woman"), ("cities", "city"), ("boxes", "box"), ("losses", "loss"),
        ("potatoes", "potato"), ("shoes", "shoe"), ("wives", "wife"), ("police", "police"), ("crises", "crisis"),
        ("viruses", "virus"), ("MPs", "mp"), ("people", "person"), ("bus", "bus"), ("news", "news"), ("ties", "tie"),
    ],
)  # fmt: skip
def test_a_plural_has_its_singular(many, single):
    assert nouns(ENGLISH).lemma(many) == single


def test_one_long_paragraph_costs_no_more_a_figure():
    def seconds(times: int) -> float:
        document = Document("test", "Hale said “we lost 50 men”, 40 of whom fell in May. " * times, ())
        start = time.process_time()
        pipeline.extract(document)
        return time.process_time() - start

    seconds(10)
    assert seconds(4000) < 14 * seconds(1000)
