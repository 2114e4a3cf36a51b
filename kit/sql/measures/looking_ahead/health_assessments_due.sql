/*
title: Health assessments due after 31 March
kind: count
unit: assessments
sentence: After {as_at}, {value} health assessments were due
sentence_if_none: The files have no health assessment that was due after {as_at}
counts: >-
  initial and review health assessments of the year's own file, of children looked after on the last day of the year,
  whose recorded due date is after that day and which were neither completed by then nor refused or cancelled
better: none
depends_on: neither
breakdowns: [week]
source: >-
  Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7; the due date is the council's own
  record
needs: [health]
missing: >-
  A file that holds only assessments due by its last day gives 0: whether later ones are in it, the service knows
checked_on: 2026-11-30
*/
SELECT
    reporting_years.year AS reporting_year,
    health.child_id,
    week_due(health.due_date, reporting_years.as_at) AS week
FROM health
JOIN reporting_years
    -- What a later file plans was not known that year.
    ON reporting_years.year = health.year
    AND health.due_date > reporting_years.as_at
SEMI JOIN children_in_care
    ON children_in_care.child_id = health.child_id
    AND children_in_care.reporting_year = health.year
WHERE health.kind IN ('initial health assessment', 'review health assessment')
    AND coalesce(health.status, '') NOT IN ('refused', 'cancelled')
    AND (health.completed_date IS NULL OR health.completed_date > reporting_years.as_at)
