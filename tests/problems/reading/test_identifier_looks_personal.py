"""Children who are known by their NHS numbers stop the run, as these would be kept in every extract."""

from pathlib import Path

import pytest

from kit.errors import KitError
from tests.lib.worked import a_council

# Made up, with the check digit of an NHS number.
NUMBERS = ("9434765919", "9434765870", "9000000009", "9000000017", "9000000025", "9000000033")


def test_nhs_numbers_as_identifiers_stop_the_run_without_being_quoted(tmp_path: Path) -> None:
    rows = "\n".join(f"{number} | 01/06/2020" for number in NUMBERS)
    council = a_council(tmp_path, episodes=f"CHILD | DECOM\n{rows}")
    with pytest.raises(KitError) as stopped:
        council.figures("children_looked_after")
    assert [message.partition(":")[0] for message in stopped.value.messages] == [
        "episodes.csv (2021), row 1, CHILD",
        "header.csv (2021), row 1, CHILD",
    ]
    assert not [number for number in NUMBERS if number in str(stopped.value)]
