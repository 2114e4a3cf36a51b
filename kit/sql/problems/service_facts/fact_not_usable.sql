/*
title: >-
  A fact whose numbers cannot be right
meaning: >-
  It has no number, is so many of none, or fewer than none or more than the number that it is of.
effect: >-
  Without a number it is not known, and of none it has no cases; otherwise it counts as it is given.
what_to_do: >-
  Give or correct its numbers.
*/
SELECT
    'service_facts' AS extract,
    year,
    file,
    row,
    CASE WHEN numerator IS NULL OR numerator < 0 THEN 'numerator' ELSE 'denominator' END AS "column",
    CASE WHEN numerator < 0 THEN numerator WHEN numerator IS NOT NULL THEN denominator END::VARCHAR AS value
FROM service_facts
WHERE NOT superseded
    AND (
        numerator IS NULL
        OR denominator <= 0
        OR numerator > denominator
        OR (numerator < 0 AND denominator IS NOT NULL)
    )
