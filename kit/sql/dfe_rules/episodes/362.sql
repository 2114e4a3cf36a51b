/*
code: '362'
severity: error
column: DEC
title: >-
  An emergency protection order for more than 21 days
meaning: >-
  Episodes under L2 that follow on each other last more than 21 days; an open one lasts to 31 March.
what_to_do: >-
  Correct the legal status or the days.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       LS  DEC         flagged
    1      01/06/2022  L2  22/06/2022  no
    2      01/06/2022  L2  23/06/2022  yes
    3      01/06/2022  L2  .           yes
    4      01/06/2022  L2  20/06/2022  yes
    4      10/06/2022  L1  12/06/2022  no
    4      20/06/2022  L2  24/06/2022  yes
*/
-- The order is what lasts: an episode of another order that overlaps it (child 4) does not end it. The public validator
-- looks at the next episode alone, so that it misses the second part.
-- episodes
ls = 'L2' AND order_days > 21
