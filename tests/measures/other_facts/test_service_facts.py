"""Single facts, each with its own numbers."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_number_alone_or_of_how_many(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        service_facts="""
        fact    | numerator | denominator | files
        Schools | 9         | 16          | 2020
        Schools | 14        | 16          | 2021   # 87.5%
        Carers  | 7         |             | 2021   # a number alone, and none in 2020
        Hours   | 2.5       |             | 2021   # not whole: the value alone holds it
        Unsaid  |           | 8           | 2021   # not known
        Nothing | 0         | 0           | 2021   # of none
        """,
    )
    assert council.figures("service_facts") == drawn("""
        year | all
        2019 | not supplied
        2020 | 1
        2021 | 5
    """)
    assert council.figures("service_facts", "fact") == drawn("""
        year | Carers       | Hours        | Schools
        2019 | not supplied | not supplied | not supplied
        2020 | not supplied | not supplied | 9/16
        2021 | 7            | None         | 14/16
    """)
