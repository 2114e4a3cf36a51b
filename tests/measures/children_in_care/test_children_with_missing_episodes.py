"""Children looked after on any day of the year: those with a time missing (M) that began in it."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_child_counts_once_with_the_age_on_the_last_day_of_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD | DOB
        Ann   | 31/03/2011   # 10 on 31 March 2021
        Ben   | 01/04/2005   # 15 on it, though gone by then
        Cat   | 31/03/2005   # 16 on it
        Dan   |              # not known
        """,
        episodes="""
        CHILD | DECOM      | DEC
        Ann   | 01/06/2019 |
        Ben   | 01/06/2019 | 02/04/2020
        Cat   | 31/03/2021 |
        Dan   | 01/06/2019 |
        """,
        reviews="CHILD | REVIEW | DOB\nDan | 01/06/2020 | ",
        missing="""
        CHILD | MISSING | MIS_START
        Ann   | M       | 01/06/2020   # 9 that day
        Ann   | M       | 01/07/2020   # the same child
        Cat   | M       | 01/06/2020   # before being looked after, in the year
        Dan   | A       | 01/06/2020   # away, not missing
        """,
    )
    assert council.figures("children_with_missing_episodes") == drawn("""
        year | all
        2021 | 2/4
    """)
    assert council.figures("children_with_missing_episodes", "age_band_all") == drawn("""
        year | 10–15 | 16+ | Not recorded
        2021 | 1/2   | 1/1 | 0/1
    """)


def test_a_file_without_the_code_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="CHILD | DECOM\nAnn | 01/06/2019",
        missing="CHILD | MIS_START\nAnn | 01/06/2020",
        without=["missing.MISSING"],
    )
    assert council.figures("children_with_missing_episodes") == [{"year": "2021", "all": "not supplied"}]
