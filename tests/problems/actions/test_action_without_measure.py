from pathlib import Path

from kit.paths import MEASURES
from kit.worklists.check_files import check_files
from tests.lib.worked import a_council, drawn


def test_no_measure_or_none_of_the_kit(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        actions="""
        action_id | agreed_year | measure
        a         | 2020        | reviews_on_time
        b         | 2020        | minutes on time    # row 3
        c         | 2021        |                    # row 4
        """,
    )
    assert council.listed("action_without_measure") == drawn("""
        file        | year | row | column  | value
        actions.csv | 2021 | 3   | measure | minutes on time
        actions.csv | 2021 | 4   | measure |
    """)


def test_an_action_may_name_a_measure_of_the_councils_own_once_it_is_there(tmp_path: Path) -> None:
    actions = """
        action_id | agreed_year | measure
        a         | 2021        | reviews_of_ours    # row 2
    """
    council = a_council(tmp_path, actions=actions)
    assert [row["value"] for row in council.listed("action_without_measure")] == ["reviews_of_ours"]
    own = council.places.own_measures
    own.mkdir(parents=True)
    kits = (MEASURES / "reviews" / "reviews_held.sql").read_text(encoding="utf-8")
    (own / "reviews_of_ours.sql").write_text(kits, encoding="utf-8")
    assert council.listed("action_without_measure") == []
    checked = check_files(council.places, 2021).problems
    assert "action_without_measure" not in checked["rule"].to_list()
