/*
title: >-
  School days of an exclusion that cannot be right
meaning: >-
  An exclusion that was considered and not made has school days, or a suspension has none, less than none or more than
  45, the most that the law allows in a school year.
effect: >-
  Days of what was only considered are not counted; those of a suspension are, as they are given, and without them it
  adds none.
what_to_do: >-
  Correct the days or the kind of exclusion.
*/
SELECT
    'exclusions' AS extract,
    year,
    file,
    row,
    'days' AS "column",
    days::VARCHAR AS value
FROM exclusions
WHERE NOT superseded
    AND (
        (kind = 'considered' AND days <> 0)
        OR (kind = 'suspension' AND (days IS NULL OR days <= 0 OR days > 45))
    )
