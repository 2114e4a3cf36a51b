"""Children under legal status J1 on any day of the year, of the children looked after on any day of it."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_one_day_on_remand_is_enough_and_other_sentences_are_not_remand(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD                      | DECOM      | RNE | LS | DEC
        on remand on 31 March      | 31/03/2021 | S   | J1 |              # 1 of 1
        a day in the middle        | 01/06/2020 | S   | C2 | 01/09/2020
        a day in the middle        | 01/09/2020 | L   | J1 | 02/09/2020   # 1 of 1
        a day in the middle        | 02/09/2020 | L   | C2 |
        until 2 April              | 01/02/2020 | S   | J1 | 02/04/2020   # on remand on 1 April: 1 of 1
        until 1 April              | 01/02/2020 | S   | J1 | 01/04/2020
        until 1 April              | 01/04/2020 | L   | C2 |              # full care order from 1 April: 0 of 1
        on no day                  | 01/06/2020 | S   | J1 | 01/06/2020   # ends as it begins
        on no day                  | 01/07/2020 | S   | C2 |              # 0 of 1
        two rows, one DECOM        | 01/06/2020 | S   | J1 | 01/12/2020
        two rows, one DECOM        | 01/06/2020 | S   | C2 |              # the later row of the file holds: 0 of 1
        sentenced                  | 01/06/2020 | S   | J2 |              # 0 of 1
        never                      | 01/06/2020 | S   | C2 |              # 0 of 1
        """,
    )
    assert council.figures("children_remanded") == drawn("""
        year | all
        2021 | 3/8
    """)
