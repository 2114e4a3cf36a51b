"""A column that the year before did not have is said of the newer file, at row 1."""

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


def test_a_column_that_last_years_file_did_not_have(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2020, 2021), episodes=EPISODES)
    extracts_of(council, {2020: "child_id,as_at_date", 2021: "child_id,as_at_date,sen_provision,Team"})
    assert council.listed("column_added") == drawn("""
        file     | year | row | column        | value
        send.csv | 2021 | 1   | Team          |
        send.csv | 2021 | 1   | sen_provision |
    """)
