/*
title: >-
  An escalation resolved before it was raised
meaning: >-
  The day on which it was resolved is before the day on which it was raised.
effect: >-
  It is left out of the days that escalations took. It counts in every other figure by the days as they are given, also
  as resolved on time; resolved in a year before the one in which it was raised, it is among those resolved in no year.
what_to_do: >-
  Correct the day that is wrong.
*/
SELECT
    'escalations' AS extract,
    year,
    file,
    row,
    'resolved_date' AS "column",
    strftime(resolved_date, '%d/%m/%Y') AS value
FROM escalations
WHERE NOT superseded
    AND resolved_date < raised_date
