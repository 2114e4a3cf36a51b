"""Identifiers that a spreadsheet shortened stop the run: nobody can tell whose the rows are."""

from pathlib import Path

import pytest

from kit.errors import KitError
from tests.lib.worked import a_council


def test_numbers_that_excel_shortened_stop_the_run_in_every_file(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD    | DECOM
        7E1      | 01/06/2020   # a council's own number
        1.23E+06 | 02/06/2020   # row 3
        1E+05    | 03/06/2020   # row 4
        1.2E+01  | 04/06/2020   # every digit is there: 12
        """,
        send="""
        child_id  | as_at_date
        1,234e+06 | 01/01/2021  # row 2: as spreadsheets in other languages write it
        """,
    )
    with pytest.raises(KitError) as stopped:
        council.figures("children_looked_after")
    todo = (
        "Excel shortened it to something like 1.23E+06, and it cannot be recovered. Export the file again, and open no "
        "more than a copy in Excel."
    )
    assert stopped.value.messages == (
        f"episodes.csv (2021), CHILD: digits of an identifier are lost in 2 rows (3, 4). {todo}",
        f"header.csv (2021), CHILD: digits of an identifier are lost in 2 rows (3, 4). {todo}",
        f"send.csv (2021), row 2, child_id: digits of an identifier are lost. {todo}",
    )
