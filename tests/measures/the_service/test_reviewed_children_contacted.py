"""Children with a review in the year whom an officer visited or called in it."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_on_any_day_of_the_year_by_any_officer(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Ann   | 01/06/2019
        Ben   | 01/06/2019
        Cat   | 01/06/2019
        Dan   | 01/06/2019
        Eve   | 01/06/2019
        """,
        reviews="""
        CHILD | REVIEW
        Ann   | 01/05/2020
        Ann   | 01/10/2020    # one child, however many reviews
        Ben   | 01/05/2020
        Cat   | 01/05/2020
        Dan   | 01/05/2020
        Eve   | 01/05/2019    # no review in the year
        """,
        iro_contacts="""
        iro_id | child_id | contact_date | kind          | files
        one    | Ann      | 31/03/2021   | visit         | 2021   # after the review counts too
        two    | Ben      | 01/04/2020   | call          | 2021
        one    | Cat      | 31/03/2020   | visit         | 2021   # before the year
        one    | Dan      | 01/05/2020   | supervision   | 2021   # no contact with a child
        one    | Eve      | 01/05/2020   | visit         | 2021
        """,
    )
    # Ann and Ben, of Ann, Ben, Cat and Dan.
    assert council.figures("reviewed_children_contacted") == drawn("""
        year | all
        2021 | 2/4
    """)


def test_no_file_is_not_supplied(tmp_path: Path) -> None:
    assert a_council(tmp_path).figures("reviewed_children_contacted") == [{"year": "2021", "all": "not supplied"}]
