/*
code: '192'
severity: error
column: INTERVENTION_RECEIVED
title: >-
  Not said whether help was received
meaning: >-
  SUBSTANCE_MISUSE is 1, and INTERVENTION_RECEIVED is blank.
what_to_do: >-
  Give 1 if help was received, 0 if not.
example:
  year: 2023
  oc2: |
    CHILD  SUBSTANCE_MISUSE  INTERVENTION_RECEIVED  flagged
    1      1                 .                      yes
    2      1                 0                      no
    3      0                 .                      no
*/
-- oc2
substance_misuse = '1' AND intervention_received IS NULL
