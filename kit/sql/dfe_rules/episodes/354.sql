/*
code: '354'
severity: error
column: DECOM
title: >-
  An episode that began after the year ended
meaning: >-
  DECOM is after 31 March of the return's year.
effect: >-
  It counts in its own year.
what_to_do: >-
  Correct the day, or leave the episode for next year's return.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       flagged
    1      31/03/2023  no
    2      01/04/2023  yes
*/
-- episodes
decom > last_day
