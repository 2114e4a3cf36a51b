/*
title: >-
  A decision that the file of the next review's year does not have
meaning: >-
  The review that followed it was held in a later year, whose file of decisions has no row of this decision.
effect: >-
  What became of it by the next review is not known: it is left out of the share carried out by the next review.
what_to_do: >-
  Let each year's file hold the decisions of the year's reviews, those of the review before, and every one still open.
*/
SELECT
    'decisions' AS extract,
    followed_decisions.file_year AS year,
    followed_decisions.file,
    followed_decisions.row,
    'done_date' AS "column",
    NULL AS value
FROM followed_decisions
JOIN reporting_years
    ON reporting_years.year = reporting_year_of(followed_decisions.next_review_day)
    AND reporting_years.year BETWEEN followed_decisions.first_year AND followed_decisions.last_year
    AND followed_decisions.next_review_day <= reporting_years.as_at
SEMI JOIN decisions AS supplied ON supplied.year = reporting_years.year
WHERE followed_decisions.file_year < reporting_years.year
