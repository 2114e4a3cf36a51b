/*
code: '378'
severity: error
column: LS
title: >-
  Placed with parents and accommodated
meaning: >-
  PLACE is P1 (with parents) under legal status V2 (section 20).
what_to_do: >-
  Correct the placement or the legal status: a child at home is not accommodated.
example:
  year: 2023
  episodes: |
    CHILD  LS  PLACE  flagged
    1      V2  P1     yes
    2      C2  P1     no
    3      V2  U1     no
*/
-- episodes
place = 'P1' AND ls = 'V2'
