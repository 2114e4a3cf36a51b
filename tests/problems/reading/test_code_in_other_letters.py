from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_codes_of_the_return_in_small_letters_count_and_each_column_is_listed_once(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | LS | RNE
        Sam   | 01/06/2020 | v3 | s    # short breaks, which are no time of being looked after
        Ann   | 01/06/2020 | v2 | S
        Bea   | 01/06/2020 | v3 | S
        """,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Ann   | 29/06/2020 | Pn1
        """,
        review_details="""
        child_id | review_date | mode   # a council's own codes may be in any letter case
        Ann      | 29/06/2020  | Virtual
        """,
    )
    assert council.listed("code_in_other_letters") == drawn("""
        file         | year | row | column      | value
        episodes.csv | 2021 | 1   | LS          | v3 in 2 rows, v2 in 1 row
        episodes.csv | 2021 | 1   | RNE         | s in 1 row
        reviews.csv  | 2021 | 1   | REVIEW_CODE | Pn1 in 1 row
    """)
    assert council.listed("unknown_code") == council.listed("dfe_144") == []
    assert council.figures("children_looked_after") == drawn("""
        year | all
        2021 | 1
    """)
    assert council.figures("children_took_part") == drawn("""
        year | all
        2021 | 1/1
    """)
