/*
code: '166'
severity: error
column: REVIEW
title: >-
  Day of the review is blank or no date
meaning: >-
  REVIEW is not a date as dd/mm/yyyy.
effect: >-
  A review without a date is left out of every figure; one whose date cannot be read stops the
  report.
what_to_do: >-
  Give the day of the review as dd/mm/yyyy.
example:
  year: 2023
  reviews: |
    CHILD  REVIEW      flagged
    1      01/06/2022  no
    2      31/06/2022  yes
    3      .           yes
*/
-- reviews
review IS NULL
