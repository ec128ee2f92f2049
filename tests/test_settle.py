"""Which of rival readings was meant."""

from __future__ import annotations

from figcheck import check


def told(text: str) -> list[str]:
    return [finding.rule for finding in check(text).findings if finding.severity != "note"]


def test_a_speed_that_explains_a_time_leaves_it_to_no_other_speed():
    assert told("The 120-mile leg takes three hours at 40mph and two hours at 60mph.") == []


def test_two_prices_may_make_one_total_between_them():
    assert told("The club sold 400 seats at £20 each, and 100 boxes at £90 each, raising £17,000 in all.") == []


def test_a_total_that_one_more_amount_fills_up_is_no_slip():
    assert told("The 11 players were fined £200 each and the coach £1,000, £3,200 in all.") == []


def test_figures_that_plain_words_have_bound_are_no_price_and_bill():
    assert told("The three bids were for £12m, £15m and £18m, an average of £15m.") == []


def test_where_two_totals_could_be_meant_there_is_silence():
    assert told("It fed 600 guests at £35 a head. Hers said £31,000, his £28,000.") == []


def test_a_total_with_a_cue_of_its_own_is_believed_first():
    assert told("It fed 600 guests at £35 a head. The band got £9,000. The caterer collected £31,000 in all.") == [
        "rate-makes-total"
    ]


def test_one_slip_is_told_once():
    assert told("Each of the 16 wards got masks at £300 apiece, £6,800 in all.") == ["handouts-make-total"]


def test_one_slip_that_breaks_two_laws_is_told_once():
    report = check("Abebe won in 2:11:20. Kipto was second in 2:12:35, two minutes and 15 seconds back.")
    assert len({judged.rule for judged in report.checks if judged.finding}) > len(report.findings) == 1
