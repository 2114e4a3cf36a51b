"""Children with a telling review in the year (4 or over that day, PN1 to PN7): those with PN4 or PN7 at every one."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_child_counts_once_and_one_review_with_a_part_is_enough(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD        | DECOM
        never        | 01/05/2019
        once         | 01/05/2019
        always       | 01/05/2019
        not telling  | 01/05/2019
        left         | 01/05/2019
        """,
        reviews="""
        CHILD        | REVIEW     | REVIEW_CODE
        never        | 31/03/2020 | PN1   # 2020: 0 of 1
        never        | 01/04/2020 | PN4
        never        | 31/03/2021 | PN7   # 2021: 1 of 1
        once         | 01/06/2020 | PN7
        once         | 01/09/2020 | PN6   # sent views
        once         | 01/12/2020 | PN7   # 2021: 0 of 1
        always       | 01/06/2020 | PN1   # 2021: 0 of 1
        not telling  | 01/06/2020 | PN0   # 2021: not counted
        not telling  | 01/12/2020 |
        left         | 01/06/2019 | PN7   # 2020: 1 of 1
        """,
    )
    assert council.figures("children_never_took_part") == drawn("""
        year | all
        2020 | 1/2
        2021 | 1/3
    """)


def test_reviews_before_the_fourth_birthday_do_not_count(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD         | DOB
        turning four  | 01/10/2016
        three         | 01/04/2017
        """,
        episodes="""
        CHILD         | DECOM
        turning four  | 01/05/2020
        three         | 01/05/2020
        """,
        reviews="""
        CHILD         | REVIEW     | REVIEW_CODE
        turning four  | 30/09/2020 | PN1   # still 3: this part does not count
        turning four  | 01/10/2020 | PN7   # 4 that day: 1 of 1
        three         | 31/03/2021 | PN7   # 3: not counted
        """,
    )
    assert council.figures("children_never_took_part") == drawn("""
        year | all
        2021 | 1/1
    """)


def test_the_last_telling_review_of_the_year_says_age_placement_mode_and_officer(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD | DOB
        Ann   | 01/09/2010
        """,
        episodes="""
        CHILD | DECOM      | DEC        | RNE | PLACE
        Ann   | 01/05/2020 | 01/09/2020 | S   | U6
        Ann   | 01/09/2020 |            | P   | K2
        """,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Ann   | 31/08/2020 | PN7   # 9, in foster care
        Ann   | 01/09/2020 | PN4   # 10, in a children's home: the last that tells
        Ann   | 01/12/2020 |       # does not tell
        """,
        review_details="""
        child_id | review_date | mode      | iro_id
        Ann      | 31/08/2020  | in person | R01
        Ann      | 01/09/2020  | virtual   | R02
        Ann      | 01/12/2020  | hybrid    | R03
        """,
        send="""
        child_id | as_at_date | sen_provision | primary_need
        Ann      | 31/03/2021 | K             | SEMH
        Ann      | 01/04/2021 | N             |
        """,
    )
    for breakdown, category in (
        ("age_band", "10–15"),
        ("placement", "Children's home"),
        ("mode", "Virtual"),
        ("sen_provision", "SEN support"),
        ("primary_need", "Social, emotional and mental health"),
        ("review_iro", "R02"),
    ):
        assert council.figures("children_never_took_part", breakdown) == [{"year": "2021", category: "1/1"}]
