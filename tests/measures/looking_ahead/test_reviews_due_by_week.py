"""reviews_due_by_week: the next review of each child, by the week of its last lawful day and by officer."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_every_child_is_in_the_week_of_the_last_lawful_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2021,),
        episodes="""
            CHILD   | DECOM      | DEC
            second  | 01/02/2021 |
            later   | 01/06/2020 |
            adopted | 01/06/2020 | 20/03/2021
            overdue | 01/01/2021 |
            new     | 30/03/2021 |
            """,
        reviews="""
            CHILD   | REVIEW
            second  | 22/02/2021
            later   | 24/06/2020
            later   | 21/09/2020
            later   | 21/12/2020
            adopted | 24/06/2020
            """,
    )
    # 22 May is in the week of Monday 17 May, 21 June is a Monday, 20 working days after 30 March end on 29 April.
    assert council.figures("reviews_due_by_week", "week") == drawn("""
        year | 2021-04-26 | 2021-05-17 | 2021-06-21
        2021 | 1          | 1          | 1
    """)
    assert council.figures("reviews_due_by_week") == drawn("""
        year | all
        2021 | 3
    """)
    assert council.figures("reviews_overdue")[0]["all"] == "1"
    assert council.figures("reviews_due_by_week", "occasion") == drawn("""
        year | First | Later | Second
        2021 | 1     | 1     | 1
    """)


def test_what_a_placement_for_adoption_replaces_later_was_due_before(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
            CHILD  | DECOM      | DEC        | RNE | PLACE | files
            placed | 01/01/2020 | 01/05/2020 | S   | U6    | 2020 2021
            placed | 01/05/2020 |            | P   | A5    | 2021
            """,
        reviews="""
            CHILD  | REVIEW
            placed | 20/01/2020
            """,
    )
    # Due on 20 April 2020, three months after the first; after 1 May 2020 within 28 days, and not held.
    assert council.figures("reviews_due_by_week", "week") == drawn("""
        year | 2020-04-20
        2020 | 1
        2021 |
    """)
    assert council.figures("reviews_overdue", "occasion") == drawn("""
        year | Adoption
        2020 | 0
        2021 | 1
    """)


def test_the_officer_is_the_one_allocated_otherwise_who_chaired_last(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2021,),
        episodes="""
            CHILD     | DECOM
            allocated | 25/03/2021
            chaired   | 01/02/2021
            nobody    | 25/03/2021
            """,
        reviews="""
            CHILD   | REVIEW
            chaired | 22/02/2021
            """,
        review_details="""
            child_id | review_date | iro_id
            chaired  | 22/02/2021  | B
            """,
        allocations="""
            child_id  | iro_id | start_date | end_date
            allocated | Z      | 25/03/2021 |
            allocated | A      | 26/03/2021 |
            chaired   | C      | 01/02/2021 | 31/03/2021
            """,
    )
    assert council.figures("reviews_due_by_week", "iro") == drawn("""
        year | A | B | No officer
        2021 | 1 | 1 | 1
    """)
