/*
code: '376'
severity: error
column: DEC
title: >-
  A holiday of the foster carer of more than three weeks
meaning: >-
  PLACE is T3, and the episode lasted more than 21 days; an open one lasts to 31 March.
what_to_do: >-
  Correct the placement or the days.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       PLACE  DEC         flagged
    1      01/06/2022  T3     22/06/2022  no
    2      01/06/2022  T3     23/06/2022  yes
    3      01/06/2022  T3     .           yes
    4      01/06/2022  U1     .           no
*/
-- episodes
place = 'T3' AND until(dec, dec_given, last_day) - decom > 21
