/*
code: '501'
severity: error
column: DECOM
title: >-
  An episode that began before the one before ended
meaning: >-
  DECOM is before the DEC of the child's episode before.
effect: >-
  Both are one period of care; placement and legal status are those of the episode that began last.
what_to_do: >-
  Correct the day that is wrong.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       DEC         flagged
    1      01/06/2022  02/07/2022  no
    1      01/07/2022  .           yes
    2      01/06/2022  01/07/2022  no
    2      01/07/2022  .           no
*/
-- episodes
decom < previous_dec
