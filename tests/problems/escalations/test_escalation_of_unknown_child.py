from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_child_in_no_header_episode_or_review(tmp_path: Path) -> None:
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
        escalations="""
        escalation_id | raised_date | child_id
        a             | 01/06/2020  | in a header
        b             | 01/06/2020  | in an episode
        c             | 01/06/2020  | in a review
        d             | 01/06/2020  | unknown         # row 5
        e             | 01/06/2020  |                 # row 6
        """,
    )
    assert council.listed("escalation_of_unknown_child") == drawn("""
        file            | year | row | column   | value
        escalations.csv | 2021 | 5   | child_id | unknown
        escalations.csv | 2021 | 6   | child_id |
    """)
