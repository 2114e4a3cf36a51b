/*
code: '379'
severity: error
column: DEC
title: >-
  A temporary placement for another reason of more than seven days
meaning: >-
  PLACE is T4, and the episode lasted more than 7 days; an open one lasts to 31 March.
what_to_do: >-
  Correct the placement or the days.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       PLACE  DEC         flagged
    1      01/06/2022  T4     08/06/2022  no
    2      01/06/2022  T4     09/06/2022  yes
    3      01/06/2022  T4     .           yes
    4      01/06/2022  U1     .           no
*/
-- episodes
place = 'T4' AND until(dec, dec_given, last_day) - decom > 7
