/*
code: '188'
severity: error
column: SDQ_SCORE
title: >-
  A score, or a reason for none, under 4
meaning: >-
  The child was under 4 on 31 March, and SDQ_SCORE or SDQ_REASON is given.
what_to_do: >-
  Take them out, or correct the date of birth.
example:
  year: 2023
  oc2: |
    CHILD  DOB         SDQ_SCORE  SDQ_REASON  flagged
    1      01/04/2019  10         .           yes
    2      01/04/2019  .          SDQ1        yes
    3      31/03/2019  10         .           no
    4      01/04/2019  .          .           no
*/
-- oc2
birthday(dob, 4) > last_day AND coalesce(sdq_score, sdq_reason) IS NOT NULL
