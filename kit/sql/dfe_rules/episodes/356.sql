/*
code: '356'
severity: error
column: DEC
title: >-
  An episode that ended before it began
meaning: >-
  DEC is before DECOM.
effect: >-
  It holds on no day.
what_to_do: >-
  Correct the day that is wrong.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       DEC         flagged
    1      01/06/2022  31/05/2022  yes
    2      01/06/2022  01/06/2022  no
*/
-- episodes
dec < decom
