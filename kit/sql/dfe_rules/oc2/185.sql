/*
code: '185'
severity: error
column: SDQ_SCORE
needs: [episodes]
title: >-
  A score for a child who was not looked after all year
meaning: >-
  SDQ_SCORE is given, and the child was not looked after from 1 April to 31 March.
what_to_do: >-
  Take the score out, or correct the episodes.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  LS
    1      01/06/2020  S    C2
    2      01/06/2022  S    C2
  oc2: |
    CHILD  SDQ_SCORE  flagged
    1      10         no
    2      10         yes
    3      10         yes
*/
-- oc2
sdq_score IS NOT NULL AND NOT all_year
