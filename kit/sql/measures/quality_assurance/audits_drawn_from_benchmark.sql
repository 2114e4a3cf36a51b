/*
title: Children looked after when the benchmark audits began
kind: count
unit: children
sentence: "{value} children were looked after on the day of the first benchmark audit"
counts: >-
  children looked after on the earliest day of an audit of the benchmark wave (as audit_answers_benchmark names it),
  as the year knows it; of these its sample is taken to be drawn. None if the year knows no audit of that wave
better: none
depends_on: neither
breakdowns: []
source: "Statutory return (SSDA903): episodes; the council's audits"
needs: [audits]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    year_periods.child_id
FROM benchmark_waves
JOIN year_periods USING (reporting_year)
WHERE year_periods.start_day <= benchmark_waves.first_audit
    AND (year_periods.end_day IS NULL OR year_periods.end_day > benchmark_waves.first_audit)
