/*
code: '141'
severity: error
column: DECOM
title: >-
  The day on which an episode began is no date
meaning: >-
  DECOM is given and is no date as dd/mm/yyyy.
effect: >-
  No figure is made until it is corrected or known with a reason. Then the row is left out.
what_to_do: >-
  Give it as dd/mm/yyyy.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       flagged
    1      01/06/2022  no
    2      2022-06-01  yes
    3      .           no
*/
-- episodes
decom_invalid
