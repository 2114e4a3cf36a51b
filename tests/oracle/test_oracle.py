"""The oracle itself, on examples whose sums can be checked by eye (definitions, sections 1 and 3.2)."""

from datetime import date

import pytest

from tests.oracle.care import Period
from tests.oracle.days import age_on, months_after, working_days_after
from tests.oracle.occasions import Occasion, first_review_due, occasions_of
from tests.oracle.reading import Episode
from tests.oracle.tables import kaplan_meier_median, wilson

F = date(2015, 4, 1)
END_OF_2021 = date(2021, 3, 31)


def day(text: str) -> date:
    """Return a day written dd/mm/yyyy."""
    numbers = [int(part) for part in text.split("/")]
    return date(numbers[2], numbers[1], numbers[0])


def a_period(*episodes: str, end: str | None = None) -> Period:
    """Return a period of care from lines `DECOM RNE PLACE`."""
    cells = [line.split() for line in episodes]
    stays = tuple(Episode("1", day(decom), None, rne, "C2", place, 2021) for decom, rne, place in cells)
    return Period("1", stays[0].decom, day(end) if end else None, True, stays)


def told(period: Period, *held: str, as_at: date = END_OF_2021, first_day: date = F) -> list[str]:
    """Return the occasions of a period as lines `kind, due, outcome`, the pending one included."""
    chain = occasions_of(period, [day(text) for text in held], first_day)
    return [f"{o.kind}, {o.due:%d/%m/%Y}, {o.outcome(period, as_at) or '-'}" for o in chain]


def test_twenty_working_days_leave_out_weekends_and_bank_holidays() -> None:
    # June 2020: 2–5 are 4 days, 8–12 are 9, 15–19 are 14, 22–26 are 19, the 29th is the 20th.
    assert working_days_after(day("01/06/2020"), 20) == day("29/06/2020")
    # 22–24 December are 3, 29–31 are 6, 4–8 January are 11, 11–15 are 16, 18–21 are 20.
    assert working_days_after(day("21/12/2020"), 20) == day("21/01/2021")


def test_months_end_on_the_last_day_of_a_shorter_month() -> None:
    assert months_after(day("30/11/2019"), 3) == day("29/02/2020")
    assert months_after(day("31/08/2020"), 6) == day("28/02/2021")


def test_born_on_29_february_is_a_year_older_on_1_march() -> None:
    assert age_on(day("29/02/2016"), day("28/02/2020")) == 3
    assert age_on(day("29/02/2016"), day("29/02/2020")) == 4
    assert age_on(day("29/02/2016"), day("28/02/2021")) == 4
    assert age_on(day("29/02/2016"), day("01/03/2021")) == 5


def test_the_first_review_follows_the_law_on_the_day_that_care_started() -> None:
    assert first_review_due(day("31/03/2011")) == day("28/04/2011")
    # Easter (22 and 25 April), a royal wedding (29 April) and 2 May fall in the 20 working days.
    assert first_review_due(day("01/04/2011")) == day("05/05/2011")


def test_first_second_and_later_reviews_are_counted_from_the_one_before() -> None:
    period = a_period("01/06/2020 S U6")
    assert told(period, "29/06/2020", "30/09/2020") == [
        "First, 29/06/2020, on time",
        "Second, 29/09/2020, late",
        "Later, 30/03/2021, missed",
    ]


def test_one_long_gap_is_one_late_occasion() -> None:
    period = a_period("01/06/2018 S U6")
    assert told(period, "29/06/2018", "28/09/2018", "01/12/2020") == [
        "First, 29/06/2018, on time",
        "Second, 29/09/2018, on time",
        "Later, 28/03/2019, late",
        "Later, 01/06/2021, -",
    ]


@pytest.mark.parametrize(("end", "outcome"), [("28/06/2020", "-"), ("29/06/2020", "-"), ("30/06/2020", "missed")])
def test_a_review_is_missed_only_if_the_child_was_there_at_the_end_of_the_due_date(end: str, outcome: str) -> None:
    assert told(a_period("01/06/2020 S U6", end=end)) == [f"First, 29/06/2020, {outcome}"]


def test_a_year_does_not_know_a_review_held_after_it() -> None:
    period = a_period("03/02/2020 S U6")
    # 20 working days from 3 February 2020 end on 2 March; the review on 5 April is late, in 2019-20.
    assert told(period, as_at=day("31/03/2020")) == ["First, 02/03/2020, missed"]
    late = occasions_of(period, [day("05/04/2020")], F)[0]
    assert late.outcome(period, END_OF_2021) == "late"
    assert late.day_that_counts() == day("02/03/2020")


def test_a_placement_for_adoption_replaces_what_was_pending() -> None:
    period = a_period("01/06/2020 S U6", "01/09/2020 P A3")
    assert told(period, "29/06/2020", "29/09/2020", "29/12/2020") == [
        "First, 29/06/2020, on time",
        "Adoption, 29/09/2020, on time",
        "Adoption, 29/12/2020, on time",
        "Adoption, 29/06/2021, -",
    ]


def test_an_occasion_due_before_the_placement_for_adoption_stays_missed() -> None:
    period = a_period("01/06/2020 S U6", "30/06/2020 P A3")
    assert told(period, "10/07/2020") == [
        "First, 29/06/2020, missed",
        "Adoption, 28/07/2020, on time",
        "Adoption, 10/10/2020, missed",
    ]
    missed = occasions_of(period, [], F)[0]
    assert missed.overdue_at_the_end_of(day("29/06/2020"), period)
    assert not missed.overdue_at_the_end_of(day("30/06/2020"), period)


def test_an_occasion_due_on_the_day_of_the_placement_is_replaced() -> None:
    assert told(a_period("01/06/2020 S U6", "29/06/2020 P A3"), "27/07/2020") == [
        "Adoption, 27/07/2020, on time",
        "Adoption, 27/10/2020, missed",
    ]


def test_a_review_on_the_day_of_the_placement_belongs_to_the_chain_before() -> None:
    period = a_period("01/06/2020 S U6", "01/07/2020 P A3")
    assert told(period, "01/07/2020", "01/08/2020") == [
        "First, 29/06/2020, late",
        "Adoption, 29/07/2020, late",
        "Adoption, 01/11/2020, missed",
    ]


def test_only_new_carers_start_a_placement_for_adoption_again() -> None:
    same = a_period("01/06/2020 S A5", "15/06/2020 T A3")
    new = a_period("01/06/2020 S A5", "15/06/2020 B A3")
    assert told(same) == ["Adoption, 29/06/2020, missed"]
    assert told(new) == ["Adoption, 13/07/2020, missed"]


def test_after_leaving_a_placement_for_adoption_the_pending_date_stays() -> None:
    period = a_period("01/06/2020 S U6", "01/07/2020 P A3", "20/07/2020 P U6")
    assert told(period, "29/06/2020", "29/07/2020") == [
        "First, 29/06/2020, on time",
        "Adoption, 29/07/2020, on time",
        "Later, 29/01/2021, missed",
    ]
    assert told(period, "29/06/2020", "20/07/2020")[-1] == "Later, 20/01/2021, missed"


def test_there_were_no_adoption_reviews_before_30_december_2005() -> None:
    first = date(2005, 4, 1)
    before, after = a_period("29/12/2005 S A3"), a_period("30/12/2005 S A3")
    assert told(before, "26/01/2006", first_day=first)[1] == "Second, 26/04/2006, missed"
    assert told(after, "27/01/2006", first_day=first)[1] == "Adoption, 27/04/2006, missed"


def test_without_history_the_first_occasion_is_due_on_30_september() -> None:
    period = a_period("10/01/2015 S U6")
    assert told(period, "30/09/2015")[:2] == ["Later, 30/09/2015, not known", "Later, 30/03/2016, missed"]
    assert told(period, "01/10/2015")[0] == "Later, 30/09/2015, late"
    assert told(period)[0] == "Later, 30/09/2015, missed"
    # With a review before F, that one is the first: 28 days do not hold after 2011, 20 working days do.
    assert told(period, "06/02/2015", "06/05/2015")[:2] == [
        "First, 06/02/2015, on time",
        "Second, 06/05/2015, on time",
    ]


def test_without_history_only_a_placement_for_adoption_from_f_on_counts() -> None:
    before = a_period("10/01/2015 S U6", "31/03/2015 P A3")
    assert told(before, "01/05/2015")[:2] == ["Later, 30/09/2015, not known", "Later, 01/11/2015, missed"]
    after = a_period("10/01/2015 S U6", "01/04/2015 P A3")
    assert told(after, "29/04/2015")[:2] == ["Adoption, 29/04/2015, on time", "Adoption, 29/07/2015, missed"]


def test_an_occasion_is_overdue_from_the_due_date_until_it_is_held() -> None:
    period = a_period("01/06/2020 S U6")
    late = Occasion("First", day("29/06/2020"), held=day("02/07/2020"))
    days = [f"{n:02d}" for n in range(1, 31) if late.overdue_at_the_end_of(date(2020, 6, n), period)]
    assert days == ["29", "30"]
    assert late.overdue_at_the_end_of(day("01/07/2020"), period)
    assert not late.overdue_at_the_end_of(day("02/07/2020"), period)


def test_a_median_counts_the_open_ones_as_at_risk() -> None:
    # Of four, one ends on day 3 (3/4 left) and one on day 8, when three are at risk (3/4 · 2/3 = 1/2).
    assert kaplan_meier_median([(3, True), (8, True), (8, False), (20, False)]) == 8
    assert kaplan_meier_median([(3, True), (8, False), (8, False)]) is None


def test_an_interval_is_wilsons() -> None:
    assert wilson(0, 10) == {"lower": 0.0, "upper": 27.75328}
    assert wilson(5, 10) == {"lower": 23.659309, "upper": 76.340691}
