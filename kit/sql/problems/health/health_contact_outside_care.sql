/*
beside: [episodes]
title: >-
  A health contact due outside care
meaning: >-
  The child was not looked after on the day by which it was due.
effect: >-
  A review health assessment is left out of the figures of those due; one completed still says that the child was
  seen.
what_to_do: >-
  Check the due date and the child's episodes; nothing, if the child had left or had not yet come.
*/
SELECT
    'health' AS extract,
    health.year,
    health.file,
    health.row,
    'due_date' AS "column",
    strftime(health.due_date, '%d/%m/%Y') AS value
FROM health
SEMI JOIN children ON children.child_id = health.child_id
ANTI JOIN year_periods
    ON year_periods.child_id = health.child_id
    AND year_periods.reporting_year = (SELECT max(year) FROM reporting_years)
    AND year_periods.start_day <= health.due_date
    AND (year_periods.end_day IS NULL OR year_periods.end_day > health.due_date)
WHERE NOT health.superseded
    AND health.due_date <= (SELECT max(as_at) FROM reporting_years)
