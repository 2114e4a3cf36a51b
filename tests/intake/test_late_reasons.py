"""A council's own reasons and themes are grouped by its mapping; those that it does not name stay as they are."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

SETTINGS = """
mappings:
  review_details:
    extract: review_details
    values:
      late_reason: {SICK*: Sickness, IRO-SICK: Sickness, "7": Parent unavailable}
      record_late_reason: {BS*: Business support}
  escalations:
    extract: escalations
    values:
      theme: {CP*: Care plan drift}
"""
EPISODES = """
    CHILD | DECOM
    Ann   | 01/04/2020
    Bob   | 01/04/2020
    Cas   | 01/04/2020
    Dee   | 01/04/2020
    """
REVIEWS = """
    CHILD | REVIEW
    Ann   | 01/07/2020
    Bob   | 01/07/2020
    Cas   | 01/07/2020
    Dee   | 01/07/2020   # every first review is late
    Ann   | 01/10/2020
    Bob   | 01/10/2020
    Cas   | 01/10/2020
    Dee   | 01/10/2020   # every second one on time
    """


def test_codes_of_a_file_in_the_contracts_headings_are_grouped(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        settings=SETTINGS,
        episodes=EPISODES,
        reviews=REVIEWS,
        review_details="""
        child_id | review_date | late_reason | record_late_reason
        Ann      | 01/07/2020  | sick note   | BS1
        Bob      | 01/07/2020  | IRO-SICK    | BS2
        Cas      | 01/07/2020  | 7           | IT           # of the record: not named, so as it is
        Dee      | 01/07/2020  | Snow        |              # not named, so as it is
        """,
        escalations="""
        escalation_id | raised_date | theme
        E1            | 01/07/2020  | CP drift
        E2            | 01/07/2020  | cp-02
        E3            | 01/07/2020  | Contact
        """,
    )
    assert council.figures("reviews_late_reasons", "late_reason") == drawn("""
        year | Parent unavailable | Sickness | Snow
        2021 | 1                  | 2        | 1
    """)
    assert council.figures("records_late_reasons", "record_late_reason") == drawn("""
        year | Business support | IT | Not recorded
        2021 | 2                | 1  | 1
    """)
    assert council.figures("escalations_raised", "theme") == drawn("""
        year | Care plan drift | Contact
        2021 | 2               | 1
    """)
