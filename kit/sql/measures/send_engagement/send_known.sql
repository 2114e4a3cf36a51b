/*
title: School-age children with a SEND record
kind: share
unit: "%"
sentence: We hold a record of needs (SEND) for {numerator} of {denominator} children of school age ({value})
counts: children looked after on the last day of the year who were aged 5 to 15 on the 31 August before
included_when: >-
  there is a SEND record of the child as at that day or before, also one that leaves the provision or the need blank
better: higher
depends_on: neither
breakdowns: []
source: The council's SEND records
needs: [send]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    has_send_record AS numerator
FROM children_in_care
WHERE age_on_31_august BETWEEN 5 AND 15
