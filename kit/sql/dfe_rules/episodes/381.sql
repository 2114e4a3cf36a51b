/*
code: '381'
severity: error
column: PLACE
title: >-
  A temporary placement that ends a time in care
meaning: >-
  PLACE is T0 to T4, and REC says that the time in care ended.
what_to_do: >-
  Give the placement to which the child returned, or correct the reason.
example:
  year: 2023
  episodes: |
    CHILD  PLACE  REC  flagged
    1      T1     E8   yes
    2      T1     X1   no
    3      T1     .    no
    4      U1     E8   no
*/
-- episodes
is_temporary(place) AND rec <> 'X1'
