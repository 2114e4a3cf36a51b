/*
code: '375'
severity: error
column: DEC
title: >-
  A stay in hospital of more than six weeks as a temporary placement
meaning: >-
  PLACE is T1, and the episode lasted more than 42 days; an open one lasts to 31 March.
what_to_do: >-
  Correct the placement or the days.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       PLACE  DEC         flagged
    1      01/06/2022  T1     13/07/2022  no
    2      01/06/2022  T1     14/07/2022  yes
    3      01/06/2022  T1     .           yes
    4      01/06/2022  U1     .           no
*/
-- episodes
place = 'T1' AND until(dec, dec_given, last_day) - decom > 42
