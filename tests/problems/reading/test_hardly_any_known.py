from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_file_of_other_children_is_one_row(tmp_path: Path) -> None:
    children = [f"child {n}" for n in range(1, 7)]
    council = a_council(
        tmp_path,
        episodes="\n".join(["CHILD | DECOM", *(f"{child} | 01/06/2020" for child in children)]),
        send="""
        child_id | as_at_date
        UPN 1    | 01/01/2021
        UPN 2    | 01/01/2021
        UPN 3    | 01/01/2021
        UPN 4    | 01/01/2021
        UPN 5    | 01/01/2021
        """,
        feedback="""
        child_id | feedback_date | question
        UPN 1    | 01/01/2021    | Were you heard?
        UPN 2    | 01/01/2021    | Were you heard?
        UPN 3    | 01/01/2021    | Were you heard?
        UPN 4    | 01/01/2021    | Were you heard?   # of four nothing can be said
        """,
    )
    assert council.listed("hardly_any_known") == drawn("""
        file     | year | row | column   | value
        send.csv | 2021 | 1   | child_id |
    """)
    assert {row["file"] for row in council.listed("own_extract_of_unknown_child")} == {"feedback.csv"}
