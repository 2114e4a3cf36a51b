/*
code: '242'
severity: error
column: URN
title: >-
  A number for regional adoption agencies, at another placement
meaning: >-
  URN is XXXXXXX, and PLACE is neither a placement for adoption (A3 to A6) nor foster care (U1 to U6).
what_to_do: >-
  Give the provider's own number.
example:
  year: 2026
  episodes: |
    CHILD  PLACE  URN      flagged
    1      K2     XXXXXXX  yes
    2      A4     XXXXXXX  no
    3      K2     SC1      no
*/
-- episodes from 2026
urn = 'XXXXXXX' AND coalesce(place NOT IN ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'), true)
