from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_words_that_stand_for_a_blank_are_blank_and_each_column_is_listed_once(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | DEC  | REC
        Sam   | 01/06/2020 | NULL | null
        Ann   | 01/06/2020 | NULL |
        """,
        escalations="""
        escalation_id | raised_date | theme | iro_id | resolved_stage | resolved_date
        a             | 01/06/2020  | Drift | -      | N/A            | none
        b             | 02/06/2020  | nan   | NA     | 1              | 03/06/2020
        c             | 03/06/2020  | n/a   | -      | 1              | 03/06/2020
        """,
        review_details="""
        child_id | review_date | care_plan   # none is a code of care_plan
        Sam      | 29/06/2020  | None
        Ann      | 30/06/2020  | n/a
        """,
        audits="""
        audit_id | audited_date | child_id | question | answer   # na is a code of answer
        1        | 01/06/2020   | Sam      | Clear?   | NA
        """,
        send="""
        child_id | as_at_date | disability   # NONE is a code of disability
        Sam      | 01/01/2021 | none
        Ann      | 01/01/2021 | null
        """,
    )
    assert council.listed("read_as_blank") == drawn("""
        file               | year | row | column         | value
        episodes.csv       | 2021 | 1   | DEC            | NULL in 2 rows
        episodes.csv       | 2021 | 1   | REC            | null in 1 row
        escalations.csv    | 2021 | 1   | iro_id         | - in 2 rows, NA in 1 row
        escalations.csv    | 2021 | 1   | resolved_date  | none in 1 row
        escalations.csv    | 2021 | 1   | resolved_stage | N/A in 1 row
        escalations.csv    | 2021 | 1   | theme          | n/a in 1 row, nan in 1 row
        review_details.csv | 2021 | 1   | care_plan      | n/a in 1 row
        send.csv           | 2021 | 1   | disability     | null in 1 row
    """)
    assert council.listed("unknown_code") == []
    assert council.figures("children_looked_after") == drawn("""
        year | all
        2021 | 2
    """)
