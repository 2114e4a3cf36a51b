/*
code: '503E'
severity: error
column: PLACE_PROVIDER
needs: [last_episodes]
title: >-
  Placement provider is not that of last year's open episode
meaning: >-
  The child's last episode in last year's file is open, and the PLACE_PROVIDER of the first in this
  year's differs.
what_to_do: >-
  Correct the one that is wrong: it is the same episode.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       PLACE_PROVIDER  flagged
    1      01/06/2021  PR1             no
    2      01/06/2021  PR2             yes
  last_episodes: |
    CHILD  DECOM       PLACE_PROVIDER  DEC
    1      01/06/2021  PR1             .
    2      01/06/2021  PR1             .
*/
-- episodes
is_first AND last_is_open AND place_provider IS DISTINCT FROM last_place_provider
