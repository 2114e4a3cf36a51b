/*
code: '186'
severity: error
column: SDQ_SCORE
needs: [episodes]
title: >-
  Neither a score nor a reason for none
meaning: >-
  The child was looked after all year, was 4 by 1 April and under 17 on 31 March, and both SDQ_SCORE
  and SDQ_REASON are blank.
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
    CHILD  DOB         SDQ_SCORE  SDQ_REASON  flagged
    1      01/04/2018  .          .           yes
    2      01/04/2018  10         .           no
    3      31/03/2006  .          .           no
*/
-- oc2
all_year
AND birthday(dob, 4) <= first_day
AND birthday(dob, 17) > last_day
AND sdq_score IS NULL
AND sdq_reason IS NULL
