"""peps_due: children of school age new to care whose Personal Education Plan is still to begin."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_plan_still_to_begin_is_due_in_the_week_of_its_last_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2021,),
        header="""
            CHILD | DOB
            a     | 01/06/2010
            begun | 01/06/2010
            small | 01/06/2018
            long  | 01/06/2010
            """,
        episodes="""
            CHILD | DECOM
            a     | 24/03/2021
            begun | 24/03/2021
            small | 24/03/2021
            long  | 01/06/2020
            """,
        education_plans="""
            child_id | as_at_date | initiated_date
            begun    | 31/03/2021 | 26/03/2021
            """,
    )
    # 10 working days after 24 March 2021, past Good Friday and Easter Monday, end on 9 April.
    assert council.figures("peps_due", "week") == drawn("""
        year | 2021-04-05
        2021 | 1
    """)
    assert council.figures("peps_due")[0]["all"] == "1"
