"""Children whom the return's OC2 file of the year names with 0 or 1 for a health assessment: those with 1."""

from pathlib import Path

from kit.counting.figures import load_unprotected_figures
from kit.years import parse_as_at
from tests.lib.worked import a_council, drawn


def test_each_years_file_speaks_of_its_own_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        oc2="""
        CHILD   | HEALTH_ASSESSMENT | files
        Sam     | 1 | 2020
        Sam     | 0 | 2021   # changes nothing in 2019-20
        Ann     | 1 | 2021
        Blank   |   | 2021   # left out
        Unknown | 2 | 2021   # no code: left out
        Other   | 1 | 2021   # known by no episode: the return's word is taken
        """,
    )
    assert council.figures("annual_health_assessments") == drawn("""
        year | all
        2019 | not supplied
        2020 | 1/1
        2021 | 2/3
    """)
    part = load_unprotected_figures(council.places, 2021, parse_as_at("2021-03-30", 2021)).results
    assert set(part.filter(measure="annual_health_assessments", breakdown="all")["note"]) == {
        "not supplied",
        "not known",
    }
