/*
code: '367'
severity: error
column: DEC
title: >-
  More than 75 days of short breaks in the year
meaning: >-
  The child's episodes under V3 last more than 75 days of the year together; an open one lasts to 31
  March.
effect: >-
  Short breaks are no period of care, however many.
what_to_do: >-
  Correct the days, or the legal status: so many are not short breaks (regulation 48).
example:
  year: 2023
  episodes: |
    CHILD  DECOM       LS  DEC         flagged
    1      01/06/2022  V3  11/07/2022  yes
    1      01/08/2022  V3  06/09/2022  yes
    1      01/02/2022  V3  01/03/2022  no
    2      01/06/2022  V3  11/07/2022  no
    2      01/08/2022  V3  05/09/2022  no
*/
-- episodes
ls = 'V3'
AND v3_days > 75
AND days_in_year(decom, dec, dec_given, first_day, last_day) > 0
