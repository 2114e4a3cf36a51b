/*
title: Children with the same reviewing officer all year
kind: share
unit: "%"
sentence: "{value} of children in care all year kept the same officer ({numerator} of {denominator})"
counts: >-
  children looked after throughout the year, in one period of care that began by its first day and had not ended by
  its last, who were allocated to an officer (the same or another) on its first day and on its last
included_when: >-
  all of the child's allocations that held on any day of the year are to one officer. An allocation holds from
  start_date to the day before end_date; one that the latest file of allocations no longer has, its end_date blank or
  after the last year whose file had it, holds to the end of that year
better: higher
depends_on: neither
breakdowns: []
source: IRO Handbook (2010), 7.11, continuity
needs: [allocations]
missing: Children looked after all year without an officer on its first or last day are left out
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    officers = 1 AS numerator
FROM children_all_year
