from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_escalation_resolved_at_a_lower_stage(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | child_id | raised_date | raised_stage | resolved_date | resolved_stage
        E1            | Sam      | 02/06/2020  | 1            | 03/06/2020    | informal   # row 2: lower
        E2            | Sam      | 02/06/2020  | 10           | 03/06/2020    | 9          # row 3: lower
        E3            | Sam      | 02/06/2020  | 9            | 03/06/2020    | 10
        E4            | Sam      | 02/06/2020  | 2            | 03/06/2020    | 2
        E5            | Sam      | 02/06/2020  | informal     | 03/06/2020    | 1
        E6            | Sam      | 02/06/2020  | 1            | 03/06/2020    |            # not recorded
        E7            | Sam      | 02/06/2020  |              | 03/06/2020    | informal
        """,
    )
    assert council.listed("escalation_resolved_lower") == drawn("""
        file            | year | row | column         | value
        escalations.csv | 2021 | 2   | resolved_stage | Informal
        escalations.csv | 2021 | 3   | resolved_stage | Stage 9
    """)
