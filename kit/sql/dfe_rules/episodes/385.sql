/*
code: '385'
severity: error
column: DEC
title: >-
  An episode that ended after the year ended
meaning: >-
  DEC is after 31 March of the return's year.
effect: >-
  The year knows the episode as open.
what_to_do: >-
  Correct the day, or leave it blank until next year's return.
example:
  year: 2023
  episodes: |
    CHILD  DEC         flagged
    1      31/03/2023  no
    2      01/04/2023  yes
    3      .           no
*/
-- episodes
dec > last_day
