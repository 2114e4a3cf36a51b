/*
code: '408'
severity: error
column: LS
title: >-
  Placed for adoption with a placement order, and without one
meaning: >-
  PLACE is A5 or A6, and LS is not E1 (placement order).
what_to_do: >-
  Correct the placement or the legal status.
example:
  year: 2023
  episodes: |
    CHILD  LS  PLACE  flagged
    1      C2  A5     yes
    2      E1  A6     no
    3      C2  A3     no
*/
-- episodes
place IN ('A5', 'A6') AND ls IS DISTINCT FROM 'E1'
