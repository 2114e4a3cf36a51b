/*
code: '503A'
severity: error
column: RNE
needs: [last_episodes]
title: >-
  Reason for new episode is not that of last year's open episode
meaning: >-
  The child's last episode in last year's file is open, and the RNE of the first in this year's
  differs.
what_to_do: >-
  Correct the one that is wrong: it is the same episode.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  flagged
    1      01/06/2021  S    no
    2      01/06/2021  P    yes
    3      01/06/2021  P    no
  last_episodes: |
    CHILD  DECOM       RNE  DEC
    1      01/06/2021  S    .
    2      01/06/2021  S    .
    3      01/06/2021  S    01/02/2022
*/
-- episodes
is_first AND last_is_open AND rne IS DISTINCT FROM last_rne
