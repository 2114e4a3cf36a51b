/*
code: '146'
severity: error
column: PLACE
title: >-
  Placement is no code of the year's list
meaning: >-
  PLACE is given and is no placement that the return of the year knows. K3 came in 2025, Z11 to Z14
  in 2026; H5, P2 and Z1 went in 2026.
effect: >-
  A code of another year counts as what it means; one of no year as not recorded.
what_to_do: >-
  Use a code of the list.
example:
  year: 2025
  episodes: |
    CHILD  PLACE  flagged
    1      K3     no
    2      H5     no
    3      Z11    yes
    4      K9     yes
    5      .      no
*/
-- The public validator's list for 2025 holds k3 in small letters, so that it flags every correct K3.

-- episodes
place_invalid
