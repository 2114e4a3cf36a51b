/*
code: '544'
severity: error
column: IMMUNISATIONS
title: >-
  A conviction without the four answers about health
meaning: >-
  CONVICTED is 1, and one of IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT and SUBSTANCE_MISUSE is
  blank.
what_to_do: >-
  Give all four.
example:
  year: 2023
  oc2: |
    CHILD  CONVICTED  IMMUNISATIONS  TEETH_CHECK  HEALTH_ASSESSMENT  SUBSTANCE_MISUSE  flagged
    1      1          1              1            1                  .                 yes
    2      1          1              1            1                  0                 no
    3      0          .              .            .                  .                 no
*/
-- oc2
convicted = '1'
AND (
    immunisations IS NULL OR teeth_check IS NULL OR health_assessment IS NULL OR substance_misuse IS NULL
)
