/*
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
FROM reviews
JOIN counted_reviews
    ON counted_reviews.child_id = reviews.child_id
    AND counted_reviews.review_day = reviews.review_date
    AND counted_reviews.last_year = (SELECT max(year) FROM reporting_years)
SEMI JOIN review_details ON review_details.year = reviews.year
WHERE NOT reviews.superseded
    AND NOT counted_reviews.has_details
    AND reviews.review_date >= (SELECT min(first_day) FROM reporting_years)
