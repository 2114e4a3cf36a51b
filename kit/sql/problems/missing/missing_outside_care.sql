/*
beside: [episodes]
title: >-
  A child missing who was not looked after in that year
meaning: >-
  The child of a time missing (M) was looked after on no day of the reporting year in which it began; short breaks are
  not care, and a child without an episode is in none.
effect: >-
  The time and the child are in no figure of children who went missing.
what_to_do: >-
  Nothing for a child of short breaks; otherwise check the child, the first day, and the child's episodes.
*/
SELECT
    'missing' AS extract,
    missing.year,
    missing.file,
    missing.row,
    'MIS_START' AS "column",
    strftime(missing.mis_start, '%d/%m/%Y') AS value
FROM missing
JOIN reporting_years ON missing.mis_start BETWEEN reporting_years.first_day AND reporting_years.as_at
ANTI JOIN children_in_care_in_year AS in_care
    ON in_care.child_id = missing.child_id
    AND in_care.reporting_year = reporting_years.year
WHERE NOT missing.superseded
    AND missing.missing = 'M'
