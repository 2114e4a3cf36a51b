/*
code: '527'
severity: error
column: PLACE_PROVIDER
title: >-
  A placement that the council cannot provide
meaning: >-
  PLACE_PROVIDER is PR1, and PLACE is one of P1, R2, R5.
what_to_do: >-
  Correct the provider or the placement.
example:
  year: 2023
  episodes: |
    CHILD  PLACE  PLACE_PROVIDER  flagged
    1      P1     PR1             yes
    2      R3     PR1             no
    3      P1     PR0             no
*/
-- episodes
place_provider = 'PR1' AND place IN ('P1', 'R2', 'R5')
