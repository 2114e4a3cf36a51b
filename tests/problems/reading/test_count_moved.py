"""A number of rows that moved by more than the council set is said of the newer file, at row 1."""

from pathlib import Path

from tests.lib.worked import WorkedCouncil, a_council, drawn

EPISODES = """
    CHILD | DECOM
    Sam   | 01/06/2019
"""


def extracts_of(council: WorkedCouncil, headings: dict[int, str], rows: dict[int, int] | None = None) -> None:
    """Give each year a file `send` with these headings and so many rows."""
    for year, head in headings.items():
        blanks = "," * (head.count(",") - 1)
        lines = [f"{n},01/01/{year}{blanks}" for n in range((rows or {}).get(year, 1))]
        (council.places.raw / str(year) / "send.csv").write_text("\n".join([head, *lines]), encoding="utf-8")


def test_a_count_that_moved_by_more_than_a_fifth_and_ten_rows(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2019, 2020, 2021), episodes=EPISODES)
    extracts_of(council, dict.fromkeys((2019, 2020, 2021), "child_id,as_at_date"), {2019: 50, 2020: 60, 2021: 45})
    assert council.listed("count_moved") == drawn("""
        file     | year | row | column | value
        send.csv | 2021 | 1   |        | 60 to 45
    """)


def test_a_few_rows_more_are_no_move_however_large_the_share(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2020, 2021), episodes=EPISODES)
    extracts_of(council, dict.fromkeys((2020, 2021), "child_id,as_at_date"), {2020: 1, 2021: 10})
    assert council.listed("count_moved") == []
