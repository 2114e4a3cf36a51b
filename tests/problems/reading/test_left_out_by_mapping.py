"""A row that the mapping leaves out is listed at the column that says so."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
    CHILD | DECOM
    Sam   | 01/06/2020
"""


def test_a_cancelled_meeting_is_left_out_of_the_reviews(tmp_path: Path) -> None:
    settings = """
mappings:
  meetings:
    extract: reviews
    only_where_missing: true
    headings: {Child: CHILD, Held: REVIEW}
    leave_out: {State: [cancelled*]}
"""
    council = a_council(tmp_path, episodes=EPISODES, settings=settings)
    raw = council.places.raw / "2021"
    (raw / "reviews.csv").unlink()
    lines = ["Child,Held,State", "Sam,29/06/2020,held", "Sam,30/06/2020,Cancelled by office"]
    (raw / "meetings.csv").write_text("\n".join(lines), encoding="utf-8")
    assert council.listed("left_out_by_mapping") == drawn("""
        file         | year | row | column | value
        meetings.csv | 2021 | 3   | State  |
    """)
    assert council.figures("reviews_held") == [{"year": "2021", "all": "1"}]
