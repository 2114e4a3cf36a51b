"""Children looked after on 31 March, of any age, whose SEND record says EHC plan, of those whose record gives a provision."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_newest_record_of_the_year_says_whether_there_is_a_plan(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD             | DOB
        two years old     | 01/06/2018
        seventeen         | 01/06/2003
        plan ended        | 01/06/2010
        plan next year    | 01/06/2010
        twice in the file | 01/06/2010
        code not known    | 01/06/2010
        blank             | 01/06/2010
        blank since       | 01/06/2010
        no record         | 01/06/2010
        left              | 01/06/2010
        """,
        episodes="""
        CHILD             | DECOM      | DEC
        two years old     | 01/06/2020 |
        seventeen         | 01/06/2020 |
        plan ended        | 01/06/2020 |
        plan next year    | 01/06/2020 |
        twice in the file | 01/06/2020 |
        code not known    | 01/06/2020 |
        blank             | 01/06/2020 |
        blank since       | 01/06/2020 |
        no record         | 01/06/2020 |              # not counted
        left              | 01/06/2020 | 01/03/2021   # not looked after on 31 March
        """,
        send="""
        child_id          | as_at_date | sen_provision
        two years old     | 01/01/2021 | E        # 1 of 1
        seventeen         | 31/03/2021 | E        # 1 of 1
        plan ended        | 01/02/2021 | K        # the newest: 0 of 1, in whatever order they are
        plan ended        | 01/01/2021 | E
        plan next year    | 31/03/2021 | K        # 0 of 1
        plan next year    | 01/04/2021 | E        # after the year: not known to it
        twice in the file | 01/01/2021 | K        # a duplicate: the later row of the file holds
        twice in the file | 01/01/2021 | E        # 1 of 1
        code not known    | 01/01/2021 | EHCP     # it cannot be said: left out
        blank             | 01/01/2021 |          # left out
        blank since       | 01/01/2021 | E
        blank since       | 01/02/2021 |          # the newest record says nothing: left out
        left              | 01/01/2021 | E
        """,
    )
    assert council.figures("children_with_ehc_plan") == drawn("""
        year | all
        2021 | 3/5
    """)


def test_without_the_provision_it_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Sam   | 01/06/2020
        """,
        send="""
        child_id | as_at_date
        Sam      | 01/01/2021
        """,
        without=["send.sen_provision"],
    )
    assert council.figures("children_with_ehc_plan") == drawn("""
        year | all
        2021 | not supplied
    """)
    # That there is a record is still known.
    assert council.figures("send_known") == drawn("""
        year | all
        2021 | 1/1
    """)
