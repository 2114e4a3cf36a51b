from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_before_care_after_it_and_between(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD     | DECOM      | RNE | DEC
        Ann       | 01/06/2019 | S   | 01/09/2019
        Ann       | 01/06/2020 | S   |
        Ben       | 01/03/2019 | P   |              # the start is not known
        """,
        care_plans="""
        child_id  | care_plan_completed_date | permanence_plan_date | files
        Ann       | 03/05/2019               |                      | 2020   # row 2: 29 days before
        Ann       | 04/05/2019               |                      | 2020   # made for it
        Ann       | 01/06/2019               | 31/05/2019           | 2020   # row 4: before the start
        Ann       | 01/09/2019               | 01/09/2019           | 2020   # the last day
        Ann       | 02/09/2019               | 02/09/2019           | 2020   # row 6: both after it
        Ann       | 31/03/2019               | 31/03/2019           | 2020   # before the first loaded year: not judged
        Ann       | 01/04/2021               |                      | 2021   # after the last: not judged
        Ben       | 31/03/2019               | 01/02/2019           | 2021   # not judged
        unknown   | 01/06/2019               | 01/06/2019           | 2021   # listed by another rule
        """,
    )
    assert council.listed("care_plan_outside_care") == drawn("""
        file           | year | row | column                   | value
        care_plans.csv | 2020 | 2   | care_plan_completed_date | 03/05/2019
        care_plans.csv | 2020 | 4   | permanence_plan_date     | 31/05/2019
        care_plans.csv | 2020 | 6   | care_plan_completed_date | 02/09/2019
        care_plans.csv | 2020 | 6   | permanence_plan_date     | 02/09/2019
    """)
