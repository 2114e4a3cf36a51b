"""Children with a telling review in the year (4 or over that day, PN1 to PN7): those with a part in at least one."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_one_review_with_a_part_is_enough(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD        | DECOM
        once         | 01/05/2019
        never        | 01/05/2019
        always       | 01/05/2019
        not telling  | 01/05/2019
        """,
        reviews="""
        CHILD        | REVIEW     | REVIEW_CODE
        once         | 31/03/2020 | PN7   # 2020: 0 of 1
        once         | 01/04/2020 | PN7
        once         | 01/09/2020 | PN6   # sent views: 2021, 1 of 1
        once         | 01/12/2020 | PN4
        never        | 01/06/2020 | PN4   # was there, said nothing: 0 of 1
        never        | 31/03/2021 | PN7
        always       | 01/06/2020 | PN1   # 1 of 1
        always       | 01/12/2020 | PN5   # still one child
        not telling  | 01/06/2020 | PN0   # tells nothing: not counted
        not telling  | 01/12/2020 |
        """,
    )
    assert council.figures("children_with_part") == drawn("""
        year | all
        2020 | 0/1
        2021 | 2/3
    """)
    # The other side of the same children.
    assert council.figures("children_never_took_part") == drawn("""
        year | all
        2020 | 1/1
        2021 | 1/3
    """)


def test_short_breaks_and_reviews_before_the_fourth_birthday_do_not_count(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD         | DOB
        turning four  | 01/10/2016
        short breaks  | 01/06/2010
        """,
        episodes="""
        CHILD         | DECOM      | LS
        turning four  | 01/05/2020 | C2
        short breaks  | 01/05/2020 | V4
        """,
        reviews="""
        CHILD         | REVIEW     | REVIEW_CODE
        turning four  | 30/09/2020 | PN1   # still 3: this part does not count
        turning four  | 01/10/2020 | PN7   # 4 that day: 0 of 1
        short breaks  | 01/06/2020 | PN1   # not looked after
        """,
    )
    assert council.figures("children_with_part") == drawn("""
        year | all
        2021 | 0/1
    """)


def test_age_at_the_last_such_review_and_provision_of_the_newest_record(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        header="CHILD | DOB\nAnn | 01/09/2010\nBen | 01/06/2010",
        episodes="CHILD | DECOM\nAnn | 01/05/2019\nBen | 01/05/2019",
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Ann   | 31/08/2020 | PN1   # 9
        Ann   | 01/09/2020 | PN4   # 10: the last that tells
        Ann   | 01/12/2020 |       # tells nothing
        Ben   | 01/09/2020 | PN7   # no SEND record
        Ben   | 01/09/2019 | PN7   # 2019-20, when no record was supplied
        """,
        send="""
        child_id | as_at_date | sen_provision
        Ann      | 31/03/2021 | K
        Ann      | 01/04/2021 | N
        """,
    )
    assert council.figures("children_with_part", "age_band")[1] == {"year": "2021", "10–15": "1/2", "4–9": "no cases"}
    assert council.figures("children_with_part", "sen_provision") == drawn("""
        year | Not recorded | SEN support
        2020 | not supplied | not supplied
        2021 | 0/1          | 1/1
    """)
