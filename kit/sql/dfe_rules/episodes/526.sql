/*
code: '526'
severity: error
column: PLACE_PROVIDER
title: >-
  Placement provider is blank
meaning: >-
  PLACE_PROVIDER is blank, and the placement has one: it is neither temporary (T) nor Z1, from 2026
  Z11 to Z14.
what_to_do: >-
  Give the code of the provider.
example:
  year: 2023
  episodes: |
    CHILD  PLACE  PLACE_PROVIDER  flagged
    1      U1     .               yes
    2      U1     PR1             no
    3      T1     .               no
    4      Z1     .               no
*/
-- episodes
place_provider IS NULL AND NOT is_temporary(place) AND NOT coalesce(place = 'Z1', false)

-- episodes from 2026
place_provider IS NULL
AND NOT is_temporary(place)
AND NOT coalesce(place IN ('Z11', 'Z12', 'Z13', 'Z14'), false)
