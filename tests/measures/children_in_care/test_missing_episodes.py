"""Times (M) in the return's file of missing children that began in the year, of children looked after in it."""

from pathlib import Path

from kit.counting.figures import load_unprotected_figures
from kit.years import parse_as_at
from tests.lib.worked import a_council, drawn

CARE = """
CHILD        | DECOM      | LS | DEC
Ann          | 01/06/2019 | C2 |
Ben          | 01/06/2019 | C2 | 01/07/2020
Cat          | 01/06/2019 | C2 | 01/04/2020   # left as the year began
short breaks | 01/06/2019 | V4 |
"""
MISSING = """
CHILD        | MISSING | MIS_START  | MIS_END    | files
Ann          | M       | 31/03/2020 | 02/04/2020 | 2020 2021   # began the year before
Ann          | M       | 01/04/2020 | 01/04/2020 | 2021        # 1
Ann          | m       | 31/03/2021 |            | 2021        # 2: not yet back
Ann          | A       | 01/05/2020 | 02/05/2020 | 2021        # away, not missing
Ann          |         | 02/05/2020 | 03/05/2020 | 2021        # not recorded
Ann          | X       | 03/05/2020 | 04/05/2020 | 2021        # unknown, listed
Ben          | M       | 01/06/2020 | 02/06/2020 | 2021        # 3
Ben          | M       | 01/06/2020 | 03/06/2020 | 2021        # the same again: a duplicate
Ben          | M       | 01/08/2020 | 02/08/2020 | 2021        # 4: after leaving, of a child looked after in the year
Cat          | M       | 01/04/2020 | 02/04/2020 | 2021        # on no day of the year looked after
short breaks | M       | 01/06/2020 | 02/06/2020 | 2021        # not looked after
nobody       | M       | 01/06/2020 | 02/06/2020 | 2021        # not of the return
"""


def test_from_the_first_day_of_the_year_to_the_last(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2020, 2021), episodes=CARE, missing=MISSING)
    assert council.figures("missing_episodes") == drawn("""
        year | all
        2020 | 1
        2021 | 4
    """)
    assert council.figures("children_with_missing_episodes") == drawn("""
        year | all
        2020 | 1/3
        2021 | 2/2
    """)
    assert council.listed("unknown_code") == drawn("""
        file        | year | row | column  | value
        missing.csv | 2021 | 7   | MISSING | X
    """)


def test_ages_are_those_on_the_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="CHILD | DOB\nAnn | 01/09/2010",
        episodes="CHILD | DECOM\nAnn | 01/06/2019",
        missing="""
        CHILD | MISSING | MIS_START
        Ann   | M       | 31/08/2020   # 9
        Ann   | M       | 01/09/2020   # 10
        Ann   | M       | 02/09/2020
        """,
    )
    assert council.figures("missing_episodes", "age_band_all") == drawn("""
        year | 10–15 | 5–9
        2021 | 2     | 1
    """)


def test_a_part_of_a_year_knows_only_its_own_past(tmp_path: Path) -> None:
    council = a_council(tmp_path, episodes=CARE, missing=MISSING.replace("2020 2021", "2021"))
    results = load_unprotected_figures(council.places, 2021, parse_as_at("2020-06-30", 2021)).results
    found = {row["measure"]: row for row in results.iter_rows(named=True) if row["category"] == "all"}
    assert found["missing_episodes"]["numerator"] == 2  # 1 April and 1 June
    assert found["children_with_missing_episodes"]["numerator"] == 2


def test_no_file_is_not_supplied_and_headings_alone_are_none(tmp_path: Path) -> None:
    council = a_council(tmp_path / "no", episodes=CARE)
    assert council.figures("missing_episodes") == [{"year": "2021", "all": "not supplied"}]
    council = a_council(tmp_path / "empty", episodes=CARE, missing="CHILD | MISSING | MIS_START")
    assert council.figures("missing_episodes") == [{"year": "2021", "all": "0"}]
    assert council.figures("children_with_missing_episodes") == [{"year": "2021", "all": "0/2"}]
