"""Children looked after for a year or more with whom life story work was started."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_of_children_looked_after_for_twelve_months(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        header="""
        CHILD           | DOB
        twelve months   | 31/03/2016   # 5 on the day
        a day less      | 01/06/2010
        the day after   | 01/06/2010
        earlier care    | 01/06/2010
        two rows        | 01/06/2010
        never           | 01/06/2010
        left            | 01/06/2010
        """,
        episodes="""
        CHILD           | DECOM      | PLACE | DEC
        twelve months   | 31/03/2020 | A3    |              # 1 of 1
        a day less      | 01/04/2020 | A3    |              # left out
        the day after   | 01/06/2018 | U6    |              # 0 of 1
        earlier care    | 01/06/2018 | U6    | 01/06/2019
        earlier care    | 01/09/2019 | U6    |              # this child's story all the same: 1 of 1
        two rows        | 01/06/2018 | U6    |              # 1 of 1
        never           | 01/06/2018 | U6    |              # 0 of 1
        left            | 01/06/2018 | U6    | 31/03/2021
        """,
        care_plans="""
        child_id        | care_plan_completed_date | life_story_started_date | files
        twelve months   | 01/04/2020 | 31/03/2021 | 2021
        a day less      | 01/04/2020 | 01/09/2020 | 2021
        the day after   | 01/04/2020 | 01/04/2021 | 2021
        earlier care    | 01/04/2020 | 01/01/2019 | 2021
        two rows        | 01/04/2020 | 01/09/2020 | 2021
        two rows        | 02/04/2020 |            | 2021
        left            | 01/04/2020 | 01/09/2020 | 2021
        """,
    )
    assert council.figures("life_story_started") == drawn("""
        year | all
        2020 | not supplied
        2021 | 3/5
    """)
    assert council.figures("life_story_started", "age_band_all") == drawn("""
        year | 10–15        | 5–9
        2020 | not supplied | not supplied
        2021 | 2/4          | 1/1
    """)
