"""Two identifiers of a file that would become one stop the run, as they may be two children."""

from pathlib import Path

import pytest

from kit.errors import KitError
from tests.lib.worked import a_council


def test_two_spellings_in_a_file_of_one_child_of_the_return_stop_the_run(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        0012  | 01/06/2020
        A7    | 02/06/2020
        """,
        send="""
        child_id | as_at_date
        12       | 01/01/2021   # row 2
        A7       | 01/01/2021
        0012     | 02/01/2021   # row 4
        """,
        feedback="""
        child_id | feedback_date | question
        a7       | 01/01/2021    | Were you heard?
        X9       | 01/01/2021    | Were you heard?
        x9       | 02/01/2021    | Were you heard?   # of a child whom the return does not know
        """,
    )
    with pytest.raises(KitError) as stopped:
        council.figures("children_looked_after")
    assert stopped.value.messages == (
        "send.csv (2021), child_id: identifiers that would become one in 2 rows (2, 4). They differ in leading zeros, "
        "letter case or the like alone. Write each as the return does.",
    )
