/*
code: '158'
severity: error
column: INTERVENTION_OFFERED
title: >-
  Help received, and said whether it was offered
meaning: >-
  INTERVENTION_RECEIVED is 1, and INTERVENTION_OFFERED is not blank.
what_to_do: >-
  Leave INTERVENTION_OFFERED blank.
example:
  year: 2023
  oc2: |
    CHILD  INTERVENTION_RECEIVED  INTERVENTION_OFFERED  flagged
    1      1                      1                     yes
    2      1                      .                     no
    3      0                      1                     no
*/
-- oc2
intervention_received = '1' AND intervention_offered IS NOT NULL
