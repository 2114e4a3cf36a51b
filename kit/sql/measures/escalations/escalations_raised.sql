/*
title: Escalations raised
kind: count
unit: escalations
sentence: Officers raised {value} concerns (escalations)
counts: escalations raised in the year
better: none
depends_on: officer
breakdowns: [stage_raised, theme, quarter]
source: IRO Handbook (2010), 6.1 to 6.10, the local dispute resolution process
needs: [escalations]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    iro,
    stage_raised,
    theme,
    quarter
FROM year_escalations
WHERE raised_in_year
