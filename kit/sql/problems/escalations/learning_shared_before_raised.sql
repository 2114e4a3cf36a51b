/*
title: >-
  Learning shared before the escalation was raised
meaning: >-
  The day on which learning from an escalation was shared is before the day on which it was raised.
effect: >-
  It counts as shared, if the escalation was resolved in the year.
what_to_do: >-
  Correct the day that is wrong.
*/
SELECT
    'escalations' AS extract,
    year,
    file,
    row,
    'learning_shared_date' AS "column",
    strftime(learning_shared_date, '%d/%m/%Y') AS value
FROM escalations
WHERE NOT superseded
    AND learning_shared_date < raised_date
