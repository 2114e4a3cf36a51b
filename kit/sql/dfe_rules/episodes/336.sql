/*
code: '336'
severity: error
column: PLACE
title: >-
  Placed for adoption with carers who did not foster the child before
meaning: >-
  PLACE is A3 or A4, and the child's episode before was neither foster care (U1 to U6) nor a placement for adoption.
what_to_do: >-
  Correct this placement or the one before.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       PLACE  flagged
    1      01/06/2022  K2     no
    1      01/07/2022  A3     yes
    2      01/06/2022  U4     no
    2      01/07/2022  A3     no
    3      01/06/2022  A3     no
*/
-- episodes
has_previous
AND place IN ('A3', 'A4')
AND coalesce(previous_place NOT IN ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'), true)
