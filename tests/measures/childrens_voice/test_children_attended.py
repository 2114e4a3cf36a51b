"""Reviews of children aged 4 or over that day with code PN1 to PN4, of those with PN1 to PN7."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_in_the_meeting_whether_or_not_the_child_contributed(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD    | DOB        | SEX
        Ann      | 01/06/2010 | 2
        Sam      | 02/06/2016 | 1
        """,
        episodes="""
        CHILD    | DECOM
        Ann      | 01/04/2020
        Sam      | 01/04/2020
        """,
        reviews="""
        CHILD    | REVIEW     | REVIEW_CODE
        Ann      | 01/06/2020 | PN1   # 1 of 1
        Ann      | 02/06/2020 | PN2   # 1 of 1
        Ann      | 03/06/2020 | PN3   # 1 of 1
        Ann      | 04/06/2020 | PN4   # attended, did not contribute: 1 of 1
        Ann      | 05/06/2020 | PN5   # 0 of 1
        Ann      | 06/06/2020 | PN6   # 0 of 1
        Ann      | 07/06/2020 | PN7   # 0 of 1
        Ann      | 08/06/2020 | PN0   # left out, as she is over 4
        Ann      | 09/06/2020 |       # left out
        Sam      | 01/06/2020 | PN1   # 3 years old: left out
        Sam      | 02/06/2020 | PN1   # 4: 1 of 1
        Sam      | 03/06/2020 | PN7   # 0 of 1
        """,
    )
    assert council.figures("children_attended") == drawn("""
        year | all
        2021 | 5/9
    """)
    assert council.figures("children_attended", "sex") == drawn("""
        year | Female | Male
        2021 | 4/7    | 1/2
    """)


def test_the_record_of_needs_is_that_of_the_year_of_the_review(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD | DECOM
        Sam   | 01/04/2019
        """,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Sam   | 01/06/2019 | PN7
        Sam   | 01/06/2020 | PN1
        """,
        send="""
        child_id | as_at_date | sen_provision | primary_need | disability
        Sam      | 31/03/2020 | K             | SLCN         | COMM   # holds for 2020
        Sam      | 01/04/2020 | E             | ASD          | AUT    # holds for 2021
        """,
    )
    assert council.figures("children_attended", "sen_provision") == drawn("""
        year | EHC plan | SEN support
        2020 | no cases | 0/1
        2021 | 1/1      | no cases
    """)
    assert council.figures("children_attended", "primary_need") == drawn("""
        year | Autistic spectrum disorder | Speech, language and communication needs
        2020 | no cases                   | 0/1
        2021 | 1/1                        | no cases
    """)
    assert council.figures("children_attended", "disability") == drawn("""
        year | Diagnosed with autism or Asperger syndrome | Communication
        2020 | no cases                                   | 0/1
        2021 | 1/1                                        | no cases
    """)


def test_no_cases_if_no_child_is_aged_4_or_over(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD | DOB
        Sam   | 01/04/2017
        """,
        episodes="""
        CHILD | DECOM
        Sam   | 01/04/2020
        """,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Sam   | 31/03/2021 | PN1
        """,
    )
    assert council.figures("children_attended") == drawn("""
        year | all
        2021 | no cases
    """)
