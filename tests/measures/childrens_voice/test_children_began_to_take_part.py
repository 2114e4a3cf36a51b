"""Of children with no part at their last telling review of the year before: those with a part at this year's last.

A review tells if the child was 4 or over that day and the code is PN1 to PN7.
"""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_last_telling_review_of_each_year_decides(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD             | DECOM
        began             | 01/05/2019
        began, then not   | 01/05/2019
        still not         | 01/05/2019
        took part before  | 01/05/2019
        new               | 01/05/2020
        not seen again    | 01/05/2019
        first and last    | 01/05/2019
        not telling       | 01/05/2019
        """,
        reviews="""
        CHILD             | REVIEW     | REVIEW_CODE
        began             | 01/06/2019 | PN1   # not the last of the year before
        began             | 01/12/2019 | PN7
        began             | 01/06/2020 | PN7   # not the last of this year
        began             | 01/12/2020 | PN6   # 1 of 1
        began, then not   | 01/12/2019 | PN4
        began, then not   | 01/06/2020 | PN1
        began, then not   | 01/12/2020 | PN7   # 0 of 1
        still not         | 01/12/2019 | PN7
        still not         | 01/06/2020 | PN4   # 0 of 1
        took part before  | 01/12/2019 | PN5   # took part in the year before: not counted
        took part before  | 01/06/2020 | PN1
        new               | 01/06/2020 | PN1   # no review in the year before: not counted
        not seen again    | 01/12/2019 | PN7   # no review in this year: not counted
        first and last    | 31/03/2020 | PN7   # the last day of the year before
        first and last    | 01/04/2020 | PN2   # the first of this year: 1 of 1
        not telling       | 01/06/2019 | PN7   # the last that tells
        not telling       | 01/12/2019 | PN0
        not telling       | 01/06/2020 | PN3   # the last that tells: 1 of 1
        not telling       | 01/12/2020 |
        """,
    )
    assert council.figures("children_began_to_take_part") == drawn("""
        year | all
        2020 | not known
        2021 | 3/5
    """)


def test_a_child_of_three_in_the_year_before_did_not_begin(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        header="""
        CHILD          | DOB
        three          | 02/12/2015
        four that day  | 01/12/2015
        """,
        episodes="""
        CHILD          | DECOM
        three          | 01/05/2019
        four that day  | 01/05/2019
        """,
        reviews="""
        CHILD          | REVIEW     | REVIEW_CODE
        three          | 01/12/2019 | PN7   # still 3: not counted
        three          | 01/06/2020 | PN1
        four that day  | 01/12/2019 | PN7
        four that day  | 01/06/2020 | PN1   # 1 of 1
        """,
    )
    assert council.figures("children_began_to_take_part") == drawn("""
        year | all
        2020 | not known
        2021 | 1/1
    """)


def test_only_the_year_just_before_is_looked_at(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        episodes="""
        CHILD | DECOM
        Sam   | 01/05/2018
        Ann   | 01/05/2018
        """,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Sam   | 01/12/2018 | PN7
        Sam   | 01/06/2020 | PN1   # none in the year just before: in no figure of 2021
        Ann   | 01/12/2018 | PN7
        Ann   | 01/12/2019 | PN1   # 2020: 1 of 1
        Ann   | 01/12/2020 | PN7
        """,
    )
    assert council.figures("children_began_to_take_part") == drawn("""
        year | all
        2019 | not known
        2020 | 1/1
        2021 | no cases
    """)


def test_a_year_after_a_missing_one_is_not_known(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2021,), episodes="CHILD | DECOM\nSam | 01/05/2019")
    assert council.figures("children_began_to_take_part") == drawn("""
        year | all
        2021 | not known
    """)


def test_age_placement_mode_and_officer_are_those_of_this_years_last_review(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        header="""
        CHILD | DOB
        Ann   | 01/09/2010
        """,
        episodes="""
        CHILD | DECOM      | DEC        | RNE | PLACE
        Ann   | 01/05/2019 | 01/09/2020 | S   | U6
        Ann   | 01/09/2020 |            | P   | K2
        """,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Ann   | 01/12/2019 | PN7
        Ann   | 31/08/2020 | PN7
        Ann   | 01/09/2020 | PN1
        """,
        review_details="""
        child_id | review_date | mode      | iro_id
        Ann      | 01/12/2019  | in person | R01
        Ann      | 31/08/2020  | hybrid    | R02
        Ann      | 01/09/2020  | virtual   | R03
        """,
        send="""
        child_id | as_at_date | sen_provision | primary_need
        Ann      | 31/03/2020 | N             |
        Ann      | 31/03/2021 | E             | ASD
        """,
    )
    for breakdown, category in (
        ("age_band", "10–15"),
        ("placement", "Children's home"),
        ("mode", "Virtual"),
        ("sen_provision", "EHC plan"),
        ("primary_need", "Autistic spectrum disorder"),
        ("review_iro", "R03"),
    ):
        before, now = council.figures("children_began_to_take_part", breakdown)
        assert now == {"year": "2021", category: "1/1"}
        assert before[category] == "not known"
