/*
title: >-
  Decisions or record sent before the review
meaning: >-
  The day on which the decisions or the record were sent lies before the review itself.
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
    CASE WHEN record_sent_date < review_date THEN 'record_sent_date' ELSE 'decisions_sent_date' END AS "column",
    strftime(least(record_sent_date, decisions_sent_date), '%d/%m/%Y') AS value
FROM review_details
WHERE NOT superseded
    AND (record_sent_date < review_date OR decisions_sent_date < review_date)
