from pathlib import Path

import pytest

from kit.errors import KitError
from tests.lib.worked import a_council, drawn

DRAWN = {
    "header": """
        CHILD | DOB
        Sam   | 01/01/1900   # row 2: no child is 120 years old
        Ann   | 01/06/2010
        """,
    "episodes": """
        CHILD | DECOM
        Sam   | 01/06/2020
        Ann   | 01/06/2020
        """,
    "reviews": """
        CHILD | REVIEW
        Sam   | 29/06/2020
        Ann   | 31/12/9999   # row 3
        """,
    "send": """
        child_id | as_at_date
        Sam      | 1899-12-30   # row 2
        """,
}


def test_a_stand_in_for_a_needed_date_stops_the_run(tmp_path: Path) -> None:
    council = a_council(tmp_path, **DRAWN)
    with pytest.raises(KitError) as stopped:
        council.figures("children_looked_after")
    what = "a stand-in for no date, where a date is needed. Give the date itself."
    # Sam's date of birth is in the reviews, too.
    assert list(stopped.value.messages) == [
        f"header.csv (2021), row 2, DOB: {what}",
        f"reviews.csv (2021), row 2, DOB: {what}",
        f"reviews.csv (2021), row 3, REVIEW: {what}",
        f"send.csv (2021), row 2, as_at_date: {what}",
    ]


def test_known_with_a_reason_it_counts_as_blank_and_is_the_reason_for_which_its_row_is_left_out(
    tmp_path: Path,
) -> None:
    council = a_council(tmp_path, **DRAWN)
    params = council.places.council_params
    params.mkdir(parents=True)
    known = "known_problems: [{rule: stand_in_for_needed_date, rows: 4, reason: the register is lost}]\n"
    (params / "2021.yml").write_text(known, encoding="utf-8")
    assert council.figures("reviews_held") == drawn("""
        year | all
        2021 | 1
    """)
    assert council.listed("required_value_missing") == []
    assert council.listed("stand_in_for_needed_date") == drawn("""
        file        | year | row | column     | value
        header.csv  | 2021 | 2   | DOB        | 01/01/1900
        reviews.csv | 2021 | 2   | DOB        | 01/01/1900
        reviews.csv | 2021 | 3   | REVIEW     | 31/12/9999
        send.csv    | 2021 | 2   | as_at_date | 1899-12-30
    """)
