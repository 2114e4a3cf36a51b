/*
code: '365'
severity: error
column: DEC
title: >-
  A short break of more than 17 days
meaning: >-
  An episode under V3 lasts more than 17 days; an open one lasts to 31 March.
effect: >-
  Short breaks are no period of care, however long.
what_to_do: >-
  Correct the days, or the legal status: a longer stay is not a short break (regulation 48).
example:
  year: 2023
  episodes: |
    CHILD  DECOM       LS  DEC         flagged
    1      01/06/2022  V3  18/06/2022  no
    2      01/06/2022  V3  19/06/2022  yes
    3      01/06/2022  V3  .           yes
    4      01/06/2022  V2  19/06/2022  no
*/
-- episodes
ls = 'V3' AND until(dec, dec_given, last_day) > decom + 17
