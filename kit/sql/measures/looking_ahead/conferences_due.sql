/*
title: Child protection conferences due after 31 March
kind: count
unit: conferences
sentence: After {as_at}, {value} child protection conferences were due
sentence_if_none: The files have no child protection conference that was due after {as_at}
counts: >-
  conferences of the year's own file, one for each child, whose recorded due date is after the last day of the year and
  which were not held by then
better: none
depends_on: neither
breakdowns: [week, conference_kind, iro]
source: Working Together to Safeguard Children (2018); the due date is the council's own record
needs: [protection_conferences]
missing: >-
  A file that holds only conferences due by its last day gives 0: whether later ones are in it, the service knows
checked_on: 2026-11-30
*/
SELECT
    reporting_years.year AS reporting_year,
    conferences.child_id,
    week_due(conferences.due_date, reporting_years.as_at) AS week,
    coalesce(kinds.label, 'Not recorded'::label) AS conference_kind,
    coalesce(conferences.iro_id, 'No officer') AS iro
FROM protection_conferences AS conferences
JOIN reporting_years
    -- What a later file plans was not known that year.
    ON reporting_years.year = conferences.year
    AND conferences.due_date > reporting_years.as_at
LEFT JOIN code_labels AS kinds ON kinds.code_set = 'conference_kind' AND kinds.code = conferences.kind
WHERE conferences.held_date IS NULL
    OR conferences.held_date > reporting_years.as_at
