/*
title: >-
  Days of sickness that cannot be right
meaning: >-
  The working days of sickness of an officer in a year are fewer than none, or more than a year has (262 at most).
effect: >-
  Fewer than none are left out; more than a year has are counted as they are given.
what_to_do: >-
  Give the working days of the year of the file.
*/
SELECT
    'iros' AS extract,
    year,
    file,
    row,
    'sickness_days' AS "column",
    sickness_days::VARCHAR AS value
FROM iros
WHERE NOT superseded
    AND sickness_days NOT BETWEEN 0 AND 262
