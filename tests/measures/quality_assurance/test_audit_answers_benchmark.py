"""Yes of yes and no in the benchmark wave, as each year knows it."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

AUDITS = """
    audit_id | wave  | audited_date | child_id | question | answer | files
    1        |       | 01/04/2018   | Ann      | Plan?    | no     | 2019   # blank waves do not count
    2        | First | 31/03/2020   | Ann      | Plan?    | no     | 2020
    3        | First | 31/03/2020   | Bob      | Plan?    | yes    | 2020
    3        | First | 31/03/2020   | Bob      | Report?  | na     | 2020
    4        | First | 01/04/2020   | Ann      | Plan?    | yes    | 2021   # replaces the no, from this year on
    5        | First | 02/04/2020   | Cas      | Report?  | no     | 2021   # the wave goes on
    6        | Alpha | 01/04/2020   | Ann      | Plan?    | no     | 2021   # begins later
    """


def test_it_is_the_wave_with_the_first_audit(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2019, 2020, 2021), audits=AUDITS)
    assert council.figures("audit_answers_benchmark") == drawn("""
        year | all
        2019 | no cases
        2020 | 1/2
        2021 | 2/3
    """)
    assert council.figures("audit_answers_benchmark", "question") == drawn("""
        year | Plan?    | Report?
        2019 | no cases | no cases
        2020 | 1/2      | no cases
        2021 | 2/2      | 0/1
    """)
    assert council.figures("audit_answers_benchmark", "wave") == drawn("""
        year | First
        2019 | no cases
        2020 | 1/2
        2021 | 2/3
    """)


def test_the_council_may_name_another(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2019, 2020, 2021), audits=AUDITS, settings="audits: {benchmark: Alpha}")
    assert council.figures("audit_answers_benchmark") == drawn("""
        year | all
        2019 | no cases
        2020 | no cases
        2021 | 0/1
    """)


def test_of_two_that_began_on_one_day_it_is_the_first_by_name(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        audits="""
        audit_id | wave | audited_date | child_id | question | answer
        1        | B    | 01/06/2020   | Ann      | Plan?    | no
        2        | A    | 01/06/2020   | Bob      | Plan?    | yes
        """,
    )
    assert council.figures("audit_answers_benchmark", "wave") == drawn("""
        year | A
        2021 | 1/1
    """)
