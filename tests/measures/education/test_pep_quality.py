"""Children of school age looked after on 31 March who have a plan, by the quality that its newest record gives."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
CHILD   | DECOM
green   | 01/06/2018
amber   | 01/06/2018
red     | 01/06/2018
blank   | 01/06/2018
no plan | 01/06/2018
"""
PLANS = """
child_id | as_at_date | status      | quality
green    | 30/09/2020 | up to date  | red
green    | 31/03/2021 | up to date  | green
amber    | 31/03/2021 | out of date | amber
red      | 31/03/2021 | in progress | red
blank    | 31/03/2021 | up to date  |          # an older record's quality is not taken
no plan  | 31/03/2021 | none        | green
blank    | 30/09/2020 | up to date  | green
"""


def test_by_the_newest_records_quality(tmp_path: Path) -> None:
    council = a_council(tmp_path, episodes=EPISODES, education_plans=PLANS)
    assert council.figures("pep_quality", "pep_quality") == drawn("""
        year | Amber | Green | Not recorded | Red
        2021 | 1     | 1     | 1            | 1
    """)
    assert council.figures("pep_quality") == drawn("year | all\n2021 | 4")


def test_without_the_column_it_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(tmp_path, episodes=EPISODES, education_plans=PLANS, without={"education_plans.quality"})
    assert council.figures("pep_quality") == drawn("year | all\n2021 | not supplied")
