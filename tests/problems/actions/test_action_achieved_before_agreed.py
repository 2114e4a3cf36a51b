from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_achieved_by_the_end_of_the_year_whose_report_agreed_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        actions="""
        action_id | agreed_year | status   | achieved_date
        A1        | 2020        | achieved | 31/03/2020   # row 2: agreed after that day
        A2        | 2020        | achieved | 01/04/2020   # as soon as the year was over
        A3        | 2020        | achieved | 01/06/2002   # row 4: the year mistyped
        A4        | 2020        | achieved |
        """,
    )
    assert council.listed("action_achieved_before_agreed") == drawn("""
        file        | year | row | column        | value
        actions.csv | 2021 | 2   | achieved_date | 31/03/2020
        actions.csv | 2021 | 4   | achieved_date | 01/06/2002
    """)
