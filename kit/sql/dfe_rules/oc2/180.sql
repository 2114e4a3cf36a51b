/*
code: '180'
severity: error
column: SDQ_SCORE
title: >-
  The score is not a whole number from 0 to 40
meaning: >-
  SDQ_SCORE is given and is not a whole number from 0 to 40.
effect: >-
  It counts as not recorded.
what_to_do: >-
  Correct the score.
example:
  year: 2023
  oc2: |
    CHILD  SDQ_SCORE  flagged
    1      0          no
    2      40         no
    3      41         yes
    4      high       yes
    5      .          no
*/
-- oc2
sdq_score_invalid OR try_cast(sdq_score AS DOUBLE) NOT BETWEEN 0 AND 40
