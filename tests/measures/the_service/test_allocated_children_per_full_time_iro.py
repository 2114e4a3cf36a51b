"""Children allocated on the last day, by the full-time posts in post; by officer for the service alone."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_children_of_each_officer_that_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | DEC
        Ann   | 01/06/2019 |
        Ben   | 01/06/2019 |
        Cat   | 01/06/2019 |
        Dan   | 01/06/2019 | 31/03/2021   # no longer looked after
        """,
        iros="""
        iro_id | fte | left_date
        full   | 1   |
        part   | 0.5 |
        left   | 1   | 30/03/2021
        """,
        allocations="""
        child_id | iro_id | start_date | end_date
        Ann      | full   | 01/06/2019 |
        Ann      | full   | 01/07/2019 |              # once for each officer
        Ben      | part   | 01/06/2019 |
        Ben      | full   | 01/01/2021 |              # and for each of two
        Cat      | left   | 01/06/2019 |              # of an officer who has left
        Dan      | full   | 01/06/2019 |
        """,
    )
    assert council.figures("allocated_children_per_full_time_iro") == drawn("""
        year | all
        2021 | 2.66667 (4/150)
    """)
    assert council.figures("allocated_children_per_full_time_iro", "iro") == drawn("""
        year | full      | part
        2021 | 2 (2/100) | 2 (1/50)
    """)


def test_it_needs_posts_and_allocations(tmp_path: Path) -> None:
    council = a_council(tmp_path, iros="iro_id | fte\nfull | 1")
    assert council.figures("allocated_children_per_full_time_iro") == [{"year": "2021", "all": "not supplied"}]
