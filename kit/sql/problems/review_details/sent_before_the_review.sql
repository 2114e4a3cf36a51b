/*
title: >-
  Decisions or record sent before the review
meaning: >-
  The day on which the decisions or the record were sent is before the review itself.
effect: >-
  It counts as sent on time.
what_to_do: >-
  Correct the day that is wrong.
*/
SELECT
    'review_details' AS extract,
    year,
    file,
    row,
    'decisions_sent_date' AS "column",
    strftime(decisions_sent_date, '%d/%m/%Y') AS value
FROM review_details
WHERE NOT superseded
    AND decisions_sent_date < review_date
UNION ALL
SELECT
    'review_details',
    year,
    file,
    row,
    'record_sent_date',
    strftime(record_sent_date, '%d/%m/%Y')
FROM review_details
WHERE NOT superseded
    AND record_sent_date < review_date
