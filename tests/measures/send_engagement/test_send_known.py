"""Children looked after on 31 March, aged 5 to 15 on the 31 August before, with a SEND record."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_age_on_31_august_and_a_record_by_31_march(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD                 | DOB
        five that day         | 31/08/2015
        five the day after    | 01/09/2015
        fifteen that day      | 01/09/2004
        sixteen that day      | 31/08/2004
        record of 31 March    | 01/06/2010
        record of 1 April     | 01/06/2010
        older record          | 01/06/2010
        says no SEN           | 01/06/2010
        no record             | 01/06/2010
        left                  | 01/06/2010
        no date of birth      |
        """,
        episodes="""
        CHILD                 | DECOM      | DEC
        five that day         | 01/06/2020 |              # 1 of 1
        five the day after    | 01/06/2020 |              # 4 on 31 August 2020: left out
        fifteen that day      | 01/06/2020 |              # 15, without a record: 0 of 1
        sixteen that day      | 01/06/2020 |              # left out
        record of 31 March    | 01/06/2020 |              # 1 of 1
        record of 1 April     | 01/06/2020 |              # not known in the year: 0 of 1
        older record          | 01/06/2020 |              # 1 of 1
        says no SEN           | 01/06/2020 |              # known: 1 of 1
        no record             | 01/06/2020 |              # 0 of 1
        left                  | 01/06/2020 | 31/03/2021   # not looked after on 31 March
        no date of birth      | 01/06/2020 |              # age not known: left out
        """,
        send="""
        child_id              | as_at_date | sen_provision
        five that day         | 01/01/2021 | K
        five the day after    | 01/01/2021 | K
        sixteen that day      | 01/01/2021 | E
        record of 31 March    | 31/03/2021 | K
        record of 1 April     | 01/04/2021 | K
        older record          | 01/01/2016 | E
        says no SEN           | 01/01/2021 | N
        left                  | 01/01/2021 | E
        no date of birth      | 01/01/2021 | E
        """,
    )
    assert council.figures("send_known") == drawn("""
        year | all
        2021 | 4/7
    """)


def test_a_year_without_the_extract_is_not_supplied_though_an_earlier_one_had_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        episodes="""
        CHILD | DECOM
        Sam   | 01/06/2018
        """,
        send="""
        child_id | as_at_date | sen_provision | files
        Sam      | 01/01/2019 | K             | 2019
        Ann      | 01/01/2021 | K             | 2021   # not looked after
        """,
    )
    # In 2021 the record of 2019 still holds.
    assert council.figures("send_known") == drawn("""
        year | all
        2019 | 1/1
        2020 | not supplied
        2021 | 1/1
    """)
