"""Actions of the plan agreed the year before that were achieved by the end of the year."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

ACTIONS = """
    action_id | agreed_year | status      | achieved_date | files
    a         | 2020        | achieved    | 31/03/2021    | 2021   # achieved on the last day
    b         | 2020        | achieved    | 01/04/2021    | 2021   # a day later: not recorded at the end of the year
    c         | 2020        | achieved    |               | 2021   # as it is
    d         | 2020        | in progress |               | 2021
    e         | 2020        | not started |               | 2021
    f         | 2020        |             |               | 2021   # not recorded
    g         | 2021        | not started |               | 2021   # of the plan for the year ahead
    h         | 2021        | achieved    | 01/03/2021    | 2021
    i         | 2019        | achieved    | 01/03/2021    | 2021   # of an older plan: listed
    a         | 2020        | not started |               | 2020   # the year's own file: of the plan ahead
"""


def test_of_the_plan_agreed_the_year_before(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2019, 2020, 2021), actions=ACTIONS)
    assert council.figures("actions_achieved") == drawn("""
        year | all
        2019 | not supplied
        2020 | no cases
        2021 | 2/6
    """)
