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
FROM held_reviews AS reviews
JOIN care_chains
    ON care_chains.care_number = reviews.care_number
    AND care_chains.first_review_day = reviews.review_date
-- A placement for adoption before the review replaced what was due.
ANTI JOIN adoption_changes
    ON adoption_changes.care_number = care_chains.care_number
    AND adoption_changes.event = 'placed'
    AND adoption_changes.day < reviews.review_date
WHERE care_chains.history_missing
    AND reviews.review_date <= care_chains.due_without_history
