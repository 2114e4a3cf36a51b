/*
code: '197a'
severity: error
column: SDQ_REASON
title: >-
  A score, and a reason for none
meaning: >-
  SDQ_SCORE and SDQ_REASON are both given.
what_to_do: >-
  Take out the one that is wrong.
example:
  year: 2023
  oc2: |
    CHILD  SDQ_SCORE  SDQ_REASON  flagged
    1      10         SDQ2        yes
    2      10         .           no
    3      .          SDQ2        no
*/
-- oc2
sdq_score IS NOT NULL AND sdq_reason IS NOT NULL
