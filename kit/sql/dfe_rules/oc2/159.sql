/*
code: '159'
severity: error
column: INTERVENTION_OFFERED
title: >-
  No help received, and not said whether it was offered
meaning: >-
  SUBSTANCE_MISUSE is 1, INTERVENTION_RECEIVED is 0, and INTERVENTION_OFFERED is blank.
what_to_do: >-
  Give 1 if help was offered, 0 if not.
example:
  year: 2023
  oc2: |
    CHILD  SUBSTANCE_MISUSE  INTERVENTION_RECEIVED  INTERVENTION_OFFERED  flagged
    1      1                 0                      .                     yes
    2      1                 0                      0                     no
    3      0                 0                      .                     no
*/
-- oc2
substance_misuse = '1' AND intervention_received = '0' AND intervention_offered IS NULL
