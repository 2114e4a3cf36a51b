"""Children looked after on 31 March who had an independent visitor on that day."""

from pathlib import Path

from kit.counting.figures import load_unprotected_figures
from kit.years import parse_as_at
from tests.lib.worked import a_council, drawn

CARE = """
CHILD        | DECOM      | LS | DEC
Ann          | 01/06/2019 | C2 |
Ben          | 01/06/2019 | C2 |
Cat          | 01/06/2019 | C2 |
Dan          | 01/06/2019 | C2 |
Eve          | 01/06/2019 | C2 |
Fay          | 01/06/2019 | C2 |
gone         | 01/06/2019 | C2 | 31/03/2021
short breaks | 01/06/2019 | V4 |
"""


def test_on_the_last_day_of_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=CARE,
        advocacy="""
        child_id     | kind                | offered_date | started_date | ended_date
        Ann          | independent visitor | 01/06/2020   | 31/03/2021   |              # 1: from that day
        Ann          | independent visitor | 01/06/2019   | 01/07/2019   | 01/09/2019   # once is enough
        Ben          | Independent visitor  | 01/06/2020   | 01/07/2020   | 01/04/2021   # 2: ended the day after
        Cat          | independent visitor | 01/06/2020   | 01/07/2020   | 31/03/2021   # the day on which it ended is no day of it
        Dan          | independent visitor | 01/06/2020   |              |              # offered, not started
        Eve          | independent visitor | 01/06/2020   | 01/04/2021   |              # started after the year
        Fay          | advocate | 01/06/2020   | 01/07/2020   |              # another kind
        gone         | independent visitor | 01/06/2020   | 01/07/2020   |              # not looked after on 31 March
        short breaks | independent visitor | 01/06/2020   | 01/07/2020   |
        """,
    )
    assert council.figures("children_with_independent_visitor") == drawn("year | all\n2021 | 2/6")


def test_the_newest_row_holds_and_a_year_knows_only_its_own_past(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="CHILD | DECOM\nAnn | 01/06/2018\nBen | 01/06/2018",
        advocacy="""
        child_id | kind | offered_date | started_date | ended_date | files
        Ann      | independent visitor   | 01/06/2019   | 01/07/2019   |            | 2020
        Ann      | independent visitor   | 01/06/2019   | 01/07/2019   | 01/12/2020 | 2021   # ended since
        Ben      | independent visitor   |              | 01/07/2019   |            | 2020   # never said to have ended
        """,
    )
    assert council.figures("children_with_independent_visitor") == drawn("""
        year | all
        2020 | 2/2
        2021 | 1/2
    """)
    results = load_unprotected_figures(council.places, 2021, parse_as_at("2020-09-30", 2021)).results
    rows = results.filter(measure="children_with_independent_visitor", year=2021, breakdown="all")
    assert rows.select("numerator", "denominator").rows() == [(2, 2)]


def test_ages_are_those_on_the_last_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="CHILD | DOB\nAnn | 31/03/2011\nBen | 01/04/2011",
        episodes="CHILD | DECOM\nAnn | 01/06/2019\nBen | 01/06/2019",
        advocacy="child_id | kind | offered_date | started_date\nAnn | independent visitor | 01/06/2020 | 01/06/2020",
    )
    assert council.figures("children_with_independent_visitor", "age_band_all") == drawn("""
        year | 10–15 | 5–9
        2021 | 1/1   | 0/1
    """)


def test_no_file_is_not_supplied_and_headings_alone_are_none(tmp_path: Path) -> None:
    council = a_council(tmp_path / "no", episodes=CARE)
    assert council.figures("children_with_independent_visitor") == [{"year": "2021", "all": "not supplied"}]
    council = a_council(tmp_path / "empty", episodes=CARE, advocacy="child_id | kind | offered_date | started_date")
    assert council.figures("children_with_independent_visitor") == [{"year": "2021", "all": "0/6"}]
