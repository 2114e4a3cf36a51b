from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_record_whose_provision_is_blank_or_unknown(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="CHILD | DECOM\nSam | 01/06/2020\nAnn | 01/06/2020\nBo | 01/06/2020",
        send="""
        child_id | as_at_date | sen_provision
        Sam      | 01/01/2021 | N
        Ann      | 01/01/2021 |        # row 3
        Bo       | 01/01/2021 | EHCP   # row 4: no code of the list
        """,
    )
    assert council.listed("send_provision_not_recorded") == drawn("""
        file     | year | row | column        | value
        send.csv | 2021 | 3   | sen_provision |
        send.csv | 2021 | 4   | sen_provision |
    """)


def test_nothing_is_missing_from_a_file_without_the_column(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="CHILD | DECOM\nSam | 01/06/2020",
        send="child_id | as_at_date\nSam | 01/01/2021",
        without=["send.sen_provision"],
    )
    assert council.listed("send_provision_not_recorded") == []
