from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_child_aged_4_or_over_without_a_code_from_pn1_to_pn7(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD       | DOB
        aged 4      | 29/06/2016
        aged 3      | 30/06/2016
        age unknown |
        """,
        episodes="""
        CHILD       | DECOM
        aged 4      | 01/06/2020
        aged 3      | 01/06/2020
        age unknown | 01/06/2020
        """,
        reviews="""
        CHILD       | REVIEW     | REVIEW_CODE
        aged 4      | 29/06/2020 | PN0   # row 2: 4 that day
        aged 4      | 30/06/2020 |       # row 3
        aged 4      | 01/07/2020 | PN9   # row 4: an unknown code, which its own rule shows
        aged 4      | 02/07/2020 | PN7
        aged 4      | 31/05/2020 | PN0   # outside care: another rule
        aged 3      | 29/06/2020 | PN0   # what a child under 4 should have
        age unknown | 29/06/2020 | PN0   # another rule
        """,
    )
    assert council.listed("participation_not_usable") == drawn("""
        file        | year | row | column      | value
        reviews.csv | 2021 | 2   | REVIEW_CODE | PN0
        reviews.csv | 2021 | 3   | REVIEW_CODE |
        reviews.csv | 2021 | 4   | REVIEW_CODE |
    """)
