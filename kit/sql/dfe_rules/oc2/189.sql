/*
code: '189'
severity: error
column: SDQ_SCORE
title: >-
  A score, or a reason for none, at 17 or over
meaning: >-
  The child turned 17 before 1 April of the year, and SDQ_SCORE or SDQ_REASON is given.
what_to_do: >-
  Take them out, or correct the date of birth.
example:
  year: 2023
  oc2: |
    CHILD  DOB         SDQ_SCORE  SDQ_REASON  flagged
    1      31/03/2005  10         .           yes
    2      01/04/2005  10         .           no
    3      31/03/2005  .          .           no
*/
-- oc2
birthday(dob, 17) < first_day AND coalesce(sdq_score, sdq_reason) IS NOT NULL
