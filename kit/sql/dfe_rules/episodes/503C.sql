/*
code: '503C'
severity: error
column: CIN
needs: [last_episodes]
title: >-
  Category of need is not that of last year's open episode
meaning: >-
  The child's last episode in last year's file is open, and the CIN of the first in this year's
  differs.
what_to_do: >-
  Correct the one that is wrong: it is the same episode.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       CIN  flagged
    1      01/06/2021  N1   no
    2      01/06/2021  N2   yes
  last_episodes: |
    CHILD  DECOM       CIN  DEC
    1      01/06/2021  N1   .
    2      01/06/2021  N1   .
*/
-- episodes
is_first AND last_is_open AND cin IS DISTINCT FROM last_cin
