/*
beside: [episodes, reviews]
title: >-
  A decision without a review that counts
meaning: >-
  The statutory return has no review of the child that day, or the review does not count, as for a review outside a
  period of care or of short breaks.
effect: >-
  The decision is in no figure.
what_to_do: >-
  Correct the day of the review or the identifier, or add the review to the return.
*/
SELECT
    'decisions' AS extract,
    decisions.year,
    decisions.file,
    decisions.row,
    'review_date' AS "column",
    strftime(decisions.review_date, '%d/%m/%Y') AS value
FROM decisions
ANTI JOIN held_reviews
    ON held_reviews.child_id = decisions.child_id
    AND held_reviews.review_date = decisions.review_date
    AND held_reviews.period IS NOT NULL
WHERE NOT decisions.superseded
