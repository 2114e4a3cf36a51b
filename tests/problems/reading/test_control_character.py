from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_control_character_is_a_space_and_its_cell_or_heading_is_listed(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | raised_date | theme
        a             | 01/06/2020  | Drift~~and delay   # row 2: ~ is the line break that Word pastes
        b~            | 02/06/2020  | Drift and delay    # row 3
        """,
    )
    path = council.places.raw / "2021" / "escalations.csv"
    text = path.read_text(encoding="utf-8").replace("~", "\x0b").replace("outcome", "out\x01come")
    path.write_text(text.replace("out\x01come", "outcome\x01"), encoding="utf-8")
    assert council.listed("control_character") == drawn("""
        file            | year | row | column        | value
        escalations.csv | 2021 | 1   | outcome       |
        escalations.csv | 2021 | 2   | theme         |
        escalations.csv | 2021 | 3   | escalation_id |
    """)
    assert council.figures("escalations_raised", "theme") == drawn("""
        year | Drift and delay
        2021 | 2
    """)
