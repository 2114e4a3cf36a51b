"""Children looked after on 31 March with a permanence plan in place, by the newest plan."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_newest_plan_counts(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD        | DECOM      | DEC
        one          | 01/06/2019 |
        changed      | 01/06/2019 |
        one day      | 01/06/2019 |
        blank        | 01/06/2019 |
        before care  | 01/06/2019 |
        on the start | 01/06/2019 |
        left         | 01/06/2019 | 31/03/2021
        """,
        care_plans="""
        child_id     | care_plan_completed_date | permanence_plan | permanence_plan_date | files
        one          | 05/06/2019               | Adoption        | 31/03/2020           | 2020 2021   # from 2020
        changed      | 05/06/2019               | Return home     | 01/09/2019           | 2020 2021   # 2020
        changed      | 01/03/2020               | Guardianship    | 01/04/2020           | 2021        # 2021
        one day      | 05/06/2019               | Residential     | 01/09/2019           | 2021        # the first
        one day      | 06/06/2019               | Adoption        | 01/09/2019           | 2021        # by alphabet
        one day      | 07/06/2019               |                 | 01/09/2019           | 2021        # a blank last
        blank        | 05/06/2019               |                 | 01/09/2019           | 2020 2021   # not recorded
        before care  | 05/06/2019               | Adoption        | 31/05/2019           | 2020 2021   # none
        on the start | 05/06/2019               | Guardianship    | 01/06/2019           | 2020 2021   # 2020, 2021
        left         | 05/06/2019               | Adoption        | 01/09/2019           | 2020 2021   # 2020
        """,
    )
    assert council.figures("permanence_plans") == drawn("""
        year | all
        2020 | 6
        2021 | 5
    """)
    assert council.figures("permanence_plans", "permanence_plan") == drawn("""
        year | Adoption | Guardianship | Not recorded | Return home
        2020 | 3        | 1            | 1            | 1
        2021 | 2        | 2            | 1            | 0
    """)
