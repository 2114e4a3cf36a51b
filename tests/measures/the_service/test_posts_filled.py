"""Full-time posts in post, of those that the council has."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

IROS = """
    iro_id | fte | left_date  | files
    full   | 1   |            | 2019 2020 2021
    part   | 0.5 | 30/09/2020 | 2019 2020 2021   # six months of 2020-21
"""


def test_of_the_posts_that_the_council_has_from_that_year_on(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2019, 2020, 2021), settings="establishment: {2020: 1.5, 2021: 2}", iros=IROS)
    # 2020: 12 times 1.5 of 12 times 1.5. 2021: 12 times 1 and 6 times 0.5, 15, of 12 times 2, 24.
    assert council.figures("posts_filled") == drawn("""
        year | all
        2019 | not supplied
        2020 | 1800/1800
        2021 | 1500/2400
    """)
    assert council.figures("posts_filled", "quarter")[-1] == {
        "year": "2021",
        "Q1": "450/600",
        "Q2": "450/600",
        "Q3": "300/600",
        "Q4": "300/600",
    }


def test_without_the_setting_it_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2021,), iros="iro_id | fte\nfull | 1")
    assert council.figures("posts_filled") == [{"year": "2021", "all": "not supplied"}]


def test_the_establishment_is_rounded_to_hundredths_halves_up(tmp_path: Path) -> None:
    settings = "establishment: {2021: 0.125}"
    council = a_council(tmp_path, settings=settings, iros="iro_id | fte\none | 0.13")
    # 12 months of 0.13 and of 0.125, which is 0.13.
    assert council.figures("posts_filled") == drawn("""
        year | all
        2021 | 156/156
    """)
