from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_no_number_of_none_fewer_than_none_and_more_than_all(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        service_facts="""
        fact  | numerator | denominator
        fine  | 14        | 16
        alone | 7         |
        a     |           | 16             # row 4
        b     | 0         | 0              # row 5
        c     | 17        | 16             # row 6
        d     | -3        | 16             # row 7
        fewer | -3        |                # a difference may be below 0
        """,
    )
    assert council.listed("fact_not_usable") == drawn("""
        file              | year | row | column      | value
        service_facts.csv | 2021 | 4   | numerator   |
        service_facts.csv | 2021 | 5   | denominator | 0.0
        service_facts.csv | 2021 | 6   | denominator | 16.0
        service_facts.csv | 2021 | 7   | numerator   | -3.0
    """)
