"""Children with a child protection plan on 31 March, looked after or not."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_plan_holds_from_its_first_day_to_the_day_before_its_end(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        protection_plans="""
        child_id              | start_date | end_date
        from 31 March         | 31/03/2020 |              # 2020, 2021
        from 1 April          | 01/04/2020 |              # 2021
        to 31 March           | 01/06/2019 | 31/03/2020   # ended that day: none
        to 1 April            | 01/06/2019 | 01/04/2020   # 2020
        one after another     | 01/06/2019 | 01/02/2020
        one after another     | 01/03/2020 | 01/05/2020   # 2020
        two at once           | 01/06/2019 |              # a child counts once: 2020, 2021
        two at once           | 01/07/2019 |
        no time at all        | 01/06/2020 | 01/05/2020   # ends before it starts: none
        """,
    )
    assert council.figures("children_on_protection_plan") == drawn("""
        year | all
        2020 | 4
        2021 | 3
    """)


def test_a_plan_that_a_later_file_forgets_goes_on(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        protection_plans="""
        child_id  | start_date | end_date   | files
        forgotten | 01/06/2019 |            | 2020
        ended     | 01/06/2019 |            | 2020
        ended     | 01/06/2019 | 01/06/2020 | 2021   # known in 2020-21 only
        """,
    )
    assert council.figures("children_on_protection_plan") == drawn("""
        year | all
        2019 | not supplied
        2020 | 2
        2021 | 1
    """)
