/*
code: '431'
severity: error
column: DECOM
title: >-
  Started to be looked after while still looked after
meaning: >-
  RNE is S, and the child's episode before ended that day or later.
effect: >-
  S starts a new period of care.
what_to_do: >-
  Correct the reason, or the day on which the episode before ended.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  DEC         flagged
    1      01/06/2022  S    01/07/2022  no
    1      01/07/2022  S    .           yes
    2      01/06/2022  S    01/07/2022  no
    2      02/07/2022  S    .           no
    3      01/06/2022  S    01/07/2022  no
    3      01/07/2022  P    .           no
*/
-- episodes
rne = 'S' AND decom <= previous_dec
