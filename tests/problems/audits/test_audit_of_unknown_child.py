from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_audit_of_a_child_whom_the_return_does_not_know(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Ann   | 01/06/2020
        """,
        audits="""
        audit_id | wave | audited_date | child_id | question | answer
        1        | A    | 01/06/2020   | Ann      | Plan?    | yes
        2        | A    | 01/06/2020   | Ghost    | Plan?    | yes      # row 3
        """,
    )
    assert council.listed("audit_of_unknown_child") == drawn("""
        file       | year | row | column   | value
        audits.csv | 2021 | 3   | child_id | Ghost
    """)
