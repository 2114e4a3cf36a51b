"""Children looked after on 31 March whose SEND record says EHC plan or SEN support, by the area of their main need."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_each_child_has_one_area_and_what_few_have_is_together(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD       | DOB
        speech      | 01/06/2010
        autism      | 01/06/2010
        learning    | 01/06/2010
        feelings    | 01/06/2010
        hearing     | 01/06/2010
        not said    | 01/06/2010
        no need     | 01/06/2010
        no record   | 01/06/2010
        left        | 01/06/2010
        """,
        episodes="""
        CHILD       | DECOM      | DEC
        speech      | 01/06/2020 |
        autism      | 01/06/2020 |
        learning    | 01/06/2020 |
        feelings    | 01/06/2020 |
        hearing     | 01/06/2020 |
        not said    | 01/06/2020 |
        no need     | 01/06/2020 |
        no record   | 01/06/2020 |
        left        | 01/06/2020 | 01/03/2021
        """,
        send="""
        child_id    | as_at_date | sen_provision | primary_need
        speech      | 01/01/2021 | E             | SLCN    # communication and interaction
        autism      | 01/01/2021 | K             | ASD     # communication and interaction
        learning    | 01/01/2021 | K             | MLD     # cognition and learning
        feelings    | 01/01/2021 | E             | SEMH    # social, emotional and mental health
        hearing     | 01/01/2021 | E             | HI      # other
        not said    | 01/01/2021 | K             |         # not recorded
        no need     | 01/01/2021 | N             |         # not counted
        left        | 01/01/2021 | E             | SEMH    # not looked after on 31 March
        """,
    )
    (areas,) = council.figures("children_with_needs", "area_of_need")
    assert areas == {
        "year": "2021",
        "Communication and interaction": "2",
        "Cognition and learning": "1",
        "Social, emotional and mental health": "1",
        "Other, or not recorded": "2",
    }
    assert council.figures("children_with_needs") == drawn("""
        year | all
        2021 | 6
    """)
