/*
beside: [review_details]
title: >-
  A review without details
meaning: >-
  The statutory return holds the review, and the year has review details, but none of this review.
effect: >-
  It is left out of the measures that need them.
what_to_do: >-
  Add the review to the review details.
*/
SELECT
    'reviews' AS extract,
    reviews.year,
    reviews.file,
    reviews.row,
    'REVIEW' AS "column",
    strftime(reviews.review_date, '%d/%m/%Y') AS value
FROM held_reviews AS reviews
SEMI JOIN review_details ON review_details.year = reviews.year
ANTI JOIN review_details AS details
    ON details.child_id = reviews.child_id
    AND details.review_date = reviews.review_date
    AND NOT details.superseded
WHERE reviews.period IS NOT NULL
    AND reviews.review_date >= (SELECT min(first_day) FROM reporting_years)
