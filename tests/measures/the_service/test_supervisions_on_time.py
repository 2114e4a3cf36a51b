"""Supervisions that fell due in the year, six weeks after the one before."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_next_one_within_42_days(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        iros="""
        iro_id  | fte | left_date
        on time | 1   |
        late    | 1   |
        never   | 1   |
        left    | 1   | 11/02/2021    # the day before the next was due
        stayed  | 1   | 12/02/2021    # the day on which it was due
        """,
        iro_contacts="""
        iro_id   | contact_date | kind
        on time  | 01/06/2020   | supervision   # due on 13/07/2020
        on time  | 13/07/2020   | supervision   # on the last day; the next is due on 24/08/2020
        on time  | 24/08/2020   | supervision   # due on 05/10/2020, and not held: late
        late     | 01/06/2020   | supervision
        late     | 14/07/2020   | supervision   # a day late; the next is due on 25/08/2020
        late     | 30/07/2020   | supervision   # early; the next, on 10/09/2020, was never held
        never    | 18/02/2021   | supervision   # due on 01/04/2021: next year
        left     | 01/01/2021   | supervision
        stayed   | 01/01/2021   | supervision   # late
        """,
    )
    # on time: yes, yes, no. late: no, yes, no. stayed: no.
    assert council.figures("supervisions_on_time") == drawn("""
        year | all
        2020 | not supplied
        2021 | 3/7
    """)
    assert council.figures("supervisions_on_time", "iro")[-1] == {
        "year": "2021",
        "late": "1/3",
        "on time": "2/3",
        "stayed": "0/1",
    }
    assert council.figures("supervisions_on_time", "quarter")[-1] == {
        "year": "2021",
        "Q2": "3/5",
        "Q3": "0/1",
        "Q4": "0/1",
    }


def test_a_supervision_before_the_year_falls_due_in_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        iro_contacts="""
        iro_id | contact_date | kind
        one    | 18/02/2020   | supervision    # due on 31/03/2020
        one    | 19/02/2020   | supervision    # due on 01/04/2020, of an officer in no file of posts
        one    | 19/02/2020   | supervision    # the same again
        """,
    )
    assert council.figures("supervisions_on_time")[0] == {"year": "2020", "all": "1/1"}


def test_the_council_sets_its_own_time(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        settings="timescales:\n  supervision: {amount: 28, unit: calendar days, set_by: the manager}\n",
        iro_contacts="""
        iro_id | contact_date | kind
        one    | 01/06/2020   | supervision    # due on 29/06/2020
        one    | 30/06/2020   | supervision    # a day late; the next was due on 28/07/2020
        """,
    )
    assert council.figures("supervisions_on_time") == [{"year": "2021", "all": "0/2"}]
