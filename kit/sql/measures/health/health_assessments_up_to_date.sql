/*
title: Children whose health assessment is up to date
kind: share
unit: "%"
sentence: "{numerator} of {denominator} children had a health check that was up to date ({value})"
counts: >-
  children looked after on 31 March whose period of care was by then at least {initial_health_assessment} old (the
  last of these days, counted from its start, is 31 March or earlier) and whose date of birth is known
included_when: >-
  an initial or review health assessment was completed by 31 March, and that day plus
  {review_health_assessment_under_5} (children under 5 on 31 March) or {review_health_assessment} (children of 5 and
  over) is 31 March or later
better: higher
depends_on: neither
breakdowns: [health_age]
source: >-
  Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7, every six months under 5 and
  every twelve from 5
timescales: [initial_health_assessment, review_health_assessment_under_5, review_health_assessment]
needs: [health]
breaks:
  2021: >-
    In the pandemic health checks were put off, or held by phone or video. A fall says little of the service
missing: >-
  Due dates play no part, and a completed assessment without one counts, whichever year's file it is in. A
  completed date on an assessment marked refused or cancelled is not used, so that a child who refused is not up to
  date here, and neither is one of whom nothing is recorded
checked_on: 2026-11-22
*/
WITH due AS (
    SELECT
        children_in_care.reporting_year,
        children_in_care.child_id,
        children_in_care.as_at,
        health_age(completed_years(birth_dates.dob, children_in_care.as_at)) AS health_age,
        max(valid.review_health_assessment_under_5) AS valid_under_5,
        max(valid.review_health_assessment) AS valid_from_5
    FROM children_in_care
    JOIN birth_dates
        ON birth_dates.child_id = children_in_care.child_id
        AND birth_dates.reporting_year = children_in_care.reporting_year
    JOIN due_days AS enough
        ON enough.from_day = children_in_care.start_day
        AND enough.initial_health_assessment <= children_in_care.as_at
    LEFT JOIN health_contacts
        ON health_contacts.child_id = children_in_care.child_id
        AND health_contacts.reporting_year = children_in_care.reporting_year
        AND health_contacts.kind <> 'dental'
    LEFT JOIN due_days AS valid ON valid.from_day = health_contacts.done_day
    GROUP BY ALL
)

SELECT
    reporting_year,
    child_id,
    health_age,
    coalesce(CASE WHEN health_age = 'Under 5' THEN valid_under_5 ELSE valid_from_5 END >= as_at, FALSE) AS numerator
FROM due
