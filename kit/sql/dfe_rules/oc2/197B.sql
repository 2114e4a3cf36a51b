/*
code: '197B'
severity: error
column: SDQ_REASON
needs: [episodes]
title: >-
  Neither a score nor a reason for none in the year of the 4th or 17th birthday
meaning: >-
  The child was looked after all year and turned 4 or 17 in it, and both SDQ_SCORE and SDQ_REASON
  are blank.
what_to_do: >-
  Give the score, or the reason for none.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  LS
    1      01/06/2020  S    C2
    2      01/06/2020  S    C2
    3      01/06/2020  S    C2
  oc2: |
    CHILD  DOB         SDQ_REASON  flagged
    1      01/06/2018  .           yes
    2      01/06/2018  SDQ1        no
    3      01/06/2017  .           no
*/
-- oc2
all_year
AND (birthday(dob, 4) BETWEEN first_day AND last_day OR birthday(dob, 17) BETWEEN first_day AND last_day)
AND sdq_score IS NULL
AND sdq_reason IS NULL
