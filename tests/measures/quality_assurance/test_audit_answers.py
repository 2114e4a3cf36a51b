"""Yes of yes and no, by question; the interval is for all children of whom those audited are a sample."""

from pathlib import Path

from kit.counting.figures import load_unprotected_figures
from kit.figures.intervals import wilson
from tests.lib.worked import a_council, drawn

CHILDREN = """
    CHILD | DECOM
    Ann   | 01/04/2018
    Bob   | 01/04/2018
    Cas   | 01/04/2018
    Dee   | 01/04/2018
    Eve   | 01/04/2018
    """


def test_only_yes_and_no_are_counted(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        audits="""
        audit_id | wave | audited_date | child_id | question | answer
        1        | A    | 31/03/2020   | Ann      | Plan?    | yes      # the last day of the year before
        2        | B    | 01/04/2020   | Bob      | Plan?    | yes
        2        | B    | 01/04/2020   | Bob      | Report?  | no
        3        | B    | 31/03/2021   | Cas      | Plan?    | NO       # any case
        3        | B    | 31/03/2021   | Cas      | Report?  | na
        4        |      | 01/05/2020   | Dee      | Plan?    |
        4        |      | 01/05/2020   | Dee      | Report?  | partly
        4        |      | 01/05/2020   | Dee      | Other?   | yes
        5        | B    | 01/04/2021   | Eve      | Plan?    | yes      # after the year
        """,
    )
    assert council.figures("audit_answers") == drawn("""
        year | all
        2020 | 1/1
        2021 | 2/4
    """)
    assert council.figures("audit_answers", "question") == drawn("""
        year | Other?   | Plan? | Report?
        2020 | no cases | 1/1   | no cases
        2021 | 1/1      | 1/2   | 0/1
    """)
    assert council.figures("audit_answers", "wave") == drawn("""
        year | A        | B        | Not recorded
        2020 | 1/1      | no cases | no cases
        2021 | no cases | 1/3      | 1/1
    """)


def test_the_latest_answer_in_a_wave_counts(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        audits="""
        audit_id | wave | audited_date | child_id | question | answer | files
        1        | A    | 02/06/2020   | Ann      | Plan?    | yes    | 2021   # the later day
        2        | A    | 01/06/2020   | Ann      | Plan?    | no     | 2021
        10       | A    | 01/06/2020   | Bob      | Plan?    | no     | 2021
        9        | A    | 01/06/2020   | Bob      | Plan?    | yes    | 2021   # one day: "9" comes after "10" as text
        4        | B    | 05/06/2020   | Ann      | Plan?    | no     | 2021   # another wave
        5        | C    | 31/03/2020   | Cas      | Plan?    | no     | 2020   # all that 2019-20 knows
        6        | C    | 01/04/2020   | Cas      | Plan?    | yes    | 2021
        7        |      | 31/03/2020   | Dee      | Plan?    | no     | 2020   # without a wave: a wave each year
        8        |      | 01/04/2020   | Dee      | Plan?    | yes    | 2021
        """,
    )
    assert council.figures("audit_answers", "wave") == drawn("""
        year | A        | B        | C   | Not recorded
        2020 | no cases | no cases | 0/1 | 0/1
        2021 | 2/2      | 0/1      | 1/1 | 1/1
    """)


def test_an_answer_that_turns_out_not_to_apply_is_gone(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        audits="""
        audit_id | wave | audited_date | child_id | question | answer
        1        | A    | 01/06/2020   | Ann      | Plan?    | no
        2        | A    | 02/06/2020   | Ann      | Plan?    | na
        """,
    )
    assert council.figures("audit_answers") == drawn("""
        year | all
        2021 | no cases
    """)


def test_the_interval_is_narrower_as_those_audited_are_many_of_all(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=CHILDREN,
        audits="""
        audit_id | wave | audited_date | child_id | question | answer
        1        | A    | 01/06/2020   | Ann      | Plan?    | yes      # 2 of the 5 children looked after that day
        1        | A    | 01/06/2020   | Ann      | Report?  | yes
        2        | A    | 02/06/2020   | Bob      | Plan?    | no
        2        | A    | 02/06/2020   | Bob      | Report?  | yes
        """,
    )
    rows = load_unprotected_figures(council.places, 2021).results.filter(measure="audit_answers").rows(named=True)
    ends = {r["category"]: (r["numerator"], r["denominator"], r["lower"], r["upper"]) for r in rows}
    # n (N - 1) / (N - n) is 2 x 4 / 3 cases for 2 children: Wilson's of a half is then 0.5 ± z / 2 / sqrt(8/3 + z x z).
    half = 50 * 1.959963984540054 / (8 / 3 + 1.959963984540054**2) ** 0.5
    assert ends["Plan?"][:2] == (1, 2)
    assert abs(ends["Plan?"][2] - (50 - half)) < 1e-9 and abs(ends["Plan?"][3] - (50 + half)) < 1e-9
    assert ends["Report?"][3] == 100
    plain = wilson(3, 4)
    # Four answers are those of two children: the whole is no surer than a question of two.
    assert plain and ends["all"][:2] == (3, 4)
    assert ends["all"][3] - ends["all"][2] > plain[1] - plain[0]


def test_of_all_children_there_is_no_chance(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Ann   | 01/04/2018
        Bob   | 01/04/2018
        """,
        audits="""
        audit_id | wave | audited_date | child_id | question | answer
        1        | A    | 01/06/2020   | Ann      | Plan?    | yes
        2        | A    | 02/06/2020   | Bob      | Plan?    | no
        """,
    )
    (row,) = (
        load_unprotected_figures(council.places, 2021)
        .results.filter(measure="audit_answers", breakdown="all")
        .rows(named=True)
    )
    assert (row["lower"], row["value"], row["upper"]) == (50, 50, 50)
    assert council.figures("audit_answers") == drawn("""
        year | all
        2021 | 1/2
    """)
