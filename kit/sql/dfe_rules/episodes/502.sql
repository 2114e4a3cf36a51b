/*
code: '502'
severity: error
column: DECOM
needs: [last_episodes]
title: >-
  The episode left open last year is not this year's first
meaning: >-
  An episode was open in last year's file, and the child's first episode in this year's began on
  another day.
effect: >-
  An episode that is gone from the newer file is taken as ended on 1 April, unless its start was
  evidently corrected.
what_to_do: >-
  Put the episode back, or correct the day on which it began.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       flagged
    1      01/06/2021  no
    2      01/06/2022  yes
    3      01/06/2022  no
  last_episodes: |
    CHILD  DECOM       DEC
    1      01/06/2021  .
    2      01/06/2021  .
    3      01/06/2021  01/02/2022
*/
-- episodes
is_first AND (decom <> last_open_first OR decom <> last_open_last)
