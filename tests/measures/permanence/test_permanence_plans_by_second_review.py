"""Periods of care whose second review was held in the year with a permanence plan in place by that day."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_in_place_on_the_day_of_the_second_review(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD            | DECOM      | RNE | DEC
        on the day       | 01/06/2020 | S   |
        a day late       | 01/06/2020 | S   |
        before care      | 01/06/2020 | S   |
        no day           | 01/06/2020 | S   |
        one review       | 01/06/2020 | S   |
        in the next year | 01/01/2021 | S   |
        came back        | 01/04/2020 | S   | 01/08/2020
        came back        | 01/10/2020 | S   |
        """,
        reviews="""
        CHILD            | REVIEW
        on the day       | 20/06/2020
        on the day       | 01/09/2020
        on the day       | 01/03/2021       # there is no third
        a day late       | 20/06/2020
        a day late       | 01/09/2020
        before care      | 20/06/2020
        before care      | 01/09/2020
        no day           | 20/06/2020
        no day           | 01/09/2020
        one review       | 20/06/2020
        in the next year | 20/01/2021
        in the next year | 01/04/2021       # after 31 March
        came back        | 20/04/2020
        came back        | 20/07/2020       # second of the first period
        came back        | 20/10/2020
        came back        | 20/01/2021       # second of the second period
        """,
        care_plans="""
        child_id         | care_plan_completed_date | permanence_plan | permanence_plan_date | files
        on the day       | 05/06/2020               | Adoption        | 01/09/2020           | 2021   # 1 of 1
        a day late       | 05/06/2020               | Adoption        | 02/09/2020           | 2021   # 0 of 1
        before care      | 05/06/2020               | Adoption        | 31/05/2020           | 2021   # 0 of 1
        no day           | 05/06/2020               | Adoption        |                      | 2021   # 0 of 1
        one review       | 05/06/2020               | Adoption        | 10/06/2020           | 2021
        in the next year | 05/01/2021               | Adoption        | 10/01/2021           | 2021
        came back        | 05/04/2020               | Return home     | 05/04/2020           | 2021   # 1 of 1, then 0 of 1
        """,
    )
    assert council.figures("permanence_plans_by_second_review") == drawn("""
        year | all
        2020 | not supplied
        2021 | 2/6
    """)


def test_a_second_review_is_not_known_if_earlier_ones_may_be_missing(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD             | DECOM      | RNE
        history missing   | 01/02/2019 | S     # began before F (1 April 2019), no review of then: left out
        history there     | 01/02/2019 | S
        start not known   | 01/02/2019 | P
        """,
        reviews="""
        CHILD             | REVIEW     | files
        history missing   | 20/05/2019 | 2020
        history missing   | 20/08/2019 | 2020
        history there     | 20/02/2019 | 2020
        history there     | 20/05/2019 | 2020
        start not known   | 20/02/2019 | 2020
        start not known   | 20/05/2019 | 2020
        """,
        care_plans="""
        child_id          | permanence_plan | permanence_plan_date
        history missing   | Adoption        | 01/03/2019
        history there     | Adoption        | 31/01/2019             # before the period: 0 of 1
        start not known   | Adoption        | 31/01/2019             # it may have begun earlier: 1 of 1
        """,
    )
    assert council.figures("permanence_plans_by_second_review") == drawn("""
        year | all
        2020 | 1/2
        2021 | no cases
    """)
