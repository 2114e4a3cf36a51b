"""Of children with a part at their last telling review of the year before: those with no part at this year's last.

A review tells if the child was 4 or over that day and the code is PN1 to PN7.
"""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_last_telling_review_of_each_year_decides(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD                | DECOM
        stopped              | 01/05/2019
        stopped, then again  | 01/05/2019
        still takes part     | 01/05/2019
        no part before       | 01/05/2019
        new                  | 01/05/2020
        first and last       | 01/05/2019
        not telling          | 01/05/2019
        told too young       | 01/05/2019
        """,
        reviews="""
        CHILD                | REVIEW     | REVIEW_CODE
        stopped              | 01/06/2019 | PN7   # not the last of the year before
        stopped              | 01/12/2019 | PN2
        stopped              | 01/06/2020 | PN1   # not the last of this year
        stopped              | 01/12/2020 | PN4   # there and did not contribute: 1 of 1
        stopped, then again  | 01/12/2019 | PN3
        stopped, then again  | 01/06/2020 | PN7
        stopped, then again  | 01/12/2020 | PN5   # 0 of 1
        still takes part     | 01/12/2019 | PN6
        still takes part     | 01/06/2020 | PN6   # 0 of 1
        no part before       | 01/12/2019 | PN4   # not counted
        no part before       | 01/06/2020 | PN7
        new                  | 01/06/2020 | PN7   # no review in the year before: not counted
        first and last       | 31/03/2020 | PN1   # the last day of the year before
        first and last       | 01/04/2020 | PN7   # the first of this year: 1 of 1
        not telling          | 01/06/2019 | PN1   # the last that tells
        not telling          | 01/12/2019 |
        not telling          | 01/06/2020 | PN7   # the last that tells: 1 of 1
        not telling          | 01/12/2020 | PN0
        told too young       | 01/06/2019 | PN7   # the last that tells: not counted
        told too young       | 01/12/2019 | PN0
        told too young       | 01/06/2020 | PN7
        """,
    )
    assert council.figures("children_stopped_taking_part") == drawn("""
        year | all
        2020 | not known
        2021 | 3/5
    """)


def test_age_placement_mode_and_officer_are_those_of_this_years_last_review(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        header="""
        CHILD | DOB
        Ann   | 01/09/2004
        """,
        episodes="""
        CHILD | DECOM      | DEC        | RNE | PLACE
        Ann   | 01/05/2019 | 01/09/2020 | S   | U6
        Ann   | 01/09/2020 |            | P   | P2
        """,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Ann   | 01/12/2019 | PN1
        Ann   | 31/08/2020 | PN1
        Ann   | 01/09/2020 | PN7
        """,
        review_details="""
        child_id | review_date | mode      | iro_id
        Ann      | 01/12/2019  | in person | R01
        Ann      | 31/08/2020  | hybrid    | R02
        Ann      | 01/09/2020  | paper     | R03
        """,
    )
    for breakdown, category in (
        ("age_band", "16+"),
        ("placement", "Independent or supported"),
        ("mode", "Paper"),
        ("review_iro", "R03"),
    ):
        assert council.figures("children_stopped_taking_part", breakdown)[-1] == {"year": "2021", category: "1/1"}
    for breakdown in ("sen_provision", "primary_need"):
        assert council.figures("children_stopped_taking_part", breakdown) == drawn("""
            year | every category
            2020 | not supplied
            2021 | not supplied
        """)
