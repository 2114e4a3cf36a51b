/*
code: '363'
severity: error
column: DEC
title: >-
  A child assessment order for more than 7 days
meaning: >-
  Episodes under L3 that follow on each other last more than 7 days; an open one lasts to 31 March.
what_to_do: >-
  Correct the legal status or the days.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       LS  DEC         flagged
    1      01/06/2022  L3  08/06/2022  no
    2      01/06/2022  L3  09/06/2022  yes
*/
-- The public validator adds up the episodes in the order of the file.

-- episodes
ls = 'L3' AND order_days > 7
