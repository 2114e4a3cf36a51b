"""conferences_due: child protection conferences that the year's own file plans after its last day."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_what_is_planned_after_the_day_counts_and_what_a_later_file_plans_does_not(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        protection_conferences="""
            child_id | kind    | due_date   | held_date  | files
            a        | initial | 30/03/2020 |            | 2020
            b        | review  | 06/04/2020 |            | 2020
            b        | review  | 06/04/2020 | 01/04/2020 | 2021
            c        | review  | 31/12/2020 |            | 2020
            d        | review  | 07/04/2021 | 31/03/2021 | 2021
            e        | review  | 08/04/2021 | 01/04/2021 | 2021
            f        | initial | 08/04/2021 |            | 2021
            """,
    )
    assert council.figures("conferences_due") == drawn("""
        year | all
        2020 | 2
        2021 | 2
    """)
    # In December 2020: more than six months after 31 March.
    assert council.figures("conferences_due", "week") == drawn("""
        year | 2020-04-06 | 2021-04-05 | Later
        2020 | 1          |            | 1
        2021 |            | 2          | 0
    """)
    assert council.figures("conferences_due", "conference_kind") == drawn("""
        year | Initial conference | Review conference
        2020 | 0                  | 2
        2021 | 1                  | 1
    """)


def test_of_an_officer_if_the_file_names_one(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2021,),
        protection_conferences="""
            child_id | kind    | due_date   | held_date | iro_id
            a        | initial | 08/04/2021 |           | B
            b        | initial | 08/04/2021 |           |
            """,
    )
    assert council.figures("conferences_due", "iro") == drawn("""
        year | B | No officer
        2021 | 1 | 1
    """)
