"""Officers in post on the last day of the year, by ethnicity."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_in_post_on_the_last_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        iros="""
        iro_id   | started_date | left_date  | ethnicity | files
        a        |              |            | WBRI      | 2020 2021   # a code of the return
        b        | 31/03/2021   |            | White     | 2021        # a group; from the last day
        c        |              | 31/03/2021 | Black     | 2020 2021   # to the last day
        d        |              | 30/03/2021 | Asian     | 2020 2021   # to the day before
        e        | 01/04/2021   |            | Asian     | 2021        # from the day after
        f        |              |            |           | 2021        # not recorded
        g        |              | 01/05/2021 | White     | 2021        # leaves after the year
        """,
    )
    assert council.figures("iros_in_post") == drawn("""
        year | all
        2020 | 3
        2021 | 5
    """)
    assert council.figures("iros_in_post", "ethnicity") == drawn("""
        year | Asian | Black | Not recorded | White
        2020 | 1     | 1     | 0            | 1
        2021 | 0     | 1     | 1            | 3
    """)


def test_no_file_is_not_supplied(tmp_path: Path) -> None:
    assert a_council(tmp_path).figures("iros_in_post") == [{"year": "2021", "all": "not supplied"}]
