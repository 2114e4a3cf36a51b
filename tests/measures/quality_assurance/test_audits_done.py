"""Children audited in the year, one a child and wave."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_child_counts_once_a_wave_whatever_the_answers(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        audits="""
        audit_id | wave   | audited_date | child_id | question | answer
        1        | Spring | 31/03/2020   | Ann      | Plan?    | yes     # the last day of the year before
        2        | Spring | 01/04/2020   | Bob      | Plan?    | yes
        2        | Spring | 01/04/2020   | Bob      | Report?  | na
        3        | Spring | 01/04/2020   | Cas      | Plan?    |         # no answer yet
        4        | Winter | 31/03/2021   | Bob      | Plan?    | maybe   # another wave; the answer is unknown
        5        |        | 31/03/2021   | Bob      | Plan?    | no
        6        | Winter | 01/04/2021   | Cas      | Plan?    | yes     # after the year
        """,
    )
    assert council.figures("audits_done") == drawn("""
        year | all
        2020 | 1
        2021 | 4
    """)
    assert council.figures("audits_done", "wave") == drawn("""
        year | Not recorded | Spring | Winter
        2020 | 0            | 1      | 0
        2021 | 1            | 2      | 1
    """)


def test_a_year_without_audits_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        audits="""
        audit_id | wave | audited_date | child_id | question | answer
        1        | A    | 01/06/2020   | Ann      | Plan?    | yes
        """,
    )
    assert council.figures("audits_done") == drawn("""
        year | all
        2020 | not supplied
        2021 | 1
    """)
