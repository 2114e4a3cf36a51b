"""Decisions not carried out by the next review: a sheet of the due list, and nowhere else by child."""

from datetime import date
from pathlib import Path

import fastexcel
import pytest

from kit.ahead.due_list import make_due_list
from tests.ahead.test_due_list import sheet
from tests.commands.test_cli import kit
from tests.lib.worked import WorkedCouncil, a_council

EPISODES = """
    CHILD | DECOM      | files
    ann1  | 01/06/2019 | 2020 2021
    ben2  | 01/06/2019 | 2020 2021
    """
REVIEWS = """
    CHILD | REVIEW
    ann1  | 20/06/2019
    ann1  | 20/09/2019
    ann1  | 20/03/2020
    ben2  | 20/03/2020
    ben2  | 18/09/2020
    """
DECISIONS = """
    child_id | review_date | decision        | owner | due_date   | done_date  | files
    ann1     | 20/06/2019  | See the dentist | Carer | 20/07/2019 |            | 2020 2021
    ann1     | 20/09/2019  | Visit the farm  |       |            | 01/04/2021 | 2020 2021
    ann1     | 20/03/2020  | Find a school   |       |            |            | 2020 2021
    ben2     | 20/03/2020  | =Write to Dad   | Carer |            |            | 2020 2021
    ben2     | 20/03/2020  | See the dentist | Carer |            | 18/09/2020 | 2020 2021
    """
ALLOCATIONS = "child_id | iro_id | start_date\nann1 | one | 01/06/2019"


def council(folder: Path, decisions: str = DECISIONS) -> WorkedCouncil:
    given = {"decisions": decisions} if decisions else {}
    return a_council(folder, (2020, 2021), episodes=EPISODES, reviews=REVIEWS, allocations=ALLOCATIONS, **given)


def test_each_open_decision_is_listed_by_child_with_how_long_it_has_been_open(tmp_path: Path) -> None:
    rows = sheet(make_due_list(council(tmp_path).places, "2021-03-31").workbook, "Drift")
    days = "Days since it was decided"
    assert [
        (r["Child"], r["Officer"], r["Open decisions of the child"], r["Decision"], r[days], r["Reviews held since"])
        for r in rows
    ] == [
        ("ann1", "one", 2, "See the dentist", 650, 2),
        # Done the day after the day of the list.
        ("ann1", "one", 2, "Visit the farm", 558, 1),
        # Text, not a formula.
        ("ben2", "No officer", 1, "=Write to Dad", 376, 1),
    ]
    assert (rows[0]["Who is to do it"], rows[1]["Who is to do it"]) == ("Carer", None)
    assert [rows[0][on].date() for on in ("Decided at the review of", "To be done by")] == [
        date(2019, 6, 20),
        date(2019, 7, 20),
    ]


def test_the_terminal_says_how_many_and_names_no_child_and_no_decision(tmp_path: Path) -> None:
    run = kit("due", "--council", "worked", "--as-at", "2021-03-31", data=council(tmp_path).places.data)
    assert run.returncode == 0, run.stderr
    assert (
        "3 decisions of reviews, of 2 children, are still open though a later review was held: they are in the sheet "
        "“Drift”."
    ) in run.stderr
    assert not [word for word in ("ann1", "ben2", "dentist", "farm", "Dad") if word in run.stdout + run.stderr]


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        ("", "Decisions of reviews are not supplied, so whether they were carried out is not known."),
        (
            "child_id | review_date | decision | done_date | files\nann1 | 20/03/2020 | Call Mum | | 2020 2021",
            "No decision of a review is still open after a later one.",
        ),
    ],
)
def test_not_supplied_and_none_are_two_things(tmp_path: Path, decisions: str, said: str) -> None:
    made = make_due_list(council(tmp_path, decisions).places, "2021-03-31")
    assert ("Drift" in fastexcel.read_excel(made.workbook).sheet_names) == bool(decisions)
    assert said in [line for row in sheet(made.workbook, "About") for line in row.values()]
