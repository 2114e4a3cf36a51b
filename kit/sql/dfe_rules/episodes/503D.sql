/*
code: '503D'
severity: error
column: PLACE
needs: [last_episodes]
title: >-
  Placement is not that of last year's open episode
meaning: >-
  The child's last episode in last year's file is open, and the PLACE of the first in this year's
  differs. In 2025 H5 may have become K3, in 2026 Z1 may have become Z11 to Z14.
what_to_do: >-
  Correct the one that is wrong: it is the same episode.
example:
  year: 2025
  episodes: |
    CHILD  DECOM       PLACE  flagged
    1      01/06/2023  U1     no
    2      01/06/2023  U2     yes
    3      01/06/2023  K3     no
  last_episodes: |
    CHILD  DECOM       PLACE  DEC
    1      01/06/2023  U1     .
    2      01/06/2023  U1     .
    3      01/06/2023  H5     .
*/
-- The public validator allows K3 a year early.

-- episodes
is_first AND last_is_open AND place IS DISTINCT FROM last_place

-- episodes from 2025 to 2025
is_first
AND last_is_open
AND place IS DISTINCT FROM last_place
AND NOT coalesce(place = 'K3' AND last_place = 'H5', false)

-- episodes from 2026 to 2026
is_first
AND last_is_open
AND place IS DISTINCT FROM last_place
AND NOT coalesce(place IN ('Z11', 'Z12', 'Z13', 'Z14') AND last_place = 'Z1', false)
