/*
code: '198'
severity: error
column: SDQ_REASON
needs: [episodes]
title: >-
  A reason for no score for a child who was not looked after all year
meaning: >-
  SDQ_REASON is given, and the child was not looked after from 1 April to 31 March.
what_to_do: >-
  Take the reason out, or correct the episodes.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  LS
    1      01/06/2020  S    C2
    2      01/06/2022  S    C2
  oc2: |
    CHILD  SDQ_REASON  flagged
    1      SDQ2        no
    2      SDQ2        yes
*/
-- oc2
sdq_reason IS NOT NULL AND NOT all_year
