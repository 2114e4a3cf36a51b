"""Children, each once, who on 31 March were looked after or had a child protection plan."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_child_with_both_is_one_child(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD               | DECOM      | DEC
        Ann                 | 01/06/2020 |              # looked after only
        Ben                 | 01/06/2020 |              # both
        Cal                 | 01/06/2020 | 31/03/2021   # left care that day, plan goes on: plan only
        Dee                 | 01/06/2020 |              # plan ended that day: looked after only
        Eve                 | 01/06/2020 | 01/01/2021   # neither
        """,
        protection_plans="""
        child_id            | start_date | end_date
        Ben                 | 01/05/2020 |
        Cal                 | 01/05/2020 |
        Dee                 | 01/05/2020 | 31/03/2021
        Eve                 | 01/05/2020 | 01/02/2021
        Fay                 | 31/03/2021 |              # never looked after: plan only
        Gus                 | 01/05/2020 |              # two plans, one child: plan only
        Gus                 | 01/06/2020 |
        """,
    )
    assert council.figures("children_in_care_or_on_plan") == drawn("""
        year | all
        2020 | not supplied
        2021 | 6
    """)
    assert council.figures("children_in_care_or_on_plan", "care_or_plan") == drawn("""
        year | Looked after and protection plan | Looked after only | Protection plan only
        2020 | not supplied                     | not supplied      | not supplied
        2021 | 1                                | 2                 | 3
    """)
