"""The reviews of children aged 4 or over by how the child took part, PN1 to PN7."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_one_category_a_code(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD | DOB
        Ann   | 01/06/2010
        Sam   | 02/06/2016
        """,
        episodes="""
        CHILD | DECOM
        Ann   | 01/04/2020
        Sam   | 01/04/2020
        """,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Ann   | 01/06/2020 | PN1
        Ann   | 02/06/2020 | PN1
        Ann   | 03/06/2020 | PN2
        Ann   | 04/06/2020 | PN3
        Ann   | 05/06/2020 | PN4
        Ann   | 06/06/2020 | PN5
        Ann   | 07/06/2020 | PN6
        Ann   | 08/06/2020 | PN7
        Ann   | 09/06/2020 | PN0   # left out, as she is over 4
        Ann   | 10/06/2020 | PN9   # no code of the return: left out
        Sam   | 01/06/2020 | PN1   # 3 years old: left out
        Sam   | 02/06/2020 | PN7   # 4
        """,
    )
    assert council.figures("participation") == drawn("""
        year | all
        2021 | 9
    """)
    attended = "Attended and spoke | Attended, advocate spoke | Attended, other means | Attended, did not contribute"
    absent = "Absent, briefed an advocate | Absent, sent views | Absent, no views"
    assert council.figures("participation", "participation") == drawn(f"""
        year | {attended} | {absent}
        2021 | 2 | 1 | 1 | 1 | 1 | 1 | 2
    """)
