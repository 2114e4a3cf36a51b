/*
title: School exclusions, made and considered
kind: count
unit: exclusions
sentence: Schools excluded children in care, or thought of it, {value} times
counts: >-
  suspensions, permanent exclusions, and exclusions that a school considered and did not make, whose date fell in the
  year and on a day on which the child was looked after
better: none
depends_on: child
breakdowns: [exclusion_kind]
source: The virtual school's record of exclusions
needs: [exclusions]
breaks:
  2021: >-
    Schools were open to few children for much of the year, so fewer could be excluded
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    exclusion_kind
FROM year_exclusions
