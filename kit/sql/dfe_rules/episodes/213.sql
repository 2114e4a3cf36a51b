/*
code: '213'
severity: error
column: PLACE_PROVIDER
title: >-
  Placement provider is not needed
meaning: >-
  PLACE_PROVIDER is given for a temporary placement (T), or from 2026 for another placement (Z11 to
  Z14).
what_to_do: >-
  Leave it blank.
example:
  year: 2023
  episodes: |
    CHILD  PLACE  PLACE_PROVIDER  flagged
    1      T2     PR1             yes
    2      T2     .               no
    3      U1     PR1             no
    4      Z11    PR1             no
*/
-- episodes
is_temporary(place) AND place_provider IS NOT NULL

-- episodes from 2026
(is_temporary(place) OR coalesce(place IN ('Z11', 'Z12', 'Z13', 'Z14'), false)) AND place_provider IS NOT NULL
