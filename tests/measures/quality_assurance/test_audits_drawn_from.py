"""Children looked after on the day of the first audit in the year."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
    CHILD | DECOM      | DEC
    Ann   | 01/04/2018 |
    Bob   | 01/06/2020 |              # starts on the day of the first audit
    Cas   | 01/04/2018 | 02/06/2020   # leaves on the day after it
    Dee   | 01/04/2018 | 01/06/2020   # leaves on it
    Eve   | 02/06/2020 |              # starts on the day after it
    """


def test_those_looked_after_on_the_day_of_the_first_audit(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        episodes=EPISODES,
        audits="""
        audit_id | wave | audited_date | child_id | question | answer | files
        1        | A    | 01/06/2018   | Ann      | Plan?    | yes    | 2019   # Ann, Cas and Dee
        2        | B    | 09/06/2020   | Ann      | Plan?    | yes    | 2021
        3        | B    | 01/06/2020   | Ann      | Report?  | na     | 2021   # the first, whatever the answer
        4        | B    | 31/05/2018   | Ann      | Other?   | yes    | 2020   # in 2018-19, from 2020's file
        """,
    )
    assert council.figures("audits_drawn_from") == drawn("""
        year | all
        2019 | 3
        2020 | 0
        2021 | 3
    """)
