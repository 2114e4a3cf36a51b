/*
title: Children looked after when the year's audits began
kind: count
unit: children
sentence: "{value} children were looked after on the day of the first audit"
counts: >-
  children looked after on the earliest day of an audit in the year (of any row of audits), as the year knows it; of
  these the sample is taken to be drawn. Without an audit in the year there are none
better: none
depends_on: neither
breakdowns: []
source: "Statutory return (SSDA903): episodes; the council's audits"
needs: [audits]
checked_on: 2026-11-22
*/
WITH began AS (
    SELECT reporting_year, min(audited_date) AS first_audit
    FROM year_audits
    WHERE audited_in_year
    GROUP BY reporting_year
)
SELECT
    reporting_year,
    year_periods.child_id
FROM began
JOIN year_periods USING (reporting_year)
WHERE year_periods.start_day <= began.first_audit
    AND (year_periods.end_day IS NULL OR year_periods.end_day > began.first_audit)
