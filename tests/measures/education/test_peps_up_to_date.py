"""Of the children of school age who have a plan, those whose newest plan record of the year says up to date."""

from pathlib import Path

from kit.counting.figures import load_unprotected_figures
from kit.years import parse_as_at
from tests.lib.worked import a_council, drawn


def test_of_those_with_a_plan(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD       | DECOM
        up to date  | 01/06/2018
        fell behind | 01/06/2018
        in progress | 01/06/2018
        no plan     | 01/06/2018
        no record   | 01/06/2018
        new         | 01/03/2021
        """,
        education_plans="""
        child_id    | as_at_date | status
        up to date  | 31/03/2020 | up to date
        up to date  | 31/03/2021 | up to date
        fell behind | 31/03/2020 | up to date
        fell behind | 30/09/2020 | up to date
        fell behind | 31/03/2021 | out of date
        in progress | 31/03/2021 | in progress
        no plan     | 31/03/2021 | none
        new         | 31/03/2021 | up to date
        """,
    )
    assert council.figures("peps_up_to_date") == drawn("""
        year | all
        2020 | 2/2
        2021 | 2/4
    """)
    assert council.figures("peps_up_to_date", "months_in_care") == drawn("""
        year | 1 to 2 years | 2 years or more | Under 3 months
        2020 | 2/2          | no cases        | no cases
        2021 | no cases     | 1/3             | 1/1
    """)
    # Half-way through the year the record of the autumn is the newest, and one of the spring still holds.
    part = load_unprotected_figures(council.places, 2021, parse_as_at("2020-09-30", 2021)).results
    row = part.filter(measure="peps_up_to_date", breakdown="all", year=2021).row(0, named=True)
    assert (row["numerator"], row["denominator"]) == (2, 2)
