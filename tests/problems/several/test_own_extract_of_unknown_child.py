from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_each_extract_of_the_childrens_chapters(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD
        in a header
        """,
        episodes="""
        CHILD          | DECOM
        in an episode  | 01/06/2020
        """,
        reviews="""
        CHILD          | REVIEW
        in a review    | 01/06/2020
        """,
        care_plans="""
        child_id       | care_plan_completed_date
        in a header    | 01/06/2020
        unknown        | 01/06/2020     # row 3
        """,
        education_plans="""
        child_id       | as_at_date
        unknown        | 01/06/2020     # row 2
        in a review    | 01/06/2020
        """,
        exclusions="""
        child_id       | excluded_date | kind
        unknown        | 01/06/2020    | suspension                 # row 2
        """,
        health="""
        child_id       | kind   | due_date
        unknown        | dental | 01/06/2020                        # row 2
        in an episode  | dental | 01/06/2020
        """,
        app_use="""
        child_id       | app      | submitted_date
        unknown        | MOMO One | 01/06/2020                      # row 2
        """,
        feedback="""
        child_id       | feedback_date | respondent | question
        in a header    | 01/06/2020    | child      | Were you heard?
        unknown        | 01/06/2020    | carer      | Were you heard?   # row 3
        """,
        send="""
        child_id       | as_at_date
        in a header    | 01/06/2020
        unknown        | 01/06/2020                                 # row 3
        """,
        decisions="""
        child_id       | review_date | decision
        in a review    | 01/06/2020  | See the dentist
        unknown        | 01/06/2020  | See the dentist              # row 3
        """,
        advocacy="""
        child_id       | kind                | offered_date
        unknown        | independent visitor | 01/06/2020           # row 2
        """,
        protection_plans="""
        child_id       | start_date
        unknown        | 01/06/2020                                 # need not be looked after
        """,
    )
    assert council.listed("own_extract_of_unknown_child") == drawn("""
        file                | year | row | column   | value
        advocacy.csv        | 2021 | 2   | child_id | unknown
        app_use.csv         | 2021 | 2   | child_id | unknown
        care_plans.csv      | 2021 | 3   | child_id | unknown
        decisions.csv       | 2021 | 3   | child_id | unknown
        education_plans.csv | 2021 | 2   | child_id | unknown
        exclusions.csv      | 2021 | 2   | child_id | unknown
        feedback.csv        | 2021 | 3   | child_id | unknown
        health.csv          | 2021 | 2   | child_id | unknown
        send.csv            | 2021 | 3   | child_id | unknown
    """)


def test_one_of_these_extracts_alone(tmp_path: Path) -> None:
    council = a_council(tmp_path, send="child_id | as_at_date\nunknown | 01/06/2020")
    assert council.listed("own_extract_of_unknown_child") == drawn("""
        file     | year | row | column   | value
        send.csv | 2021 | 2   | child_id | unknown
    """)
