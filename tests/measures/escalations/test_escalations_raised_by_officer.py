"""Escalations raised in the year, by the officer: internal."""

from pathlib import Path

from kit.counting.figures import load_figures
from tests.lib.worked import a_council, drawn


def test_by_officer_for_internal_use_only(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        escalations="""
        escalation_id | iro_id | raised_date
        a             | I1     | 31/03/2020
        b             | I1     | 01/04/2020
        c             | I1     | 31/03/2021
        d             |        | 01/06/2020
        e             | I2     | 01/04/2021   # after the year
        """,
    )
    assert council.figures("escalations_raised_by_officer", "iro") == drawn("""
        year | I1 | Not recorded
        2020 | 1  | 0
        2021 | 2  | 1
    """)
    assert "iro" not in load_figures(council.places, 2021).results["breakdown"]
