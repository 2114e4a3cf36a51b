/*
code: '182'
severity: error
column: IMMUNISATIONS
title: >-
  Some answers about health without the four that every child needs
meaning: >-
  CONVICTED, HEALTH_CHECK or an answer about help is given, and one of IMMUNISATIONS, TEETH_CHECK,
  HEALTH_ASSESSMENT and SUBSTANCE_MISUSE is blank.
what_to_do: >-
  Give all four, or leave every answer blank.
example:
  year: 2023
  oc2: |
    CHILD  CONVICTED  IMMUNISATIONS  TEETH_CHECK  HEALTH_ASSESSMENT  SUBSTANCE_MISUSE  flagged
    1      0          1              1            1                  0                 no
    2      0          1              1            1                  .                 yes
    3      .          1              1            1                  .                 no
*/
-- oc2
coalesce(convicted, health_check, intervention_received, intervention_offered) IS NOT NULL
AND (
    immunisations IS NULL OR teeth_check IS NULL OR health_assessment IS NULL OR substance_misuse IS NULL
)
