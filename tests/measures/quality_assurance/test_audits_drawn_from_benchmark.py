"""Children looked after on the day of the first audit of the benchmark wave."""

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


def test_the_year_does_not_matter(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        episodes=EPISODES,
        audits="""
        audit_id | wave | audited_date | child_id | question | answer
        1        | A    | 01/06/2019   | Ann      | Plan?    | yes      # Ann, Cas and Dee
        2        | A    | 01/06/2020   | Ann      | Report?  | yes      # the wave goes on
        """,
    )
    assert council.figures("audits_drawn_from_benchmark") == drawn("""
        year | all
        2019 | not supplied
        2020 | 3
        2021 | 3
    """)


def test_the_benchmark_that_the_council_names(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        settings="audits: {benchmark: B}",
        episodes=EPISODES,
        audits="""
        audit_id | wave | audited_date | child_id | question | answer
        1        | A    | 01/06/2019   | Ann      | Plan?    | yes
        2        | B    | 02/06/2020   | Ann      | Plan?    | yes      # Ann, Bob and Eve: Cas left that day
        """,
    )
    assert council.figures("audits_drawn_from_benchmark") == drawn("""
        year | all
        2020 | 0
        2021 | 3
    """)
