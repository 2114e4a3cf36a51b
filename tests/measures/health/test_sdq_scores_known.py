"""Children of the return's OC2 file aged 4 on 1 April to 16 on 31 March: those with a score from 0 to 40."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

HEADER = """
CHILD              | DOB
four that day      | 01/04/2016   # on 1 April 2020
three that day     | 02/04/2016
sixteen            | 01/04/2004   # on 31 March 2021
seventeen          | 31/03/2004
nought             | 01/06/2010
forty              | 01/06/2010
forty-one          | 01/06/2010
no score           | 01/06/2010
no date of birth   |
"""
OC2 = """
CHILD              | SDQ_SCORE | SDQ_REASON | DOB
four that day      | 10        |            |
three that day     | 11        |            | 01/06/2010   # too young, as this date is not read
sixteen            | 12        |            |
seventeen          | 13        |            |              # too old
nought             | 0         |            |              # a score
forty              | 40        |            |
forty-one          | 41        |            |              # no score
no score           |           | SDQ2       |
no date of birth   | 14        |            | 01/06/2010   # left out
"""


def test_age_at_both_ends_and_what_a_score_is(tmp_path: Path) -> None:
    council = a_council(tmp_path, header=HEADER, oc2=OC2)
    assert council.figures("sdq_scores_known") == drawn("""
        year | all
        2021 | 4/6
    """)
