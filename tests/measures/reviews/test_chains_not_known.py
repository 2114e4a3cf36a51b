"""Review occasions of which earlier reviews may be missing from the data (definitions, 3.2, not known).

F, the first day of the earliest loaded year, is 1 April 2020 below, so that such a first occasion is due by
30 September 2020. "Not known" counts in neither part of the share.
"""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_first_occasion_of_unknown_history_is_due_by_30_september(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD                     | DECOM      | RNE | DEC
        held by then              | 01/06/2018 | S   |
        held later                | 01/06/2018 | S   |
        not held                  | 01/06/2018 | S   |
        not held, left            | 01/06/2018 | S   | 30/09/2020   # not looked after at the end of that day: none
        start not known           | 01/03/2020 | P   |
        began the day before F    | 31/03/2020 | S   |
        began on F                | 01/04/2020 | S   |
        began on F, start unknown | 01/04/2020 | P   |              # the start is the DECOM, and the row is listed
        """,
        reviews="""
        CHILD                     | REVIEW
        held by then              | 30/09/2020   # not known; then every 6 months: 30 March 2021, missed: 0 of 1
        held later                | 01/10/2020   # late: 0 of 1; then 1 April 2021
        began the day before F    | 24/09/2020   # not known; then 24 March 2021
        began the day before F    | 24/03/2021   # Later: on time: 1 of 1
        start not known           | 29/04/2020   # not known; then 29 October
        start not known           | 29/10/2020   # Later: on time: 1 of 1
        began on F                | 01/05/2020   # due 1 May: 2–3 April 2, 6–9 6, 14–17 10, 20–24 15, 27 April – 1 May 20
        began on F                | 31/07/2020   # Second: due 1 August: on time: 2 of 2; then 31 January 2021: missed
        began on F, start unknown | 05/05/2020   # First: late: 0 of 1
        began on F, start unknown | 05/08/2020   # Second: on time: 1 of 1; then 5 February 2021: missed
        """,
    )
    # Not held: 0 of 1, Later. First 1 of 2; Second 2 of 2; Later on time 2; late 1; missed 1 + 1 + 2.
    assert council.figures("reviews_on_time", "occasion") == drawn("""
        year | First | Second | Later
        2021 | 1/2   | 2/2    | 2/7
    """)
    assert council.figures("children_reviewed_on_time") == drawn("""
        year | all
        2021 | 2/7
    """)


def test_a_review_before_f_makes_the_history_known_and_counts_as_the_first(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD                 | DECOM      | DEC
        reviewed before       | 01/06/2018 |
        reviewed in time past | 01/06/2018 | 01/10/2018
        reviewed in time past | 01/06/2019 |
        """,
        reviews="""
        CHILD                 | REVIEW
        reviewed before       | 31/01/2020   # counts as the first: the second is due 3 months later
        reviewed before       | 30/04/2020   # Second: 30 April, as there is no 31 April: on time
                              #                Later: 30 October: missed
        reviewed in time past | 29/06/2018   # in an earlier period: says nothing about this one
        reviewed in time past | 30/06/2020   # not known; then 30 December: missed
        """,
    )
    assert council.figures("reviews_on_time", "occasion") == drawn("""
        year | Second | Later
        2021 | 1/1    | 0/2
    """)


def test_a_placement_for_adoption_before_f_does_not_replace_the_unknown_occasion(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD            | DECOM      | RNE | PLACE | DEC
        placed before F  | 01/06/2018 | S   | U6    | 31/03/2020
        placed before F  | 31/03/2020 | P   | A3    |
        placed on F      | 01/06/2018 | S   | U6    | 01/04/2020
        placed on F      | 01/04/2020 | P   | A3    | 01/06/2020
        placed on 2 Oct  | 01/06/2018 | S   | U6    | 02/10/2020
        placed on 2 Oct  | 02/10/2020 | P   | A3    | 15/10/2020
        """,
        reviews="""
        CHILD            | REVIEW
        placed before F  | 20/07/2020   # not known; then every 6 months, also while placed
        placed before F  | 20/01/2021   # Later: on time
        placed on F      | 30/04/2020   # Adoption: due 29 April: late
        """,
    )
    # Placed on 2 October: the occasion of 30 September had been missed (Later), and is left behind.
    assert council.figures("reviews_on_time", "occasion") == drawn("""
        year | Later | Adoption
        2021 | 1/2   | 0/1
    """)


def test_an_earlier_year_loaded_makes_it_known(tmp_path: Path) -> None:
    episodes = """
        CHILD | DECOM
        Sam   | 01/06/2018
    """
    reviews = """
        CHILD | REVIEW
        Sam   | 29/06/2018   # 2019, First: on time
        Sam   | 28/09/2018   # 2019, Second: on time; then 28 March 2019
        Sam   | 01/06/2020   # late for 28 March 2019; then 1 December 2020: missed
    """
    with_2019 = a_council(tmp_path / "long", (2019, 2020, 2021), episodes=episodes, reviews=reviews)
    assert with_2019.figures("reviews_on_time") == drawn("""
        year | all
        2019 | 2/3
        2020 | no cases
        2021 | 0/1
    """)
    # From 2020 on: F is 1 April 2019, and a review before it is in no file of 2020 and 2021.
    without = a_council(
        tmp_path / "short",
        (2020, 2021),
        episodes=episodes,
        reviews="""
        CHILD | REVIEW
        Sam   | 01/06/2020   # late for 30 September 2019; then 1 December 2020: missed
        """,
    )
    assert without.figures("reviews_on_time") == drawn("""
        year | all
        2020 | 0/1
        2021 | 0/1
    """)
