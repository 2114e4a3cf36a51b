/*
code: '562'
severity: error
column: DECOM
needs: [last_episodes]
title: >-
  An episode from before the year that did not end last year's file
meaning: >-
  The child's first episode began before 1 April of the year, and the last in last year's file began
  on another day, or there is none.
what_to_do: >-
  Add the episode to last year's return, or correct the day on which it began.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       flagged
    1      01/06/2021  no
    2      01/06/2021  yes
    3      01/06/2021  yes
    4      01/04/2022  no
  last_episodes: |
    CHILD  DECOM
    1      01/06/2021
    2      01/07/2021
*/
-- episodes
is_first AND decom < first_day AND decom IS DISTINCT FROM last_decom
