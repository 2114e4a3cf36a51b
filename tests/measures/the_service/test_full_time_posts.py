"""Full-time posts in post, on average over the ends of the months."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_average_over_the_ends_of_the_months(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        iros="""
        iro_id | fte | started_date | left_date
        full   | 1   |              |
        part   | 0.6 | 01/08/2020   | 31/12/2020   # at the ends of five months
        gone   | 1   |              | 31/03/2020   # the day before the year
        new    | 1   | 01/04/2021   |              # the day after it
        """,
    )
    # 12 months of 1 and 5 of 0.6 are 15 of 12 months: 1.25.
    assert council.figures("full_time_posts") == drawn("""
        year | all
        2021 | 1.25 (1500/1200)
    """)
    assert council.figures("full_time_posts", "quarter") == drawn("""
        year | Q1          | Q2            | Q3            | Q4
        2021 | 1 (300/300) | 1.4 (420/300) | 1.6 (480/300) | 1 (300/300)
    """)


def test_posts_are_rounded_to_hundredths_halves_up(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        iros="""
        iro_id | fte
        one    | 0.125   # 0.13
        two    | 0.145   # 0.15
        three  | 0.334   # 0.33
        """,
    )
    assert council.figures("full_time_posts", "quarter") == drawn("""
        year | Q1              | Q2              | Q3              | Q4
        2021 | 0.61 (183/300)  | 0.61 (183/300)  | 0.61 (183/300)  | 0.61 (183/300)
    """)


def test_a_service_without_anyone_has_no_posts(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        iros="""
        iro_id | fte | left_date  | files
        gone   | 1   | 31/03/2020 | 2021
        """,
    )
    assert council.figures("full_time_posts") == drawn("""
        year | all
        2020 | not supplied
        2021 | 0 (0/1200)
    """)
