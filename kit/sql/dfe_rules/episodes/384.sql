/*
code: '384'
severity: error
column: PLACE
title: >-
  Long-term fostering during short breaks
meaning: >-
  PLACE is U1 or U4 (long-term foster care), and LS is V3 or V4.
what_to_do: >-
  Correct the placement or the legal status.
example:
  year: 2023
  episodes: |
    CHILD  LS  PLACE  flagged
    1      V3  U1     yes
    2      V4  U4     yes
    3      C2  U1     no
    4      V3  U6     no
*/
-- episodes
place IN ('U1', 'U4') AND is_short_break(ls)
