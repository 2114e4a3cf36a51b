"""What changes between years: columns, codes, counts. It is listed, and all years load together."""

from pathlib import Path

import polars as pl

from kit.counting.figures import load_problems
from kit.extracts import EXTRACTS
from kit.intake.take_in import take_in
from kit.paths import Places
from tests.lib.small_councils import put, small_council

DRIFT = ["column_added", "column_gone", "column_all_empty", "count_moved", "code_not_of_the_year"]
OF_THE_YEAR = ["dfe_101", "dfe_146", "dfe_149"]


def drifted(places: Places, *rules: str) -> list[tuple]:
    problems = load_problems(places, 2021).filter(pl.col("rule").is_in(rules or DRIFT))
    return problems.select("extract", "year", "row", "column", "rule").rows()


def details(places: Places, year: int, head: str, *lines: str) -> None:
    put(places, year, "review_details.csv", [head, *lines])


def test_a_column_added_gone_renamed_or_all_empty_is_said_of_the_newer_file(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    details(places, 2020, "child_id,review_date,mode,iro_id,care_plan", "1001,20/06/2019,virtual,I1,final")
    details(places, 2021, "child_id,review_date,mode,Chair,quality_score", "1001,20/06/2020,,I1,4")
    assert drifted(places) == [
        ("review_details", 2021, 1, "Chair", "column_added"),
        ("review_details", 2021, 1, "care_plan", "column_gone"),
        ("review_details", 2021, 1, "iro_id", "column_gone"),
        ("review_details", 2021, 1, "mode", "column_all_empty"),
        ("review_details", 2021, 1, "quality_score", "column_added"),
    ]


def test_two_years_alike_have_no_drift_and_a_year_without_the_file_is_none(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2019, 2020, 2021))
    details(places, 2019, "child_id,review_date,mode", "1001,20/06/2018,virtual")
    details(places, 2021, "child_id,review_date,iro_id", "1001,20/06/2020,I1")
    assert drifted(places) == []


def test_every_year_has_the_declared_types_whatever_its_file_holds(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    head = ",".join(EXTRACTS["review_details"].expected)
    blank = "," * (len(EXTRACTS["review_details"].expected) - 2)
    full = "1001,20/06/2020,19/06/2020,N,I1,virtual,21/06/2020,22/06/2020,,on time,final,attended,,Y,4"
    details(places, 2020, head, "1001,20/06/2019" + blank)
    details(places, 2021, head, full)
    headings = EXTRACTS["oc2"].headings
    put(places, 2020, "oc2.csv", [",".join(headings), "1001" + "," * (len(headings) - 1)])
    intake = take_in(places, 2021)
    for name, extract in EXTRACTS.items():
        for path in (intake.folder / name).glob("*/*.parquet"):
            assert pl.read_parquet(path).schema == pl.Schema(extract.schema), path
    assert load_problems(places, 2021).height  # the warehouse reads both years as one


def test_a_code_that_the_year_does_not_know_is_listed_and_still_counts(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    put(places, 2021, "header.csv", ["1001,M,01/06/2010,WBRI,,,", "1002,2,02/07/2005,BCRB,,1,"], "header")
    put(
        places,
        2021,
        "episodes.csv",
        ["1001,01/06/2020,S,C2,N1,K3,PR1,01/12/2020,E43,,,,", "1002,03/06/2020,S,V2,N1,P2,PR1,,,,,,"],
        "episodes",
    )
    oc3 = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM"
    put(places, 2020, "oc3.csv", [oc3, "1,01/01/2001,YES,F3,B1", "2,01/01/2001,YES,F1,B1"])
    put(places, 2021, "oc3.csv", [oc3, "1,01/01/2001,YES,F4,B1", "2,01/01/2001,YES,X9,B1"])
    # If the DfE has a rule for the code, it is under that one.
    assert drifted(places, *DRIFT, *OF_THE_YEAR) == [
        ("episodes", 2021, 2, "PLACE", "dfe_146"),
        ("episodes", 2021, 2, "REC", "dfe_149"),
        ("header", 2021, 2, "SEX", "dfe_101"),
        ("oc3", 2021, 2, "ACTIV", "code_not_of_the_year"),
    ]
    folder = places.extracts
    assert pl.read_parquet(folder / "header" / "year=2021" / "header.parquet")["sex"].to_list() == ["M", "2"]
    assert pl.read_parquet(folder / "oc3" / "year=2021" / "oc3.parquet")["activ"].to_list() == ["F4", None]


def many(places: Places, year: int, count: int) -> None:
    details(places, year, "child_id,review_date", *(f"{n},20/06/{year - 1}" for n in range(count)))


def test_a_count_that_moved_more_than_the_council_set_is_listed(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    many(places, 2020, 50)
    many(places, 2021, 60)
    assert drifted(places) == []  # 20% is not more than 20%
    many(places, 2021, 61)
    assert drifted(places) == [("review_details", 2021, 1, "", "count_moved")]
    value = load_problems(places, 2021).filter(pl.col("rule") == "count_moved")["value"].to_list()
    assert value == ["50 to 61"]
    places.council_params.mkdir(parents=True)
    (places.council_params / "council.yml").write_text("moved_by: 25\n", encoding="utf-8")
    assert drifted(places) == []
    many(places, 2021, 37)
    assert drifted(places) == [("review_details", 2021, 1, "", "count_moved")]


def test_a_few_rows_more_or_less_are_no_move(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    many(places, 2020, 2)
    many(places, 2021, 11)
    assert drifted(places) == []
