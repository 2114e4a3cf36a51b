"""Escalations resolved in the year, from the stage raised to the stage resolved."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_path_is_from_the_stage_raised_to_the_stage_resolved(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        escalations="""
        escalation_id | raised_date | raised_stage | resolved_date | resolved_stage
        a             | 01/03/2020  | informal     | 31/03/2020    | 1          # the year before
        b             | 01/03/2020  | informal     | 01/04/2020    | informal
        c             | 01/06/2020  | informal     | 31/03/2021    | Stage 2
        d             | 01/06/2020  | 1            | 02/06/2020    | 2
        e             | 01/06/2020  | 2            | 02/06/2020    | informal   # lower
        f             | 01/06/2020  |              | 02/06/2020    | 1
        g             | 01/06/2020  | 1            | 02/06/2020    |
        h             | 01/06/2020  | 9            | 02/06/2020    | 10
        i             | 01/06/2020  | 1            |               |            # open
        j             | 01/06/2020  | 1            | 01/04/2021    | 1          # after the year
        """,
    )
    assert council.figures("escalations_resolved_by_path", "way_up") == drawn("""
        year | A lower stage | Not recorded | One stage higher | Resolved where raised | Two or more stages higher
        2020 | 0             | 0            | 1                | 0                     | 0
        2021 | 1             | 2            | 2                | 1                     | 1
    """)
    paths = council.figures("escalations_resolved_by_path", "path")
    assert paths[1] == {
        "year": "2021",
        "Informal only": "1",
        "Informal to Stage 1": "0",
        "Informal to Stage 2": "1",
        "Not recorded": "2",
        "Stage 1 to Stage 2": "1",
        "Stage 2 to Informal": "1",
        "Stage 9 to Stage 10": "1",
    }
