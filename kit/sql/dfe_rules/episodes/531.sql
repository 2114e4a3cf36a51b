/*
code: '531'
severity: error
column: PLACE_PROVIDER
title: >-
  A placement that a voluntary provider cannot provide
meaning: >-
  PLACE_PROVIDER is PR5, and PLACE is P1.
what_to_do: >-
  Correct the provider or the placement.
example:
  year: 2023
  episodes: |
    CHILD  PLACE  PLACE_PROVIDER  flagged
    1      P1     PR5             yes
    2      R3     PR5             no
    3      P1     PR0             no
*/
-- episodes
place_provider = 'PR5' AND place = 'P1'
