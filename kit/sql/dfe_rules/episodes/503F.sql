/*
code: '503F'
severity: error
column: URN
needs: [last_episodes]
title: >-
  Ofsted number is not that of last year's open episode
meaning: >-
  The child's last episode in last year's file is open, and the URN of the first in this year's
  differs.
what_to_do: >-
  Correct the one that is wrong: it is the same episode.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       URN  flagged
    1      01/06/2021  SC1  no
    2      01/06/2021  SC2  yes
  last_episodes: |
    CHILD  DECOM       URN  DEC
    1      01/06/2021  SC1  .
    2      01/06/2021  SC1  .
*/
-- episodes
is_first AND last_is_open AND urn IS DISTINCT FROM last_urn
