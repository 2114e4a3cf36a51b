"""Children looked after on 31 March with three or more placements in the year, none of them temporary."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_placement_on_the_first_day_and_two_begun_in_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD         | DECOM      | DEC        | RNE | PLACE
        three         | 01/06/2019 | 01/05/2020 | S   | U6      # 1: on 1 April
        three         | 01/05/2020 | 31/03/2021 | P   | K2      # 2
        three         | 31/03/2021 |            | B   | U4      # 3: on the last day
        two           | 01/06/2019 | 31/03/2020 | S   | U6      # ended before the year
        two           | 31/03/2020 | 01/05/2020 | P   | K2      # 1: on 1 April
        two           | 01/05/2020 |            | P   | U4      # 2
        on 1 April    | 01/06/2019 | 01/04/2020 | S   | U6      # ended as the year began
        on 1 April    | 01/04/2020 | 01/05/2020 | P   | K2      # 1: on 1 April, and begun in the year: once
        on 1 April    | 01/05/2020 |            | P   | U4      # 2
        same carers   | 01/06/2019 | 01/05/2020 | S   | U6      # 1
        same carers   | 01/05/2020 | 01/06/2020 | L   | U6      # another legal status
        same carers   | 01/06/2020 | 01/07/2020 | T   | U4      # another placement, the same carers
        same carers   | 01/07/2020 | 01/08/2020 | U   | U6      # both
        same carers   | 01/08/2020 |            | P   | K2      # 2
        started       | 01/05/2020 | 01/06/2020 | S   | U6      # 1: the first after 1 April
        started       | 01/06/2020 | 01/07/2020 | P   | K2      # 2
        started       | 01/07/2020 |            | P   |         # 3: without a code, a placement like others
        left          | 01/06/2019 | 01/05/2020 | S   | U6
        left          | 01/05/2020 | 01/06/2020 | P   | K2
        left          | 01/06/2020 | 30/03/2021 | P   | U4      # three, and not looked after on 31 March
        """,
    )
    assert council.figures("children_three_placements") == drawn("""
        year | all
        2021 | 2/5
    """)


def test_a_temporary_placement_is_none(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD       | DECOM      | DEC        | RNE | PLACE
        in hospital | 01/06/2019 | 01/05/2020 | S   | U6   # 1
        in hospital | 01/05/2020 | 08/05/2020 | P   | T1   # temporary
        in hospital | 08/05/2020 |            | P   | U6   # 2: back again, as the return has it
        first       | 01/03/2020 | 08/04/2020 | S   | T0   # on 1 April, and temporary
        first       | 08/04/2020 | 01/06/2020 | P   | U6   # 1
        first       | 01/06/2020 | 01/07/2020 | P   | T4   # temporary
        first       | 01/07/2020 | 01/08/2020 | P   | U4   # 2
        first       | 01/08/2020 |            | B   | K2   # 3
        """,
    )
    assert council.figures("children_three_placements") == drawn("""
        year | all
        2021 | 1/2
    """)


def test_all_periods_of_care_of_the_year_and_no_short_breaks(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD        | DECOM      | DEC        | RNE | LS | PLACE
        came back    | 01/06/2019 | 01/05/2020 | S   | C2 | U6   # 1: on 1 April
        came back    | 01/06/2020 | 01/07/2020 | S   | C2 | K2   # 2: another period
        came back    | 01/08/2020 |            | S   | C2 | U4   # 3
        one day      | 01/04/2020 | 01/04/2020 | S   | C2 | U6   # 1: begun in the year, though on no day of it
        one day      | 01/05/2020 | 01/06/2020 | P   | C2 | U6   # 2: the first after 1 April
        one day      | 01/06/2020 |            | P   | C2 | K2   # 3
        short breaks | 01/04/2020 | 05/04/2020 | S   | V4 | K2   # not looked after
        short breaks | 01/06/2020 | 05/06/2020 | S   | V4 | K2
        short breaks | 01/09/2020 | 01/10/2020 | S   | C2 | U6   # 1: the first after 1 April
        short breaks | 01/10/2020 |            | P   | C2 | K2   # 2
        """,
    )
    assert council.figures("children_three_placements") == drawn("""
        year | all
        2021 | 2/3
    """)


def test_a_reason_not_recorded_begins_none_but_the_first_counts(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | DEC        | RNE | PLACE
        Ann   | 01/05/2020 | 01/06/2020 |     | U6   # 1: the first after 1 April, whatever its reason
        Ann   | 01/06/2020 | 01/07/2020 | P   | K2   # 2
        Ann   | 01/07/2020 | 01/08/2020 |     | U4   # no reason
        Ann   | 01/08/2020 |            | B   | U6   # 3
        Ben   | 01/05/2020 | 01/06/2020 |     | U6   # 1
        Ben   | 01/06/2020 | 01/07/2020 |     | K2
        Ben   | 01/07/2020 |            | P   | U4   # 2
        """,
    )
    assert council.figures("children_three_placements") == drawn("""
        year | all
        2021 | 1/2
    """)


def test_each_year_by_itself_and_ages_on_its_last_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        header="CHILD | DOB\nAnn | 31/03/2011",
        episodes="""
        CHILD | DECOM      | DEC        | RNE | PLACE
        Ann   | 01/06/2019 | 01/07/2019 | S   | U6   # 2019-20: 1
        Ann   | 01/07/2019 | 01/08/2019 | P   | K2   # 2
        Ann   | 01/08/2019 | 01/04/2021 | P   | U4   # 3; and in 2020-21 1
        Ann   | 01/04/2021 |            | P   | U6   # after the year
        """,
    )
    assert council.figures("children_three_placements", "age_band_all") == drawn("""
        year | 10–15    | 5–9
        2020 | no cases | 1/1
        2021 | 0/1      | no cases
    """)
