"""A text with an NHS number, a full postcode or an e-mail address is listed without it, and not kept."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
    CHILD | DECOM
    Sam   | 01/06/2020
"""


def test_personal_data_in_a_text_are_listed_and_not_kept(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=EPISODES,
        escalations="""
        escalation_id | raised_date | theme
        a             | 01/06/2020  | Drift
        b             | 01/06/2020  | Moved to QX22 1SH             # row 3
        c             | 01/06/2020  | a.person@example.org wrote    # row 4
        d             | 01/06/2020  | NHS number 943 476 5919       # row 5
        e             | 01/06/2020  | Reference 943 476 5918        # the check digit is not an NHS number's
        """,
    )
    assert council.listed("looks_personal") == drawn("""
        file            | year | row | column | value
        escalations.csv | 2021 | 3   | theme  |
        escalations.csv | 2021 | 4   | theme  |
        escalations.csv | 2021 | 5   | theme  |
    """)
    assert council.figures("escalations_raised", "theme") == [
        {"year": "2021", "Drift": "1", "Not recorded": "3", "Reference 943 476 5918": "1"}
    ]
