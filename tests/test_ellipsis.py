"""Units that are said once for two figures."""

from datetime import date

from figcheck import pipeline
from figcheck.ellipsis import alike
from figcheck.model import Claim, Document


def claims(text: str) -> list[Claim]:
    return list(pipeline.extract(Document("one", text, (), date(2023, 1, 20))).claims)


def units(text: str) -> list[str]:
    first, second = [claim for claim in claims(text) if claim.figure.kind not in ("label", "date", "year")][:2]
    roles = alike((("from", first), ("to", second)), ("from", "to"))
    return [claim.figure.quantity.unit for _, claim in roles]


def test_dollars_are_an_hour_where_the_other_dollars_are():
    assert units("Pay goes to $24 an hour, up from $15.45.") == ["USD/hour", "USD/hour"]


def test_a_bare_number_takes_the_unit_of_the_amount_beside_it():
    assert len(set(units("Output was 1.15 mln barrels a day, off from 1.39 mln last year."))) == 1


def test_nothing_is_lent_between_currencies_nor_to_other_things():
    assert units("It cost £30, up from $20.") == ["GBP", "USD"]
    assert units("It cost £30 and 25 dealers sold it.") == ["GBP", ""]


def test_nothing_is_lent_to_a_number_of_quite_another_size():
    assert units("Walkers covered 14 miles, up from 2,000.") == ["mile", ""]
