/*
code: '178'
severity: error
column: PLACE_PROVIDER
title: >-
  Placement provider is no code of the list, or is given where there is none
meaning: >-
  PLACE_PROVIDER is given and is not one of PR0 to PR5, or is given for a placement that has none.
  Temporary placements (T) and Z1 have none; from 2026 T0 to T3 and Z11 to Z14.
what_to_do: >-
  Use a code of the list, or leave it blank if the placement has no provider.
example:
  year: 2023
  episodes: |
    CHILD  PLACE  PLACE_PROVIDER  flagged
    1      U1     PR1             no
    2      U1     PR9             yes
    3      T0     PR1             yes
    4      Z1     PR1             yes
    5      T0     .               no
    6      U1     .               no
*/
-- episodes
place_provider_invalid
OR (place_provider IS NOT NULL AND (is_temporary(place) OR coalesce(place = 'Z1', false)))

-- episodes from 2026
place_provider_invalid
OR (
    place_provider IS NOT NULL
    AND coalesce(place IN ('T0', 'T1', 'T2', 'T3', 'Z11', 'Z12', 'Z13', 'Z14'), false)
)
