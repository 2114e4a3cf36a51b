"""Working days of sickness, by the officers in post on any day of the year."""

from pathlib import Path

from kit.counting.figures import load_unprotected_figures
from kit.years import parse_as_at
from tests.lib.worked import a_council, drawn


def test_days_of_those_in_post_on_any_day_of_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        iros="""
        iro_id        | fte | started_date | left_date  | sickness_days
        well          | 1   |              |            | 0               # counts, with no days
        ill           | 0.5 |              |            | 10.5
        first day     | 1   |              | 01/04/2020 | 1
        last day      | 1   | 31/03/2021   |            | 2
        left before   | 1   |              | 31/03/2020 | 100             # not in post in the year
        starts after  | 1   | 01/04/2021   |            | 100             # nor this one
        not recorded  | 1   |              |            |                 # left out
        below nought  | 1   |              |            | -20             # left out
        never there   | 1   | 02/06/2020   | 01/06/2020 | 100             # left before starting: in post on no day
        """,
    )
    # 0 + 10.5 + 1 + 2 are 13.5 days of 4 officers; days are in hundredths.
    assert council.figures("sickness_days_per_iro") == drawn("""
        year | all
        2021 | 3.375 (1350/4)
    """)


def test_nobody_whose_days_are_given_is_no_cases(tmp_path: Path) -> None:
    council = a_council(tmp_path, iros="iro_id | fte\none | 1")
    assert council.figures("sickness_days_per_iro") == [{"year": "2021", "all": "no cases"}]


def test_a_part_of_a_year_is_not_known_as_the_days_have_no_date(tmp_path: Path) -> None:
    council = a_council(tmp_path, iros="iro_id | fte | sickness_days\none | 1 | 40")
    part = load_unprotected_figures(council.places, 2021, parse_as_at("2020-09-30", 2021)).results
    assert part.filter(measure="sickness_days_per_iro")["note"].to_list() == ["not known"]
    assert council.figures("sickness_days_per_iro") == drawn("""
        year | all
        2021 | 40 (4000/1)
    """)
