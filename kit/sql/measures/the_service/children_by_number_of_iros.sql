/*
title: Children looked after all year
kind: count
unit: children
sentence: "{value} children were looked after all year and had an officer at each end of it"
counts: >-
  children looked after throughout the year, in one period of care that began by its first day and had not ended by
  its last, who were allocated to an officer (the same or another) on its first day and on its last; by to how many
  different officers their allocations were that held on any day of the year. An allocation holds from start_date to
  the day before end_date; one that the latest file of allocations no longer has, its end_date blank or after the last
  year whose file had it, holds to the end of that year
better: none
adds_up:
  - numerator = children_with_one_iro_all_year.denominator, whole
  - numerator[number_of_iros=One] = children_with_one_iro_all_year.numerator
depends_on: neither
breakdowns: [number_of_iros]
source: IRO Handbook (2010), 7.11, continuity
needs: [allocations]
missing: Children looked after all year without an officer on its first or last day are left out
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    CASE officers WHEN 1 THEN 'One' WHEN 2 THEN 'Two' ELSE 'Three or more' END AS number_of_iros
FROM children_all_year
