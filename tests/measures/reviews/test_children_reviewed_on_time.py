"""Children looked after on 31 March, long enough, with no occasion of that period overdue on any day of the year."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_one_overdue_day_in_the_year_is_one_too_many(tmp_path: Path) -> None:
    # Care began on 1 June 2020 for all: reviews are due on 29 June, 3 months after the first, 6 after the second.
    council = a_council(
        tmp_path,
        episodes="""
        CHILD             | DECOM      | DEC
        all on time       | 01/06/2020 |
        a day late        | 01/06/2020 |
        due on 31 March   | 01/06/2020 |
        left on 31 March  | 01/06/2020 | 31/03/2021   # not looked after that day: not counted
        came back         | 01/06/2020 | 01/08/2020   # missed, but in another period of care
        came back         | 01/12/2020 |
        """,
        reviews="""
        CHILD             | REVIEW
        all on time       | 29/06/2020
        all on time       | 29/09/2020
        all on time       | 29/03/2021   # 1 of 1
        a day late        | 29/06/2020
        a day late        | 30/09/2020   # overdue at the end of 29 September: 0 of 1
        a day late        | 30/03/2021
        due on 31 March   | 29/06/2020
        due on 31 March   | 29/09/2020   # then due on 29 March 2021: overdue at the end of the year: 0 of 1
        came back         | 04/01/2021   # due 4 January: 2–4 December 3, 7–11 8, 14–18 13, 21–24 17, 29–31 20: 31 December
        """,
    )
    # Came back: due on 31 December, held on 4 January: 0 of 1.
    assert council.figures("children_reviewed_on_time") == drawn("""
        year | all
        2021 | 1/4
    """)


def test_a_period_counts_from_its_twentieth_working_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD                    | DECOM
        20 working days          | 03/03/2021   # 31 March is the 20th
        20 working days, in time | 03/03/2021
        19 working days          | 04/03/2021   # the 20th is 1 April: too short to count
        """,
        reviews="""
        CHILD                    | REVIEW
        20 working days, in time | 31/03/2021
        """,
    )
    # Without a review the child of 3 March is overdue at the end of the due date.
    assert council.figures("children_reviewed_on_time") == drawn("""
        year | all
        2021 | 1/2
    """)


def test_overdue_on_1_april_counts_even_if_it_fell_due_the_year_before(tmp_path: Path) -> None:
    # Due on 27 March 2020: from 28 February, 2–6 March are 5 working days, 9–13 10, 16–20 15, 23–27 20.
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD               | DECOM      | DEC        | PLACE | RNE
        held on 31 March    | 28/02/2020 |            | U6    | S
        held on 1 April     | 28/02/2020 |            | U6    | S
        held on 2 April     | 28/02/2020 |            | U6    | S
        placed on 1 April   | 28/02/2020 | 01/04/2020 | U6    | S
        placed on 1 April   | 01/04/2020 |            | A3    | P   # stops being overdue on the day of the placement
        placed on 2 April   | 28/02/2020 | 02/04/2020 | U6    | S
        placed on 2 April   | 02/04/2020 |            | A3    | P   # overdue at the end of 1 April
        """,
        reviews="""
        CHILD               | REVIEW
        held on 31 March    | 31/03/2020   # 2020: 0 of 1
        held on 31 March    | 30/06/2020
        held on 31 March    | 30/12/2020   # 2021: 1 of 1
        held on 1 April     | 01/04/2020   # 2020: 0 of 1; not overdue at the end of 1 April
        held on 1 April     | 01/07/2020
        held on 1 April     | 01/01/2021   # 2021: 1 of 1
        held on 2 April     | 02/04/2020   # overdue at the end of 1 April
        held on 2 April     | 02/07/2020
        held on 2 April     | 02/01/2021   # 2021: 0 of 1
        placed on 1 April   | 29/04/2020
        placed on 1 April   | 29/07/2020
        placed on 1 April   | 29/01/2021   # 2021: 1 of 1
        placed on 2 April   | 30/04/2020
        placed on 2 April   | 30/07/2020
        placed on 2 April   | 30/01/2021   # 2021: 0 of 1
        """,
    )
    assert council.figures("children_reviewed_on_time") == drawn("""
        year | all
        2020 | 0/5
        2021 | 3/5
    """)


def test_a_child_whose_only_occasion_is_not_known_is_left_out(tmp_path: Path) -> None:
    # The years before 2021 are not loaded, so the first occasions are due by 30 September 2020.
    council = a_council(
        tmp_path,
        episodes="""
        CHILD               | DECOM      | RNE | PLACE | DEC
        not known, missed   | 01/06/2018 | S   | U6    |
        not known, on time  | 01/06/2018 | S   | U6    |
        only not known      | 01/06/2018 | S   | U6    | 15/03/2021
        only not known      | 15/03/2021 | P   | A3    |              # replaces what was due on 30 March: left out
        no occasion at all  | 03/03/2021 | S   | U6    | 15/03/2021
        no occasion at all  | 15/03/2021 | P   | A3    |              # replaces the first, due on 31 March: 1 of 1
        """,
        reviews="""
        CHILD               | REVIEW
        not known, missed   | 30/09/2020   # not known; due on 30 March 2021 and overdue: 0 of 1
        not known, on time  | 01/05/2020   # not known
        not known, on time  | 30/10/2020   # on time: 1 of 1
        only not known      | 30/09/2020   # not known
        """,
    )
    assert council.figures("children_reviewed_on_time") == drawn("""
        year | all
        2021 | 2/3
    """)
