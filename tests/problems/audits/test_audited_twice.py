from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_question_answered_twice_in_one_wave(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        audits="""
        audit_id | wave | audited_date | child_id | question | answer | files
        1        | A    | 31/03/2020   | Ann      | Plan?    | yes    | 2020   # row 2 of 2020: replaced a day later
        2        | A    | 01/04/2020   | Ann      | Plan?    | yes    | 2021
        1        | A    | 31/03/2020   | Ann      | Report?  | yes    | 2020   # once
        3        | B    | 01/04/2020   | Ann      | Plan?    | yes    | 2021   # another wave
        9        | B    | 01/05/2020   | Bob      | Plan?    | yes    | 2021
        10       | B    | 01/05/2020   | Bob      | Plan?    | no     | 2021   # row 5: as text, 10 comes before 9
        5        |      | 31/03/2020   | Cas      | Plan?    | yes    | 2020   # no wave: a wave each year
        6        |      | 01/04/2020   | Cas      | Plan?    | yes    | 2021
        """,
    )
    assert council.listed("audited_twice") == drawn("""
        file       | year | row | column   | value
        audits.csv | 2020 | 2   | question | Plan?
        audits.csv | 2021 | 5   | question | Plan?
    """)
