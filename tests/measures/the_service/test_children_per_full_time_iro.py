"""Children looked after at the ends of months, by the full-time posts of the officers in post."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_children_and_posts_are_counted_on_the_last_day_of_each_month(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | DEC
        Ann   | 01/06/2019 |
        Ben   | 01/06/2019 | 30/04/2020   # not looked after at the end of that day, nor at the end of any later month
        Cat   | 30/06/2020 |              # looked after from the last day of June
        """,
        iros="""
        iro_id | fte | started_date | left_date
        full   | 1   |              |
        part   | 0.6 | 01/08/2020   | 31/12/2020   # in post at the ends of August to December: 5 months
        before | 1   | 01/01/2015   | 29/04/2020   # left on the last day but one of April
        blank  |     | 01/01/2015   |              # adds nothing
        """,
    )
    # Children: 1 in April and May (Ann), 2 in each of the ten months from June. Posts: 12 times 1, 5 times 0.6.
    assert council.figures("children_per_full_time_iro") == drawn("""
        year | all
        2021 | 1.46667 (22/1500)
    """)
    assert council.figures("children_per_full_time_iro", "quarter") == drawn("""
        year | Q1              | Q2              | Q3              | Q4
        2021 | 1.33333 (4/300) | 1.42857 (6/420) | 1.25 (6/480)    | 2 (6/300)
    """)
    months = council.figures("children_per_full_time_iro", "month")[0]
    assert months["2020-05"] == "1 (1/100)"
    assert months["2020-06"] == "2 (2/100)"
    assert months["2020-08"] == "1.25 (2/160)"
    assert months["2020-12"] == "1.25 (2/160)"
    assert months["2021-01"] == "2 (2/100)"


def test_an_officer_counts_on_the_first_day_and_on_the_last(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Ann   | 01/06/2019
        """,
        iros="""
        iro_id | fte | started_date | left_date
        starts | 1   | 30/04/2020   |
        leaves | 1   |              | 30/04/2020
        """,
    )
    months = council.figures("children_per_full_time_iro", "month")[0]
    assert (months["2020-04"], months["2020-05"]) == ("0.5 (1/200)", "1 (1/100)")


def test_each_year_has_its_own_posts_and_no_posts_are_no_cases(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        episodes="""
        CHILD | DECOM
        Ann   | 01/06/2017
        """,
        iros="""
        iro_id | fte | files
        one    | 0.5 | 2020
        one    |     | 2021
        """,
    )
    assert council.figures("children_per_full_time_iro") == drawn("""
        year | all
        2019 | not supplied
        2020 | 2 (12/600)
        2021 | no cases
    """)


def test_without_the_column_it_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(tmp_path, without=["iros.fte"], iros="iro_id\none")
    assert council.figures("children_per_full_time_iro") == [{"year": "2021", "all": "not supplied"}]
