/*
code: '196'
severity: error
column: SDQ_REASON
title: >-
  Reason for no score is no code of the list
meaning: >-
  SDQ_REASON is given and is not one of SDQ1 to SDQ5.
effect: >-
  It counts as not recorded.
what_to_do: >-
  Use a code of the list.
example:
  year: 2023
  oc2: |
    CHILD  SDQ_REASON  flagged
    1      SDQ5        no
    2      SDQ6        yes
    3      .           no
*/
-- oc2
sdq_reason_invalid
