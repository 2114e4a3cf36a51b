/*
code: '529'
severity: error
column: PLACE_PROVIDER
title: >-
  A placement that another public body cannot provide
meaning: >-
  PLACE_PROVIDER is PR3, and PLACE is one of A3, A4, A5, A6, K1, K2, P1, U1, U2, U3, U4, U5, U6.
what_to_do: >-
  Correct the provider or the placement.
example:
  year: 2023
  episodes: |
    CHILD  PLACE  PLACE_PROVIDER  flagged
    1      P1     PR3             yes
    2      R3     PR3             no
    3      P1     PR0             no
*/
-- episodes
place_provider = 'PR3' AND place IN ('A3', 'A4', 'A5', 'A6', 'K1', 'K2', 'P1', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6')
