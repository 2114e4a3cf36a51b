/*
code: '361'
severity: error
column: DEC
title: >-
  Police protection for more than 72 hours
meaning: >-
  Episodes under L1 that follow on each other last more than three days; an open one lasts to 31
  March.
what_to_do: >-
  Correct the legal status or the days.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       LS  DEC         flagged
    1      01/06/2022  L1  04/06/2022  no
    2      01/06/2022  L1  05/06/2022  yes
    3      01/06/2022  L1  03/06/2022  yes
    3      03/06/2022  L1  06/06/2022  yes
    4      01/06/2022  L1  03/06/2022  no
    4      04/06/2022  L1  06/06/2022  no
*/
-- episodes
ls = 'L1' AND order_days > 3
