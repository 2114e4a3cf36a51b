/*
title: >-
  A review outside care, of a child with short breaks
meaning: >-
  The child had short breaks (legal status V3 or V4) and was not otherwise looked after on the day. It
  may be a lawful review under regulation 48.
effect: >-
  The review is left out of every measure.
what_to_do: >-
  Nothing, if it was a review of the short breaks; otherwise check the legal status and the dates.
*/
SELECT
    'reviews' AS extract,
    reviews.year,
    reviews.file,
    reviews.row,
    'REVIEW' AS "column",
    strftime(reviews.review_date, '%d/%m/%Y') AS value
FROM held_reviews AS reviews
SEMI JOIN held_episodes AS breaks ON breaks.child_id = reviews.child_id AND breaks.short_break
WHERE reviews.period IS NULL
    AND reviews.review_date <= (SELECT max(as_at) FROM reporting_years)
