/*
title: Children whose reviews were all on time
kind: share
unit: "%"
sentence: "{value} of children had no review overdue on any day of the year ({numerator} of {denominator})"
counts: >-
  children looked after on the last day of the year whose period of care was then at least
  {long_enough_for_a_review} old; those whose only occasion in the year is not known are left out
included_when: no review of that period of care was overdue at the end of any day of the year
better: higher
adds_up:
  - denominator <= children_looked_after.numerator
depends_on: neither
breakdowns: []
source: "Statutory return (SSDA903): reviews, episodes and header; after the former national indicator 66"
timescales:
  - long_enough_for_a_review
  - first_review
  - second_review
  - later_review
  - adoption_first_review
  - adoption_second_review
  - adoption_later_review
first_year: >-
  What was due before the first year that is loaded is not known. A child one of whose reviews is not known, and whose
  others were on time, counts as reviewed on time, so that this year's share is higher than it would be
checked_on: 2026-11-22
*/
-- Overdue at the end of some day of the year: from its due date (or 1 April) until held or left behind.
WITH overdue AS (
    SELECT DISTINCT
        children_in_care.reporting_year,
        children_in_care.care_number
    FROM children_in_care
    JOIN review_occasions
        ON review_occasions.care_number = children_in_care.care_number
        AND review_occasions.due_day <= children_in_care.as_at
        AND coalesce(review_occasions.held_day, 'infinity')
            > greatest(review_occasions.due_day, children_in_care.first_day)
        AND coalesce(review_occasions.left_behind_day, 'infinity')
            > greatest(review_occasions.due_day, children_in_care.first_day)
),
not_known AS (
    SELECT reporting_year, care_number
    FROM year_occasions
    GROUP BY ALL
    HAVING bool_and(outcome = 'not known')
)
SELECT
    children_in_care.reporting_year,
    children_in_care.child_id,
    overdue.care_number IS NULL AS numerator
FROM children_in_care
JOIN due_days ON due_days.from_day = children_in_care.start_day
LEFT JOIN overdue USING (reporting_year, care_number)
ANTI JOIN not_known USING (reporting_year, care_number)
WHERE due_days.long_enough_for_a_review <= children_in_care.as_at
