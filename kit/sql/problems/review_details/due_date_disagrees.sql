/*
title: >-
  The system gives another due date
meaning: >-
  The due date in the case management system is not the one that the statutory rules give. It is often
  moved when a late review is booked again.
effect: >-
  None: the statutory due date counts.
what_to_do: >-
  Check the start of the period of care and the reviews before it.
*/
SELECT
    'review_details' AS extract,
    details.year,
    details.file,
    details.row,
    'system_due_date' AS "column",
    strftime(details.system_due_date, '%d/%m/%Y') AS value
FROM review_details AS details
JOIN review_occasions
    ON review_occasions.child_id = details.child_id AND review_occasions.held_day = details.review_date
    AND review_occasions.last_year = (SELECT max(year) FROM reporting_years)
WHERE NOT details.superseded
    AND NOT review_occasions.not_known
    AND details.system_due_date <> review_occasions.due_day
