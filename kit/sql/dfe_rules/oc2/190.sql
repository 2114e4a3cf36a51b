/*
code: '190'
severity: error
column: CONVICTED
needs: [episodes]
title: >-
  Answers about health for a child who was not looked after all year
meaning: >-
  One of the eight answers from CONVICTED to INTERVENTION_OFFERED is given, and the child was not
  looked after from 1 April to 31 March.
what_to_do: >-
  Take the answers out, or correct the episodes.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  LS  DEC         REC
    1      01/06/2020  S    C2  .           .
    2      01/06/2020  S    C2  01/02/2023  E4A
    3      01/06/2020  S    V3  .           .
  oc2: |
    CHILD  CONVICTED  flagged
    1      0          no
    2      0          yes
    3      0          yes
    4      .          no
*/
-- oc2
NOT all_year
AND coalesce(
    convicted, health_check, immunisations, teeth_check, health_assessment, substance_misuse,
    intervention_received, intervention_offered
) IS NOT NULL
