"""Escalations raised in the year per 100 children looked after on any day of it."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_denominator_is_every_child_of_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        episodes="""
        CHILD       | DECOM      | LS | DEC
        all the time| 01/06/2018 | C2 |              # 2019, 2020 and 2021
        left        | 01/06/2018 | C2 | 01/05/2020   # 2019, 2020 and 2021, though not there on 31 March 2021
        came        | 01/02/2021 | C2 |              #                2021
        came too    | 31/03/2021 | C2 |              #                2021
        breaks only | 01/06/2018 | V3 |              # not in care
        """,
        escalations="""
        escalation_id | raised_date | child_id
        a             | 01/06/2019  | left          # 2020: 1 for 2 children
        b             | 01/06/2020  | left          # 2021: 5 for 4 children
        c             | 01/06/2020  | all the time
        d             | 01/06/2020  | all the time  # one child may have several
        e             | 01/06/2020  | breaks only   # every escalation counts, also of a child on short breaks
        f             | 01/06/2020  | unknown       # and of one whom the return does not know
        """,
    )
    assert council.figures("escalations_raised_per_100") == drawn("""
        year | all
        2019 | not supplied
        2020 | 50 (1/2)
        2021 | 125 (5/4)
    """)


def test_without_a_child_there_is_no_rate(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | raised_date
        a             | 01/06/2020
        """,
    )
    assert council.figures("escalations_raised_per_100") == drawn("""
        year | all
        2021 | no cases
    """)
