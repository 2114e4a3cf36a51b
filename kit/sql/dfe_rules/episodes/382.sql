/*
code: '382'
severity: error
column: PLACE
title: >-
  A temporary placement during short breaks
meaning: >-
  PLACE is T0 to T4, and LS is V3 or V4.
what_to_do: >-
  Correct the placement or the legal status.
example:
  year: 2023
  episodes: |
    CHILD  LS  PLACE  flagged
    1      V3  T1     yes
    2      V4  T4     yes
    3      C2  T1     no
    4      V3  U4     no
*/
-- episodes
is_temporary(place) AND is_short_break(ls)
