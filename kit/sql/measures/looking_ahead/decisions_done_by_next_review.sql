/*
title: Decisions carried out by the next review
kind: share
unit: "%"
sentence: >-
  In {year}, {value} of the decisions of reviews were carried out by the next review ({numerator} of {denominator})
counts: >-
  decisions of counted reviews that were followed, in the same period of care, by a next review held in the year. Age
  is the time from the review that decided to the next one
included_when: >-
  the decision was done by the day of the next review, that day included; a blank day is not done, and one before the
  review that decided, which is listed, is by the next
better: higher
depends_on: child
breakdowns: [until_next_review, quarter]
source: >-
  Care Planning, Placement and Case Review (England) Regulations 2010, Schedule 7, whether decisions of the last review
  have been carried out; the council's own record of decisions
needs: [decisions.done_date]
missing: >-
  A decision of which the file of the next review's year has no row is left out and listed, as what became of it is not
  known. One whose child left, or whose next review is not yet held, is in no year. The same decision made again at the
  next review is another one
checked_on: 2026-11-30
*/
SELECT
    reporting_years.year AS reporting_year,
    followed_decisions.child_id,
    until_next_review(followed_decisions.review_day, followed_decisions.next_review_day) AS until_next_review,
    quarter_label(followed_decisions.next_review_day) AS quarter,
    coalesce(followed_decisions.done_date <= followed_decisions.next_review_day, FALSE) AS numerator
FROM followed_decisions
JOIN reporting_years
    ON reporting_years.year = reporting_year_of(followed_decisions.next_review_day)
    AND reporting_years.year BETWEEN followed_decisions.first_year AND followed_decisions.last_year
    AND followed_decisions.next_review_day <= reporting_years.as_at
WHERE followed_decisions.file_year >= reporting_years.year
