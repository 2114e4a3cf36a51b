/*
code: '503B'
severity: error
column: LS
needs: [last_episodes]
title: >-
  Legal status is not that of last year's open episode
meaning: >-
  The child's last episode in last year's file is open, and the LS of the first in this year's
  differs.
what_to_do: >-
  Correct the one that is wrong: it is the same episode.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       LS  flagged
    1      01/06/2021  C2  no
    2      01/06/2021  C1  yes
  last_episodes: |
    CHILD  DECOM       LS  DEC
    1      01/06/2021  C2  .
    2      01/06/2021  C2  .
*/
-- episodes
is_first AND last_is_open AND ls IS DISTINCT FROM last_ls
