/*
beside: [episodes]
title: >-
  A review outside care
meaning: >-
  The child was not looked after on the day of the review, or the return holds no episode of care of
  the child.
effect: >-
  The review is left out of every measure.
what_to_do: >-
  Check the date of the review, and the start and end of the episodes.
*/
SELECT
    'reviews' AS extract,
    reviews.year,
    reviews.file,
    reviews.row,
    'REVIEW' AS "column",
    strftime(reviews.review_date, '%d/%m/%Y') AS value
FROM held_reviews AS reviews
ANTI JOIN held_episodes AS breaks ON breaks.child_id = reviews.child_id AND breaks.short_break
WHERE reviews.period IS NULL
    AND reviews.review_date <= (SELECT max(as_at) FROM reporting_years)
