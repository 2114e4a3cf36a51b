/*
beside: [episodes]
title: >-
  A school exclusion outside care
meaning: >-
  The child was not looked after on the day of the exclusion.
effect: >-
  It is left out of every measure.
what_to_do: >-
  Check the day and the child's episodes; nothing, if the child had left or had not yet come.
*/
SELECT
    'exclusions' AS extract,
    exclusions.year,
    exclusions.file,
    exclusions.row,
    'excluded_date' AS "column",
    strftime(exclusions.excluded_date, '%d/%m/%Y') AS value
FROM exclusions
SEMI JOIN children ON children.child_id = exclusions.child_id
ANTI JOIN year_periods
    ON year_periods.child_id = exclusions.child_id
    AND year_periods.reporting_year = (SELECT max(year) FROM reporting_years)
    AND year_periods.start_day <= exclusions.excluded_date
    AND (year_periods.end_day IS NULL OR year_periods.end_day > exclusions.excluded_date)
WHERE NOT exclusions.superseded
    AND exclusions.excluded_date <= (SELECT max(as_at) FROM reporting_years)
