/*
title: Reviews that were due and not held
kind: count
unit: reviews
sentence: "{value} reviews were due and not held"
counts: >-
  occasions that fell due in the year on which no review was held by its last day, of children who were still looked
  after at the end of the due date
better: lower
part_of: reviews_late_reasons
depends_on: child
breakdowns: [occasion]
source: "Statutory return (SSDA903): reviews, episodes and header"
timescales:
  [first_review, second_review, later_review, adoption_first_review, adoption_second_review, adoption_later_review]
missing: >-
  One long gap is one review late or not held, however many it swallowed. What may have been late before the first
  loaded year is not known and not counted
checked_on: 2026-11-30
*/
SELECT
    reporting_year,
    child_id,
    occasion
FROM year_occasions
WHERE outcome = 'missed'
