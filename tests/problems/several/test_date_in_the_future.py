"""A date after the file was made is listed; one after the year but before the export is not of the future."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_date_after_the_file_was_made_is_listed(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
            CHILD | DOB
            ann   | 01/06/2010
            unborn| 01/05/2021    # after 31 March 2021
        """,
        episodes="""
            CHILD | DECOM      | DEC        | files
            ann   | 01/06/2020 |            | 2021
            late  | 01/06/2020 | 01/04/2021 | 2021
        """,
        escalations="""
            escalation_id | raised_date | resolved_date | files
            E1            | 01/03/2021  | 15/05/2021    | 2021    # exported after the year: nothing wrong
            E2            | 01/03/2021  | 01/04/2022    | 2021    # more than a year after the year
        """,
    )
    assert council.listed("date_in_the_future") == [
        {"file": "episodes.csv", "year": "2021", "row": "3", "column": "DEC", "value": "01/04/2021"},
        {"file": "escalations.csv", "year": "2021", "row": "3", "column": "resolved_date", "value": "01/04/2022"},
        {"file": "header.csv", "year": "2021", "row": "3", "column": "DOB", "value": "01/05/2021"},
    ]


def test_the_export_date_in_a_name_is_the_day_on_which_the_file_was_made(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
            CHILD | DECOM
            ann   | 01/06/2020
        """,
        escalations="""
            escalation_id | raised_date | resolved_date | files
            E1            | 01/03/2021  | 19/04/2021    | 2021
            E2            | 01/03/2021  | 20/04/2021    | 2021
        """,
    )
    raw = council.places.raw / "2021"
    (raw / "escalations.csv").rename(raw / "escalations@2021-04-19.csv")
    assert [row["row"] for row in council.listed("date_in_the_future")] == ["3"]


def test_what_children_sent_and_said_is_no_later_than_its_file(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        app_use="""
            child_id | app      | submitted_date
            Sam      | MOMO One | 31/03/2022      # without an export date: within a year after the year
            Sam      | MOMO One | 01/04/2022
        """,
        feedback="""
            child_id | feedback_date | respondent | question  | answer
            Sam      | 31/03/2022    | child      | Listened? | yes
            Sam      | 01/04/2022    | child      | Listened? | yes
        """,
    )
    assert council.listed("date_in_the_future") == [
        {"file": "app_use.csv", "year": "2021", "row": "3", "column": "submitted_date", "value": "01/04/2022"},
        {"file": "feedback.csv", "year": "2021", "row": "3", "column": "feedback_date", "value": "01/04/2022"},
    ]


def test_plans_and_conferences_after_the_file_was_made(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
            CHILD | DECOM
            ann   | 01/06/2020
        """,
        care_plans="""
            child_id | care_plan_completed_date | permanence_plan_date | life_story_started_date | life_story_given_date
            ann      | 01/04/2022               | 02/04/2022           | 03/04/2022              | 04/04/2022
        """,
        protection_plans="""
            child_id | start_date | end_date   | files
            ann      | 01/04/2022 | 02/04/2022 | 2021
        """,
        protection_conferences="""
            child_id | kind    | due_date   | held_date  | files
            ann      | review  | 01/06/2020 | 01/04/2022 | 2021
        """,
    )
    assert [(row["column"], row["value"]) for row in council.listed("date_in_the_future")] == [
        ("care_plan_completed_date", "01/04/2022"),
        ("life_story_given_date", "04/04/2022"),
        ("life_story_started_date", "03/04/2022"),
        ("permanence_plan_date", "02/04/2022"),
        ("held_date", "01/04/2022"),
        ("end_date", "02/04/2022"),
        ("start_date", "01/04/2022"),
    ]


def test_what_reviews_decided_and_whom_children_were_offered(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        decisions="""
        child_id | review_date | decision        | due_date   | done_date
        Sam      | 01/06/2020  | See the dentist | 01/06/2022 | 31/03/2022   # what is to be done may be ahead
        Ann      | 01/06/2020  | See the dentist | 01/08/2020 | 01/04/2022   # row 3
        """,
        advocacy="""
        child_id | kind     | offered_date | started_date | ended_date
        Sam      | advocate | 31/03/2022   | 01/04/2022   | 01/06/2022   # row 2: it may end later
        Ann      | advocate | 01/04/2022   |              |              # row 3
        """,
    )
    assert council.listed("date_in_the_future") == drawn("""
        file          | year | row | column       | value
        advocacy.csv  | 2021 | 2   | started_date | 01/04/2022
        advocacy.csv  | 2021 | 3   | offered_date | 01/04/2022
        decisions.csv | 2021 | 3   | done_date    | 01/04/2022
    """)


def test_days_of_health_plans_and_exclusions(tmp_path: Path) -> None:
    # Neither file says when it was exported: a council's own file may be a year younger than its reporting year.
    council = a_council(
        tmp_path,
        health="""
        child_id | kind   | due_date   | completed_date | status
        Sam      | dental | 01/04/2022 |                | planned     # a due date may be ahead
        Ann      | dental | 01/06/2020 | 01/04/2022     | completed   # row 3
        """,
        education_plans="""
        child_id | as_at_date | initiated_date | completed_date | given_to_child_date | status
        Sam      | 31/03/2021 | 01/04/2022     | 31/03/2022     |                     | up to date   # row 2
        Ann      | 01/04/2022 |                |                |                     | none         # row 3
        """,
        exclusions="""
        child_id | excluded_date | kind
        Sam      | 31/03/2022    | suspension
        Ann      | 01/04/2022    | suspension   # row 3
        """,
    )
    assert council.listed("date_in_the_future") == drawn("""
        file                | year | row | column         | value
        education_plans.csv | 2021 | 2   | initiated_date | 01/04/2022
        education_plans.csv | 2021 | 3   | as_at_date     | 01/04/2022
        exclusions.csv      | 2021 | 3   | excluded_date  | 01/04/2022
        health.csv          | 2021 | 3   | completed_date | 01/04/2022
    """)
