/*
title: >-
  A health contact of no day
meaning: >-
  It has neither a due date nor a completed date, and no file of a later year has a contact of the same child and kind.
effect: >-
  It is left out of every figure.
what_to_do: >-
  Fill in the day by which it is due, or the one on which it was done; in the next year's file will do as well.
*/
SELECT
    'health' AS extract,
    year,
    file,
    row,
    'due_date' AS "column",
    NULL AS value
FROM health
WHERE NOT superseded
    AND due_date IS NULL
    AND completed_date IS NULL
