/*
title: Children excluded from school
kind: share
unit: "%"
sentence: "{numerator} of {denominator} school-age children were suspended or excluded ({value})"
counts: >-
  children looked after on any day of the year who were aged 5 to 15 on the last 31 August before its last day
included_when: >-
  a suspension or a permanent exclusion is dated in the year, on a day on which the child was looked after
better: lower
depends_on: neither
breakdowns: []
source: The virtual school's record of exclusions
needs: [exclusions]
breaks:
  2021: >-
    Schools were open to few children for much of the year, so fewer could be excluded
missing: Exclusions that a school considered and did not make are not counted here
checked_on: 2026-11-22
*/
SELECT
    children_in_care_in_year.reporting_year,
    children_in_care_in_year.child_id,
    count(year_exclusions.child_id) > 0 AS numerator
FROM children_in_care_in_year
JOIN reporting_years ON reporting_years.year = children_in_care_in_year.reporting_year
JOIN birth_dates
    ON birth_dates.child_id = children_in_care_in_year.child_id
    AND birth_dates.reporting_year = children_in_care_in_year.reporting_year
LEFT JOIN year_exclusions
    ON year_exclusions.child_id = children_in_care_in_year.child_id
    AND year_exclusions.reporting_year = children_in_care_in_year.reporting_year
    AND year_exclusions.kind <> 'considered'
WHERE completed_years(birth_dates.dob, last_31_august(reporting_years.as_at)) BETWEEN 5 AND 15
GROUP BY
    children_in_care_in_year.reporting_year,
    children_in_care_in_year.child_id
