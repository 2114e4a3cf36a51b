"""Reviews of children aged 4 or over that day with code PN4 or PN7, of those with PN1 to PN7."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

SAM = """
    CHILD | DECOM
    Sam   | 01/02/2020
"""


def test_which_codes_are_taking_no_part(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=SAM,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Sam   | 31/03/2020 | PN7   # the year before, not loaded
        Sam   | 01/04/2020 | PN1   # 0 of 1
        Sam   | 02/04/2020 | PN2   # 0 of 1
        Sam   | 03/04/2020 | PN3   # 0 of 1
        Sam   | 04/04/2020 | PN4   # attended, did not contribute: 1 of 1
        Sam   | 01/07/2020 | PN5   # 0 of 1
        Sam   | 01/08/2020 | PN6   # 0 of 1
        Sam   | 01/09/2020 | PN0   # means under 4: left out
        Sam   | 01/10/2020 |       # left out
        Sam   | 31/03/2021 | PN7   # absent, no views: 1 of 1
        """,
    )
    assert council.figures("children_took_no_part") == drawn("""
        year | all
        2021 | 2/7
    """)


def test_age_and_placement_are_those_of_the_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD  | DOB
        three  | 02/06/2016   # 3 on 1 June 2020, 4 the day after
        Ann    | 02/06/2010
        """,
        episodes="""
        CHILD  | DECOM      | DEC        | RNE | PLACE
        three  | 01/05/2020 |            | S   | U6
        Ann    | 01/05/2020 | 02/06/2020 | S   | U6
        Ann    | 02/06/2020 |            | P   | K2
        """,
        reviews="""
        CHILD  | REVIEW     | REVIEW_CODE
        three  | 01/06/2020 | PN7   # under 4: left out
        three  | 02/06/2020 | PN7   # 4–9, foster care: 1 of 1
        Ann    | 01/06/2020 | PN4   # 4–9, foster care: 1 of 1
        Ann    | 02/06/2020 | PN1   # 10–15, children's home: 0 of 1
        Ann    | 01/09/2020 | PN7   # 10–15, children's home: 1 of 1
        """,
    )
    assert council.figures("children_took_no_part", "age_band") == drawn("""
        year | 4–9 | 10–15
        2021 | 2/2 | 1/2
    """)
    assert council.figures("children_took_no_part", "placement") == drawn("""
        year | Foster care, other | Children's home
        2021 | 2/2                | 1/2
    """)


def test_mode_and_officer_are_those_of_the_review_details_and_need_that_of_the_send_record(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=SAM,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Sam   | 01/06/2020 | PN7
        Sam   | 02/06/2020 | PN1
        Sam   | 03/06/2020 | PN7
        """,
        review_details="""
        child_id | review_date | mode    | iro_id
        Sam      | 01/06/2020  | virtual | R01
        Sam      | 02/06/2020  |         | R02
        """,
        send="""
        child_id | as_at_date | sen_provision | primary_need
        Sam      | 01/01/2021 | E             | ASD
        """,
    )
    assert council.figures("children_took_no_part", "mode") == drawn("""
        year | Virtual | Not recorded
        2021 | 1/1     | 1/2
    """)
    assert council.figures("children_took_no_part", "review_iro") == drawn("""
        year | Not recorded | R01 | R02
        2021 | 1/1          | 1/1 | 0/1
    """)
    assert council.figures("children_took_no_part", "sen_provision") == drawn("""
        year | EHC plan
        2021 | 2/3
    """)
    assert council.figures("children_took_no_part", "primary_need") == drawn("""
        year | Autistic spectrum disorder
        2021 | 2/3
    """)


def test_without_review_details_the_officer_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(tmp_path, episodes=SAM, reviews="CHILD | REVIEW | REVIEW_CODE\nSam | 01/06/2020 | PN7")
    assert council.figures("children_took_no_part") == drawn("""
        year | all
        2021 | 1/1
    """)
    assert council.figures("children_took_no_part", "review_iro") == []
    assert council.figures("children_took_no_part", "mode") == drawn("""
        year | every category
        2021 | not supplied
    """)
