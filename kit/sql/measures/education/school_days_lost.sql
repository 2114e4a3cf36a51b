/*
title: School days lost to suspensions
kind: count
unit: school days
sentence: Children in care lost {value} school days to suspension
counts: >-
  the school days of suspensions whose date fell in the year and on a day on which the child was looked after; a part of
  a day counts as one day, and all days of a suspension count in the year in which it began
better: lower
depends_on: child
breakdowns: []
source: The virtual school's record of exclusions
needs: [exclusions.days]
breaks:
  2021: >-
    Schools were open to few children for much of the year, so fewer could be excluded
missing: >-
  A suspension without days, or with a negative number of them, adds none. Permanent exclusions have no number of days
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    unnest(range(ceil(days)::BIGINT)) AS school_day
FROM year_exclusions
WHERE kind = 'suspension'
