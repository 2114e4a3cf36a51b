/*
code: '390'
severity: error
column: REC
title: >-
  Adopted, and not placed for adoption
meaning: >-
  REC is E11 or E12 (adopted), and PLACE is not A3 to A6.
what_to_do: >-
  Correct the reason, or give the placement for adoption.
example:
  year: 2023
  episodes: |
    CHILD  PLACE  REC  flagged
    1      U4     E11  yes
    2      A4     E12  no
    3      U4     E8   no
*/
-- episodes
rec IN ('E11', 'E12') AND coalesce(place NOT IN ('A3', 'A4', 'A5', 'A6'), true)
