"""Children with a counted review in the year who had a midway review in it."""

from pathlib import Path

import pytest

from kit.report.opening import open_report
from tests.lib.worked import a_council, drawn

SIX = """
CHILD | DECOM
Ann   | 01/06/2019
Ben   | 01/06/2019
Cat   | 01/06/2019
Dan   | 01/06/2019
Eve   | 01/06/2019
Fay   | 01/06/2019
"""
REVIEWED = """
CHILD | REVIEW
Ann   | 01/05/2020
Ann   | 01/10/2020
Ben   | 01/05/2020
Cat   | 01/05/2020
Dan   | 01/05/2020
Eve   | 01/05/2020
Fay   | 01/05/2019
"""


def test_a_midway_review_on_any_day_of_the_year_is_neither_a_visit_nor_a_call(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=SIX,
        reviews=REVIEWED,  # of the year: Ann to Eve
        iro_contacts="""
        iro_id | child_id | contact_date | kind          | files
        one    | Ann      | 15/07/2020   | midway review | 2021
        one    | Ann      | 15/12/2020   | midway review | 2021   # one child, however many
        two    | Ben      | 31/03/2021   | midway review | 2021   # the last day; after the review
        one    | Cat      | 15/07/2020   | visit         | 2021   # visited, not reviewed midway
        one    | Dan      | 31/03/2020   | midway review | 2021   # before the year
        one    | Fay      | 15/07/2020   | midway review | 2021   # no review in the year
        one    |          | 16/07/2020   | midway review | 2021   # of nobody: listed
        """,
    )
    assert council.figures("midway_reviews_held") == drawn("""
        year | all
        2021 | 2/5
    """)
    # They count as having been in touch, with Cat.
    assert council.figures("reviewed_children_contacted") == drawn("""
        year | all
        2021 | 3/5
    """)
    assert council.figures("visits_and_calls", "contact_kind") == drawn("""
        year | Visit
        2021 | 1
    """)
    assert council.listed("contact_without_child") == drawn("""
        file             | year | row | column   | value
        iro_contacts.csv | 2021 | 8   | child_id |
    """)


def test_in_the_words_that_councils_use(tmp_path: Path) -> None:
    words = [
        "Midway",
        "mid-point",
        "Mid Point",
        "MIDPOINT review",
        "Interim review",
        "mid-way review",
        "Mid–way",
        "mid  way",
    ]
    children = [f"child {number}" for number in range(len(words) + 1)]
    council = a_council(
        tmp_path,
        episodes="\n".join(["CHILD | DECOM", *(f"{child} | 01/06/2019" for child in children)]),
        reviews="\n".join(["CHILD | REVIEW", *(f"{child} | 01/05/2020" for child in children)]),
        iro_contacts="\n".join(
            [
                "iro_id | child_id | contact_date | kind",
                *(
                    f"one | {child} | 01/07/2020 | {word}"
                    for child, word in zip(children, [*words, "mid-term"], strict=True)
                ),
            ]
        ),
    )
    assert council.figures("midway_reviews_held") == drawn("""
        year | all
        2021 | 8/9
    """)
    assert council.listed("unknown_code") == drawn("""
        file             | year | row | column | value
        iro_contacts.csv | 2021 | 10  | kind   | mid-term
    """)


def test_two_words_for_one_midway_review_are_one_thing(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        iro_contacts="""
        iro_id | child_id | contact_date | kind
        one    | Ann      | 01/07/2020   | midway
        one    | Ann      | 01/07/2020   | mid-point review   # the same, said again
        """,
    )
    assert council.listed("duplicate_row") == drawn("""
        file             | year | row | column | value
        iro_contacts.csv | 2021 | 2   | kind   |
    """)


def test_ages_are_those_on_the_day_of_the_last_review_of_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD | DOB
        Ann   | 01/09/2010   # 9 at the first review, 10 at the last
        Ben   | 02/05/2004   # 15 at the review, though 16 a day later
        """,
        episodes="CHILD | DECOM\nAnn | 01/06/2019\nBen | 01/06/2019",
        reviews="CHILD | REVIEW\nAnn | 01/05/2020\nAnn | 01/10/2020\nBen | 01/05/2020",
        iro_contacts="iro_id | child_id | contact_date | kind\none | Ann | 01/07/2020 | midway review",
    )
    assert council.figures("midway_reviews_held", "age_band_all") == drawn("""
        year | 10–15
        2021 | 1/2
    """)


def test_contacts_without_one_are_0_and_the_sentence_says_that_none_is_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = a_council(
        tmp_path,
        episodes=SIX,
        reviews=REVIEWED,
        iro_contacts="iro_id | child_id | contact_date | kind\none | Ann | 01/07/2020 | visit",
        settings="hide_up_to: 0\ndecided_by: nobody, in a test\n",
    )
    assert council.figures("midway_reviews_held") == drawn("""
        year | all
        2021 | 0/5
    """)
    monkeypatch.setenv("KIT_DATA", str(council.places.data))
    monkeypatch.setenv("KIT_PARAMS", str(council.places.params))
    said = open_report("worked", 2021).headline("midway_reviews_held").plain()
    assert said.startswith("In 2020-21, no midway review is recorded of any of the 5 children who had a review.")


def test_no_file_is_not_supplied(tmp_path: Path) -> None:
    assert a_council(tmp_path).figures("midway_reviews_held") == [{"year": "2021", "all": "not supplied"}]
