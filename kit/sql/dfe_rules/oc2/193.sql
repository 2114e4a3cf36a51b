/*
code: '193'
severity: error
column: SUBSTANCE_MISUSE
title: >-
  Help for a problem that was not found
meaning: >-
  SUBSTANCE_MISUSE is 0 or blank, and an answer about help is given.
what_to_do: >-
  Give 1 if there was a problem, or leave both answers blank.
example:
  year: 2023
  oc2: |
    CHILD  SUBSTANCE_MISUSE  INTERVENTION_RECEIVED  flagged
    1      0                 0                      yes
    2      .                 0                      yes
    3      1                 0                      no
    4      0                 .                      no
*/
-- oc2
coalesce(substance_misuse, '0') = '0' AND coalesce(intervention_received, intervention_offered) IS NOT NULL
