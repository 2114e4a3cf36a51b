"""The median of the days from raised to resolved, those open at 31 March censored (Kaplan–Meier).

A cell is the median, and behind it how many of the escalations raised in the year were resolved by its end.
"""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_median_is_the_first_day_by_which_half_or_more_are_resolved(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | raised_date | resolved_date
        a             | 01/06/2020  | 11/06/2020   # 10 days: 4 of 5 remain open longer, 0.8
        b             | 01/06/2020  | 21/06/2020   # 20 days: 3 of 4 of these, 0.6
        c             | 01/06/2020  | 01/07/2020   # 30 days: 2 of 3 of these, 0.4: no more than half
        d             | 01/06/2020  | 10/08/2020   # 70 days
        e             | 01/06/2020  |              # open for 303 days at 31 March
        f             | 31/05/2019  | 10/06/2020   # not raised in the year
        """,
    )
    assert council.figures("escalation_days") == drawn("""
        year | all
        2021 | 30 (4/5)
    """)


def test_an_open_one_leaves_those_at_risk_but_is_not_resolved(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | raised_date | resolved_date
        a             | 01/03/2021  | 06/03/2021   # 5 days: 3 of 4 remain, 0.75
        b             | 21/03/2021  |              # open after 10 days: no longer at risk
        c             | 01/03/2021  | 13/03/2021   # 12 days: 1 of the 2 left, 0.375: no more than half
        d             | 01/03/2021  | 01/04/2021   # resolved after the year: open after 30 days
        """,
    )
    assert council.figures("escalation_days") == drawn("""
        year | all
        2021 | 12 (2/4)
    """)


def test_one_resolved_before_it_was_raised_took_no_days_that_can_be_told(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | raised_date | resolved_date
        a             | 04/06/2020  | 01/06/2020   # -3 days: left out
        b             | 04/06/2020  | 04/06/2020   # 0 days: exactly half remain
        c             | 04/06/2020  | 14/06/2020   # 10 days
        """,
    )
    assert council.figures("escalation_days") == drawn("""
        year | all
        2021 | 0 (2/2)
    """)
    # Without it there is nothing to take a median of.
    alone = a_council(
        tmp_path / "alone", escalations="escalation_id | raised_date | resolved_date\na | 04/06/2020 | 01/06/2020"
    )
    assert alone.figures("escalation_days") == drawn("""
        year | all
        2021 | no cases
    """)
    # It was raised, and resolved in time, all the same.
    assert alone.figures("escalations_resolved_on_time") == drawn("year | all\n2021 | 1/1")


def test_a_median_that_is_not_reached_is_not_known(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2018, 2019, 2020, 2021),
        escalations="""
        escalation_id | raised_date | resolved_date | files
        a             | 01/06/2018  | 01/06/2018    | 2019   # the same day: 0 days
        b             | 01/06/2018  |               | 2019   # exactly half remain: the median is 0
        c             | 01/06/2020  | 11/06/2020    | 2021   # 2 of 3 remain: more than half
        d             | 01/06/2020  |               | 2021
        e             | 01/06/2020  |               | 2021
        z             | 01/06/2017  |               | 2020   # 2020 has a file, but none raised in the year
        """,
    )
    assert council.figures("escalation_days") == drawn("""
        year | all
        2018 | not supplied
        2019 | 0 (1/2)
        2020 | no cases
        2021 | not known (1/3)
    """)
