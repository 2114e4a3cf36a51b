from pathlib import Path

from kit.counting.figures import load_problems
from kit.worklists.check_files import check_files
from tests.lib.worked import a_council, drawn

SHORT_OC2 = {
    "header": """
        CHILD | DOB
        Sam   | 01/06/2010
        Ann   | 01/06/2009
    """,
    "episodes": """
        CHILD | DECOM
        Sam   | 01/06/2018
        Ann   | 01/06/2018
    """,
    "oc2": """
        CHILD | DOB        | SDQ_SCORE | CONVICTED | IMMUNISATIONS | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE
        Sam   | 01/06/2010 | 10        | 0         | 1             | 1                 | 0
        Ann   | 01/06/2009 | 41        | 0         | 1             | 1                 | 7
    """,
}


def test_a_column_of_the_contract_that_the_file_lacks_is_listed_once_at_row_1(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        send="""
        child_id | as_at_date | files
        Sam      | 01/01/2020 | 2020
        Sam      | 01/01/2021 | 2021
        """,
        without=["send.disability"],
    )
    # The file has a column primary_need, though no cell of it is filled.
    assert council.listed("column_not_supplied") == drawn("""
        file     | year | row | column     | value
        send.csv | 2020 | 1   | disability |
        send.csv | 2021 | 1   | disability |
    """)


def test_the_rules_that_need_the_column_flag_nobody_and_are_named_once(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2021,), without=["oc2.TEETH_CHECK"], **SHORT_OC2)
    assert council.listed("column_not_supplied") == drawn("""
        file    | year | row | column      | value
        oc2.csv | 2021 | 1   | TEETH_CHECK |
    """)
    table = load_problems(council.places, 2021).filter(extract="oc2")
    # A score of 41 and an answer of 7 are flagged as they would be with the column.
    assert sorted(table["rule"]) == ["column_not_supplied", "dfe_180", "dfe_181"]
    said = table.filter(rule="column_not_supplied")["message"].item()
    assert said.startswith("A column of the contract that the file does not have. Add the column")
    assert said.endswith("Rules of the DfE not run without it, for the return of 2021: 182, 190, 191, 544, 547.")
    folder = check_files(council.places, 2021).folder
    assert said.partition("have. ")[2] in (folder / "problems.csv").read_text(encoding="utf-8")


def test_a_rule_that_compares_with_last_year_needs_the_column_in_both_files(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2020, 2021), **{n: t for n, t in SHORT_OC2.items() if n != "oc2"})
    for year in (2020, 2021):
        path = council.places.raw / str(year) / "header.csv"
        text = path.read_text(encoding="utf-8")
        # A header without UPN in 2020, and one with a UPN for each child in 2021.
        text = text.replace(",UPN,MOTHER,MC_DOB", ",MOTHER,MC_DOB").replace(",,\n", ",\n") if year == 2020 else text
        text = text.replace("WBRI,,,", "WBRI,UN4,,")
        path.write_text(text, encoding="utf-8")
    table = load_problems(council.places, 2021)
    assert not set(table["rule"]) & {"dfe_208", "dfe_442"}
    said = table.filter(rule="column_not_supplied")["message"].item()
    assert "for the return of 2020: 168, 209, 210, 442; for the return of 2021: 208." in said
