"""A code that came later or had gone by the file's year is listed once, and counts all the same."""

from pathlib import Path

from kit.counting.figures import load_problems
from tests.lib.worked import a_council, drawn


def test_a_code_is_of_its_years(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD | SEX
        Sam   | 1
        Ann   | F          # row 3: from 2025
        """,
        episodes="""
        CHILD | DECOM      | PLACE | DEC        | REC
        Sam   | 01/06/2020 | K3    |            |        # row 2: from 2025
        Ann   | 01/06/2020 | P2    | 01/12/2020 | E43    # row 3: to 2018
        """,
        uasc="""
        CHILD | SEX | DOB
        Sam   | 1   | 01/06/2002
        Ann   | F   | 01/06/2002    # row 3
        """,
        oc3="""
        CHILD | DOB        | ACTIV
        Sam   | 01/06/2002 | F3
        Ann   | 01/06/2002 | F4    # row 3: from 2022
        Joe   | 01/06/2002 | F9    # no code at all: another rule
        """,
    )
    assert council.listed("code_not_of_the_year") == drawn("""
        file     | year | row | column | value
        oc3.csv  | 2021 | 3   | ACTIV  | F4
        uasc.csv | 2021 | 3   | SEX    | F
    """)
    # If the DfE has a rule for the code, the cell is under that one alone.
    found = load_problems(council.places, 2021).filter(extract="episodes")
    assert set(found.filter(row=2, column="PLACE")["rule"]) == {"dfe_146"}
    assert set(found.filter(row=3, column="REC")["rule"]) == {"dfe_149"}
    assert council.listed("dfe_101") == drawn("""
        file       | year | row | column | value
        header.csv | 2021 | 3   | SEX    | F
    """)
    assert council.figures("children_looked_after", "placement") == [{"year": "2021", "Independent or supported": "1"}]
