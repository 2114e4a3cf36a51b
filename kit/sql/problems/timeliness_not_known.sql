/*
title: >-
  A review whose due date is not known
meaning: >-
  The period of care began before the first loaded year, and no earlier review of it is in the data.
effect: >-
  The review counts as held, and is left out of timeliness.
what_to_do: >-
  Nothing; loading an earlier year makes it known.
*/
SELECT
    'reviews' AS extract,
    reviews.year,
    reviews.file,
    reviews.row,
    'REVIEW' AS "column",
    strftime(reviews.review_date, '%d/%m/%Y') AS value
FROM reviews
JOIN review_occasions
    ON review_occasions.child_id = reviews.child_id AND review_occasions.held_day = reviews.review_date
    AND review_occasions.last_year = (SELECT max(year) FROM reporting_years)
WHERE NOT reviews.superseded
    AND review_occasions.not_known
