"""Of several exports of a year the newest holds; the older ones give the figures that it would have given instead."""

from pathlib import Path

import polars as pl

from kit.counting.figures import Figures, load_problems, load_unprotected_figures
from tests.lib.worked import WorkedCouncil, a_council

EPISODES = """
CHILD | DECOM
Sam   | 01/06/2018
Ann   | 01/06/2018
Bo    | 01/06/2018
"""


def a_council_with_exports(folder: Path, **extracts: str) -> WorkedCouncil:
    return a_council(folder, (2020, 2021), episodes=EPISODES, **extracts)


def exported(council: WorkedCouncil, year: int, name: str, *lines: str) -> None:
    path = council.places.raw / str(year) / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def figures(council: WorkedCouncil) -> Figures:
    return load_unprotected_figures(council.places, council.years[-1])


def counts(table: pl.DataFrame, measure: str) -> list[tuple]:
    return table.filter(measure=measure).select("year", "category", "numerator", "denominator", "note").rows()


PLANS = """
child_id | as_at_date | completed_date | status
Sam      | 31/03/2021 | 01/03/2021     | up to date
Ann      | 31/03/2021 | 01/03/2021     | up to date
Bo       | 31/03/2020 | 01/03/2020     | up to date
"""
HEADINGS = "child_id,as_at_date,completed_date,status"


def test_the_figures_of_the_year_are_counted_again_and_no_present_one_moves(tmp_path: Path) -> None:
    council = a_council_with_exports(tmp_path / "one", education_plans=PLANS)
    before = figures(council).results
    assert figures(council).earlier.is_empty()
    (council.places.raw / "2021" / "education_plans.csv").rename(
        council.places.raw / "2021" / "education_plans@2021-05-20.csv"
    )
    exported(
        council,
        2021,
        "education_plans@2021-04-08.csv",
        HEADINGS,
        "Sam,31/03/2021,01/06/2020,out of date",
        "Bo,31/03/2021,,none",
    )
    now = figures(council)
    assert now.results.equals(before)
    assert counts(now.results.filter(breakdown="all", year=2021), "peps_up_to_date") == [(2021, "all", 2, 2, "")]
    assert counts(now.earlier, "peps_up_to_date") == [(2021, "2021-04-08", 0, 1, "")]
    assert counts(now.earlier, "children_with_pep") == [(2021, "2021-04-08", 1, 3, "")]
    assert set(now.earlier["breakdown"]) == {"education_plans"}
    # Sam's status and day changed, Ann was added, Bo's row of that day is gone.
    found = now.differences.select("measure", "year", "breakdown", "category", "numerator").rows()
    assert {row[2:] for row in found if row[4]} == {
        ("2021-04-08 rows", "added", 1),
        ("2021-04-08 rows", "gone", 1),
        ("2021-04-08 completed_date", "changed", 1),
        ("2021-04-08 status", "changed", 1),
    }
    assert {row[:2] for row in found} == {("education_plans", 2021)}


def test_what_only_the_newest_export_holds_supersedes_nothing_in_an_older_one(tmp_path: Path) -> None:
    council = a_council_with_exports(
        tmp_path,
        health="""
        child_id | kind                     | due_date   | completed_date | status    | files
        Sam      | review health assessment | 20/03/2020 | 02/05/2020     | completed | 2020
        Ann      | review health assessment | 20/03/2020 | 02/05/2020     | completed | 2020
        """,
    )
    headings = "child_id,kind,due_date,completed_date,status"
    corrected = "{},review health assessment,20/03/2020,10/02/2019,completed"
    exported(council, 2021, "health@2021-04-08.csv", headings, corrected.format("Sam"))
    exported(council, 2021, "health@2021-05-20.csv", headings, *map(corrected.format, ("Sam", "Ann")))
    now = figures(council)
    wholes = now.results.filter(breakdown="all", year=2021)
    assert counts(wholes, "health_assessments_up_to_date") == [(2021, "all", 0, 3, "")]
    # Of Ann the file of the year before holds, as the older export says nothing of her.
    assert counts(now.earlier, "health_assessments_up_to_date") == [(2021, "2021-04-08", 1, 3, "")]


def test_an_older_export_without_a_column_or_a_date(tmp_path: Path) -> None:
    council = a_council_with_exports(tmp_path, education_plans=PLANS)
    (council.places.raw / "2021" / "education_plans.csv").rename(
        council.places.raw / "2021" / "education_plans@2021-05-20.csv"
    )
    exported(council, 2021, "education_plans.csv", "child_id,as_at_date,completed_date", "Sam,31/03/2021,01/03/2021")
    now = figures(council)
    assert counts(now.earlier, "peps_up_to_date") == [(2021, "undated", None, None, "not supplied")]
    assert (council.places.extracts / "education_plans/year=2021/earlier/undated.parquet").is_file()
    assert set(now.differences["breakdown"]) >= {"undated rows", "undated status"}


def test_older_exports_of_two_extracts_do_not_mix_and_list_nothing(tmp_path: Path) -> None:
    council = a_council_with_exports(
        tmp_path,
        education_plans=PLANS,
        escalations="""
        escalation_id | child_id | raised_date | theme | files
        E1            | Sam      | 01/06/2020  | Drift | 2021
        """,
    )
    for extract in ("education_plans", "escalations"):
        path = council.places.raw / "2021" / f"{extract}.csv"
        path.rename(path.with_name(f"{extract}@2021-05-20.csv"))
    exported(council, 2021, "education_plans@2021-04-08.csv", HEADINGS, "Sam,31/03/2021,,none")
    exported(
        council,
        2021,
        "escalations@2021-04-01.csv",
        "escalation_id,child_id,raised_date",
        "E1,Sam,01/06/2020",
        "E2,nobody known,01/06/2020",
    )
    now = figures(council)
    assert counts(now.earlier, "peps_up_to_date") == [(2021, "2021-04-08", 0, 0, "no cases")]
    assert counts(now.earlier, "escalations_raised") == [(2021, "2021-04-01", 2, None, "")]
    assert counts(now.earlier, "children_looked_after") == []
    per_100 = now.earlier.filter(measure="escalations_raised_per_100").row(0, named=True)
    assert (per_100["numerator"], per_100["denominator"]) == (2, 3)
    # The faults of an older export are corrected in the newest.
    listed = load_problems(council.places, 2021)
    assert listed.filter(pl.col("file").str.contains("2021-04")).is_empty()
