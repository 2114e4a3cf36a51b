"""What a rule of the DfE says of a cell is under the DfE's code, and there alone."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_value_that_the_code_set_does_not_hold(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD | SEX | ETHNIC
        Sam   | 2   | WBRI
        Ann   | X   |          # row 3: X; a blank is no code
        """,
        episodes="""
        CHILD | DECOM      | PLACE | LS
        Sam   | 01/06/2020 | K2    | C2
        Ann   | 01/06/2020 | k2    | C2   # a code in small letters is that code
        Bea   | 01/06/2020 | k22   | C2   # row 4
        """,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Sam   | 29/06/2020 | PN0   # known, though of no use at his age
        Sam   | 30/06/2020 | PN9   # row 3
        """,
        review_details="""
        child_id | review_date | mode
        Sam      | 29/06/2020  | In Person   # in a council's own extract capitals are no matter
        Sam      | 30/06/2020  | telephone   # row 3
        """,
        send="""
        child_id | as_at_date | disability
        Sam      | 01/01/2021 | AUT; beh
        Ann      | 01/01/2021 | AUT;QQQ     # row 3: one of several is enough
        """,
        escalations="""
        escalation_id | raised_date | raised_stage
        a             | 01/06/2020  | Stage 2
        b             | 01/06/2020  | second    # row 3
        """,
    )
    assert council.listed("unknown_code") == drawn("""
        file               | year | row | column       | value
        escalations.csv    | 2021 | 3   | raised_stage | second
        review_details.csv | 2021 | 3   | mode         | telephone
        send.csv           | 2021 | 3   | disability   | AUT;QQQ
    """)
    assert council.listed("dfe_101") == drawn("""
        file       | year | row | column | value
        header.csv | 2021 | 3   | SEX    | X
    """)
    assert council.listed("dfe_146") == drawn("""
        file         | year | row | column | value
        episodes.csv | 2021 | 4   | PLACE  | k22
    """)
    assert council.listed("dfe_167") == drawn("""
        file        | year | row | column      | value
        reviews.csv | 2021 | 3   | REVIEW_CODE | PN9
    """)
