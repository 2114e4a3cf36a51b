"""Reviews of children aged 4 or over that day with code PN1, PN2, PN3, PN5 or PN6, of those with PN1 to PN7."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

SAM = """
    CHILD | DECOM
    Sam   | 01/02/2020
"""


def test_which_codes_are_taking_part(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=SAM,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Sam   | 31/03/2020 | PN1   # the year before, not loaded
        Sam   | 01/04/2020 | PN1   # attended and spoke: 1 of 1
        Sam   | 02/04/2020 | PN2   # 1 of 1
        Sam   | 03/04/2020 | PN3   # 1 of 1
        Sam   | 04/04/2020 | PN4   # attended, did not contribute: 0 of 1
        Sam   | 01/07/2020 | PN5   # absent, briefed an advocate: 1 of 1
        Sam   | 01/08/2020 | PN6   # absent, sent views: 1 of 1
        Sam   | 01/09/2020 | PN7   # absent, no views: 0 of 1
        Sam   | 01/10/2020 | PN0   # means under 4: left out and listed
        Sam   | 02/10/2020 |       # left out and listed
        Sam   | 03/10/2020 | PN8   # no code: left out and listed
        Sam   | 31/03/2021 | PN1   # 1 of 1
        """,
    )
    assert council.figures("children_took_part") == drawn("""
        year | all
        2021 | 6/8
    """)
    assert council.figures("children_took_part", "month") == drawn("""
        year | 2020-04 | 2020-07 | 2020-08 | 2020-09 | 2021-03
        2021 | 3/4     | 1/1     | 1/1     | 0/1     | 1/1
    """)
    assert council.figures("children_took_part", "quarter") == drawn("""
        year | Q1  | Q2  | Q4
        2021 | 3/4 | 2/3 | 1/1
    """)


def test_only_children_aged_4_or_over_on_the_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD               | DOB
        four that day       | 01/06/2016
        four the day after  | 02/06/2016
        nine                | 02/06/2010
        ten                 | 01/06/2010
        fifteen             | 02/06/2004
        sixteen             | 01/06/2004
        no date of birth    |
        """,
        episodes="""
        CHILD               | DECOM
        four that day       | 01/05/2020
        four the day after  | 01/05/2020
        nine                | 01/05/2020
        ten                 | 01/05/2020
        fifteen             | 01/05/2020
        sixteen             | 01/05/2020
        not in the header   | 01/05/2020
        no date of birth    | 01/05/2020
        """,
        reviews="""
        CHILD               | REVIEW     | DOB        | REVIEW_CODE
        four that day       | 01/06/2020 | 01/06/2016 | PN7   # 0 of 1
        four the day after  | 01/06/2020 | 01/06/2016 | PN1   # the header's date of birth counts: 3, left out
        nine                | 01/06/2020 |            | PN1   # 1 of 1
        ten                 | 01/06/2020 |            | PN1   # 1 of 1
        fifteen             | 01/06/2020 |            | PN1   # 1 of 1
        sixteen             | 01/06/2020 |            | PN4   # 0 of 1
        not in the header   | 01/06/2020 | 01/06/2014 | PN1   # 6 by the review's date of birth: 1 of 1
        no date of birth    | 01/06/2020 |            | PN1   # age not known: left out and listed
        """,
    )
    assert council.figures("children_took_part", "age_band") == drawn("""
        year | 4–9 | 10–15 | 16+
        2021 | 2/3 | 2/2   | 0/1
    """)


def test_someone_born_on_29_february_completes_a_year_on_1_march(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021, 2022),
        header="""
        CHILD         | DOB
        four in 2020  | 29/02/2016
        ten in 2022   | 29/02/2012
        """,
        episodes="""
        CHILD         | DECOM
        four in 2020  | 01/05/2019
        ten in 2022   | 01/05/2019
        """,
        reviews="""
        CHILD         | REVIEW     | REVIEW_CODE
        four in 2020  | 28/02/2020 | PN1   # 3: left out
        four in 2020  | 29/02/2020 | PN7   # 4, in a leap year on the day itself: 0 of 1
        ten in 2022   | 28/02/2022 | PN1   # 9: 1 of 1
        ten in 2022   | 01/03/2022 | PN7   # 10, in other years on 1 March: 0 of 1
        """,
    )
    assert council.figures("children_took_part", "age_band") == drawn("""
        year | 4–9      | 10–15
        2020 | 0/1      | no cases
        2021 | no cases | no cases
        2022 | 1/1      | 0/1
    """)


def test_sex_ethnicity_placement_and_legal_status(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD | SEX | ETHNIC
        Ann   | 2   | BCRB
        Sam   | 1   | OOTH
        """,
        episodes="""
        CHILD      | DECOM      | LS | PLACE
        Ann        | 01/05/2020 | C1 | T0
        Sam        | 01/05/2020 | E1 | Z1
        no header  | 01/05/2020 | J3 | R5
        """,
        reviews="""
        CHILD      | REVIEW     | DOB        | REVIEW_CODE
        Ann        | 01/06/2020 | 01/06/2010 | PN1
        Sam        | 01/06/2020 | 01/06/2010 | PN1
        Sam        | 02/06/2020 | 01/06/2010 | PN7
        no header  | 01/06/2020 | 01/06/2010 | PN7
        """,
    )
    assert council.figures("children_took_part", "sex") == drawn("""
        year | Female | Male | Other or not recorded
        2021 | 1/1    | 1/2  | 0/1
    """)
    assert council.figures("children_took_part", "ethnicity") == drawn("""
        year | Black | Other | Not recorded
        2021 | 1/1   | 1/2   | 0/1
    """)
    assert council.figures("children_took_part", "placement") == drawn("""
        year | Temporary | Other | Secure
        2021 | 1/1       | 1/2   | 0/1
    """)
    assert council.figures("children_took_part", "legal_status") == drawn("""
        year | Interim care order | Placement or freeing order | Remand or sentence
        2021 | 1/1                | 1/2                        | 0/1
    """)


def test_need_and_disability_are_those_of_the_newest_send_record_of_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD          | DECOM
        plan, new      | 01/05/2020
        support        | 01/05/2020
        no SEN         | 01/05/2020
        need not known | 01/05/2020
        later record   | 01/05/2020
        no record      | 01/05/2020
        """,
        reviews="""
        CHILD          | REVIEW     | REVIEW_CODE
        plan, new      | 01/06/2020 | PN1
        plan, new      | 01/09/2020 | PN7
        support        | 01/06/2020 | PN1
        no SEN         | 01/06/2020 | PN1
        need not known | 01/06/2020 | PN7
        later record   | 01/06/2020 | PN1
        no record      | 01/06/2020 | PN1
        """,
        send="""
        child_id       | as_at_date | sen_provision | primary_need | disability
        plan, new      | 01/04/2020 | K             | MLD          | NONE       # a newer record holds
        plan, new      | 31/03/2021 | e             | asd          | AUT; beh   # capitals and spaces are no matter
        support        | 01/01/2021 | K             | SEMH         | AUT;AUT    # counts once
        no SEN         | 01/01/2021 | N             | ASD          | NONE       # no SEN, no need
        need not known | 01/01/2021 | E             | XXX          | XXX        # listed, and not recorded
        later record   | 01/04/2021 | E             | ASD          | AUT        # after the year: not known to it
        """,
    )
    assert council.figures("children_took_part", "sen_provision") == drawn("""
        year | EHC plan | SEN support | No SEN | Not recorded
        2021 | 1/3      | 1/1         | 1/1    | 2/2
    """)
    assert council.figures("children_took_part", "primary_need") == drawn("""
        year | Autistic spectrum disorder | Social, emotional and mental health | No SEN | Not recorded
        2021 | 1/2                        | 1/1                                 | 1/1    | 2/3
    """)
    # A child with several disabilities counts under each, so that the categories do not add up to 7.
    assert council.figures("children_took_part", "disability") == drawn("""
        year | Diagnosed with autism or Asperger syndrome | Behaviour | None | Not recorded
        2021 | 2/3                                        | 1/2       | 1/1  | 2/3
    """)


def test_the_mode_is_that_of_the_review_details(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=SAM,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Sam   | 01/06/2020 | PN1
        Sam   | 02/06/2020 | PN7
        Sam   | 03/06/2020 | PN1
        Sam   | 04/06/2020 | PN1
        """,
        review_details="""
        child_id | review_date | mode
        Sam      | 01/06/2020  | in person
        Sam      | 02/06/2020  | virtual
        Sam      | 03/06/2020  |
        """,
    )
    assert council.figures("children_took_part", "mode") == drawn("""
        year | In person | Virtual | Not recorded
        2021 | 1/1       | 0/1     | 2/2
    """)


def test_without_the_councils_extracts_only_their_breakdowns_are_not_supplied(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=SAM,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Sam   | 01/06/2020 | PN1
        """,
    )
    assert council.figures("children_took_part") == drawn("""
        year | all
        2021 | 1/1
    """)
    for breakdown in ("sen_provision", "primary_need", "disability", "mode"):
        assert council.figures("children_took_part", breakdown) == drawn("""
            year | every category
            2021 | not supplied
        """)
