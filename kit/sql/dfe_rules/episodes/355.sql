/*
code: '355'
severity: error
column: DEC
title: >-
  An episode that ended on the day on which it began
meaning: >-
  DECOM and DEC are the same day.
effect: >-
  It holds on no day.
what_to_do: >-
  Leave the episode out, or correct the days.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       DEC         flagged
    1      01/06/2022  01/06/2022  yes
    2      01/06/2022  02/06/2022  no
    3      01/06/2022  .           no
*/
-- episodes
decom = dec
