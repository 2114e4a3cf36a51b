/*
code: '433'
severity: error
column: DECOM
title: >-
  An episode that goes on does not begin when the one before ended
meaning: >-
  RNE is L, P, T, B or U, and the child's episode before did not end that day.
effect: >-
  A gap starts a new period of care.
what_to_do: >-
  Correct the days of the two episodes, or the reason.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  DEC         flagged
    1      01/06/2022  S    01/07/2022  no
    1      01/07/2022  L    .           no
    2      01/06/2022  S    01/07/2022  no
    2      02/07/2022  L    .           yes
    3      01/06/2022  S    .           no
    3      02/07/2022  L    .           yes
*/
-- episodes
has_previous AND rne IN ('L', 'P', 'T', 'B', 'U') AND (decom <> previous_dec OR decom IS NULL OR previous_dec IS NULL)
