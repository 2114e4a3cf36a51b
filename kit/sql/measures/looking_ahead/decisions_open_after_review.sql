/*
title: Decisions still open after a later review
kind: count
unit: decisions
sentence: On {as_at}, {value} decisions of reviews were still open though a later review had been held
sentence_if_none: On {as_at}, no decision of a review was still open after a later one
counts: >-
  decisions of counted reviews not done by the last day of the year, of children looked after that day, at least one
  review of whom was held since in the same period of care. Age is the time from the review that decided to that day
better: lower
depends_on: child
breakdowns: [decision_age]
source: >-
  Care Planning, Placement and Case Review (England) Regulations 2010, Schedule 7, whether decisions of the last review
  have been carried out; the council's own record of decisions
needs: [decisions.done_date]
missing: >-
  A decision that the year's file does not have is not counted: a file should hold every decision that is still open,
  however old
checked_on: 2026-11-30
*/
SELECT
    reporting_year,
    child_id,
    decision_age
FROM open_decisions
