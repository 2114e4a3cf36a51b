/*
title: Children who have a reviewing officer
kind: share
unit: "%"
sentence: "{value} of children had a reviewing officer on {as_at} ({numerator} of {denominator})"
sentence_if_all: Every child had a reviewing officer on {as_at} ({numerator} of {denominator})
counts: children looked after on the last day of the year
included_when: >-
  an allocation to any officer held that day: start_date by that day, and end_date blank or later (the day on which an
  allocation ends no longer counts). One that the latest file of allocations no longer has, its end_date blank or
  after the last year whose file had it, holds to the end of that year
better: higher
adds_up:
  - denominator = children_looked_after.numerator
depends_on: neither
breakdowns: []
source: Children Act 1989, section 25A, an officer for each child looked after
needs: [allocations]
checked_on: 2026-11-22
*/
SELECT
    children_in_care.reporting_year,
    children_in_care.child_id,
    EXISTS (
        SELECT 1
        FROM year_allocations
        WHERE year_allocations.reporting_year = children_in_care.reporting_year
            AND year_allocations.child_id = children_in_care.child_id
            AND year_allocations.end_day IS NULL
    ) AS numerator
FROM children_in_care
