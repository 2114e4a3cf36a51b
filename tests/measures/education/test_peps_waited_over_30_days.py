"""Plans completed in the year of which it can be told: given to the child more than 30 days later, or not given."""

from pathlib import Path

from kit.counting.figures import load_unprotected_figures
from kit.years import parse_as_at
from tests.lib.worked import a_council, drawn

CARE = "CHILD | DECOM\nSam | 01/06/2018\nAnn | 01/06/2018"


def test_more_than_30_days_or_not_given_though_they_had_passed(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes=CARE,
        education_plans="""
        child_id | as_at_date | completed_date | given_to_child_date
        Sam      | 01/12/2020 | 01/04/2020     | 01/05/2020   # 30 days: 0 of 1
        Sam      | 02/12/2020 | 02/04/2020     | 03/05/2020   # 31 days: 1 of 1
        Sam      | 03/12/2020 | 03/04/2020     |              # never given: 1 of 1
        Sam      | 29/03/2021 | 01/03/2021     |              # 30 days had passed on 31 March: 1 of 1
        Sam      | 30/03/2021 | 02/03/2021     |              # 29 days: it cannot be told
        Sam      | 31/03/2021 | 02/02/2021     | 06/04/2021   # not given by 31 March: 1 of 1
        Ann      | 31/03/2021 | 30/03/2021     | 31/03/2021   # given the day after: 0 of 1
        Ann      | 01/12/2020 | 01/09/2020     | 31/08/2020   # given before: left out, listed
        Ann      | 02/12/2020 |                | 31/08/2020   # not completed
        Ann      | 31/03/2020 | 31/03/2020     | 31/03/2020   # 2019-20: 0 of 1
        Ann      | 01/04/2021 | 01/06/2020     | 01/06/2020   # a record that the year does not know
        stranger | 01/12/2020 | 01/06/2020     | 01/06/2020   # whoever it is of: 0 of 1
        """,
    )
    assert council.figures("peps_waited_over_30_days") == drawn("""
        year | all
        2020 | 0/1
        2021 | 4/7
    """)


def test_a_plan_is_one_by_its_newest_record(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=CARE,
        education_plans="""
        child_id | as_at_date | completed_date | given_to_child_date
        Sam      | 30/09/2020 | 01/08/2020     |
        Sam      | 31/12/2020 | 01/08/2020     | 10/08/2020   # the newer record: 0 of 1
        Ann      | 30/09/2020 | 01/08/2020     | 10/08/2020
        Ann      | 31/12/2020 | 01/08/2020     |              # the newer record has no day: 1 of 1
        """,
    )
    assert council.figures("peps_waited_over_30_days") == drawn("year | all\n2021 | 1/2")


def test_a_part_of_a_year_knows_only_its_own_past(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=CARE,
        education_plans="""
        child_id | as_at_date | completed_date | given_to_child_date
        Sam      | 30/09/2020 | 01/09/2020     | 01/11/2020   # 29 days by 30 September: it cannot be told
        Ann      | 30/09/2020 | 31/08/2020     | 01/11/2020   # 30 days: 1 of 1
        """,
    )
    results = load_unprotected_figures(council.places, 2021, parse_as_at("2020-09-30", 2021)).results
    rows = results.filter(measure="peps_waited_over_30_days")
    assert rows.select("numerator", "denominator").rows() == [(1, 1)]


def test_a_council_may_set_its_own_time_and_the_words_follow(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=CARE,
        settings="timescales:\n  pep_given: {amount: 10, unit: working days}\n",
        education_plans="""
        child_id | as_at_date | completed_date | given_to_child_date
        Sam      | 31/12/2020 | 01/06/2020     | 16/06/2020   # the eleventh working day
        Ann      | 31/12/2020 | 01/06/2020     | 15/06/2020   # the tenth
        """,
    )
    assert council.figures("peps_waited_over_30_days") == drawn("year | all\n2021 | 1/2")


def test_no_file_is_not_supplied(tmp_path: Path) -> None:
    assert a_council(tmp_path).figures("peps_waited_over_30_days") == [{"year": "2021", "all": "not supplied"}]
