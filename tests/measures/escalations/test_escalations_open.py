"""Escalations open on the last day of the year, by how long."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_those_raised_by_the_last_day_and_not_resolved_by_then(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        escalations="""
        escalation_id | iro_id | raised_date | raised_stage | resolved_date
        a             | I1     | 31/03/2021  | informal     |               # 0 days
        b             | I1     | 03/03/2021  | informal     | 01/04/2021    # 28, resolved the day after
        c             | I2     | 02/03/2021  | 1            |               # 29
        d             |        | 30/12/2020  | 1            |               # 91
        e             | I2     | 29/12/2020  | 1            |               # 92
        f             | I2     | 30/09/2020  | 1            |               # 182
        g             | I2     | 29/09/2020  | 1            |               # 183
        h             | I2     | 01/02/2020  | 2            | 31/03/2021    # 59 in the year before; resolved in time
        i             | I2     | 01/04/2021  | 2            |               # after the year
        """,
    )
    assert council.figures("escalations_open", "time_open") == drawn("""
        year | 14 to 26 weeks | 5 to 13 weeks | Over 26 weeks | Up to 4 weeks
        2020 | 0              | 1             | 0             | 0
        2021 | 2              | 2             | 1             | 2
    """)
    assert council.figures("escalations_open", "stage_raised") == drawn("""
        year | Informal | Stage 1 | Stage 2
        2020 | 0        | 0       | 1
        2021 | 2        | 5       | 0
    """)
    assert council.figures("escalations_open", "iro") == drawn("""
        year | I1 | I2 | Not recorded
        2020 | 0  | 1  | 0
        2021 | 2  | 4  | 1
    """)
