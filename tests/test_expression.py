"""Laws: what parses, what does not, and what is said about it."""

from __future__ import annotations

import pytest

from figcheck.expression import LawError, Operation, Role, alone, parse


def test_a_law_names_its_roles_once_in_order():
    assert parse("whole == sum(parts) + rest - whole").roles == ("whole", "parts", "rest")


def test_a_role_that_stands_twice_is_known():
    assert parse("by == (to - from) / from").repeated == ("from",)


def test_the_day_of_publication_is_no_role():
    assert parse("age == years_between(born, published)").roles == ("age", "born")


def test_products_bind_tighter_than_sums_and_both_from_the_left():
    law = parse("a == b - c - d * e")
    assert isinstance(law.right, Operation)
    assert law.right.sign == "-"
    assert law.right.left == Operation("-", Role("b"), Role("c"))
    assert law.right.right == Operation("*", Role("d"), Role("e"))


def test_a_side_that_is_one_role_is_told_apart():
    law = parse("delta(given) == 2 * same")
    assert (alone(law.left), alone(law.right)) == ("given", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("whole == parts.__class__", "column 15"),
        ("whole == parts ** 2", "found '*'"),
        ("whole == 'x'", "has no meaning in a law"),
        ("whole == [parts]", "has no meaning in a law"),
        ("whole == open(parts)", "unknown function 'open'"),
        ("whole == meam(parts)", "did you mean 'mean'"),
        ("whole", "expected a comparison"),
        ("a == b == c", "compares two sides once"),
        ("a = b", "'=' has no meaning"),
        ("a == (b + c", "expected ')'"),
        ("a == ", "found the end"),
        ("a == 1_000", "found '_000'"),
        ("a == weekday(b, c)", "takes 1"),
        ("a == " + "(" * 400, "longer than 300"),
    ],
)
def test_nothing_but_arithmetic_parses(text, said):
    with pytest.raises(LawError) as error:
        parse(text)
    assert said in str(error.value)
