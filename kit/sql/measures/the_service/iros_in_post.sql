/*
title: Reviewing officers in post
kind: count
unit: officers
sentence: "{value} officers were in post on {as_at}"
counts: >-
  officers of the year's file of iros who were in post on the last day of the year: started_date blank or by that day,
  and left_date blank, that day or later. Ethnicity is that of the file, as a group or as a code of the return
better: none
depends_on: neither
breakdowns: [ethnicity]
source: IRO Handbook (2010), 7.11, the make-up of the team and how it reflects the children
needs: [iros]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    ethnicity
FROM year_officers
WHERE left_day IS NULL OR left_day = as_at
