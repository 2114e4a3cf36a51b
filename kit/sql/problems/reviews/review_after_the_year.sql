/*
title: >-
  A review after the last day of the years loaded
meaning: >-
  The review is dated after 31 March of the year reported, which knows nothing later.
effect: >-
  It is in no figure of this report; if it is held then, it counts in its own year.
what_to_do: >-
  Check the date if it is in the future.
*/
SELECT
    'reviews' AS extract,
    year,
    file,
    row,
    'REVIEW' AS "column",
    strftime(review_date, '%d/%m/%Y') AS value
FROM held_reviews
WHERE review_date > (SELECT max(as_at) FROM reporting_years)
