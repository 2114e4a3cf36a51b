/*
code: '550'
severity: error
column: PLACE_PROVIDER
title: >-
  Parents as provider of another placement
meaning: >-
  PLACE_PROVIDER is PR0 (parents), and PLACE is not P1 (with parents).
what_to_do: >-
  Correct the provider or the placement.
example:
  year: 2023
  episodes: |
    CHILD  PLACE  PLACE_PROVIDER  flagged
    1      P1     PR0             no
    2      U1     PR0             yes
    3      U1     PR1             no
*/
-- episodes
place_provider = 'PR0' AND place IS DISTINCT FROM 'P1'
