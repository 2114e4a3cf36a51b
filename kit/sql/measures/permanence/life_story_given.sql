/*
title: Life story book given
kind: share
unit: "%"
sentence: "{value} of children in care for a year or more had their life story book ({numerator} of {denominator})"
counts: >-
  children looked after on the last day of the year whose period of care had begun at least 12 calendar months before
  that day (if the start is not known, the first known day of the period is taken for it); ages are those of that
  day, by the date of birth of the header, otherwise of the child's newest review by then that gives one
included_when: >-
  the child was given the life story book on or before that day, in this period of care or before it, by any loaded
  year's records; a blank day is not given
better: higher
adds_up:
  - denominator = life_story_started.denominator
depends_on: neither
unseen: social workers
breakdowns: [age_band_all]
source: The council's records of life story work; statutory guidance on adoption and on care planning
needs: [care_plans.life_story_given_date]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    age_band_all,
    EXISTS (
        SELECT 1
        FROM care_plans
        WHERE care_plans.child_id = children_in_care.child_id
            AND care_plans.life_story_given_date <= children_in_care.as_at
            AND NOT care_plans.superseded
    ) AS numerator
FROM children_in_care
WHERE start_day + INTERVAL 12 MONTH <= as_at
