"""The median of the scores that are known: half of them, or more, are no higher."""

from pathlib import Path

from tests.lib.worked import a_council, drawn
from tests.measures.health.test_sdq_scores_known import HEADER, OC2


def test_the_median_of_scores_from_0_to_40(tmp_path: Path) -> None:
    # 0, 10, 12 and 40: two of four are 10 or less.
    council = a_council(tmp_path, header=HEADER, oc2=OC2)
    assert council.figures("sdq_score") == drawn("""
        year | all
        2021 | 10 (4/4)
    """)


def test_no_scores_are_no_cases(tmp_path: Path) -> None:
    council = a_council(tmp_path, oc2="CHILD | SDQ_SCORE\nnobody | 41")
    assert council.figures("sdq_score") == drawn("year | all\n2021 | no cases")
