/*
title: Child protection conferences held on time
kind: share
unit: "%"
sentence: "{value} of child protection conferences were on time ({numerator} of {denominator})"
counts: >-
  child protection conferences due in the year, held or not, about children looked after or not, one for each child,
  kind and due date; one whose kind is neither initial nor review is left out; quarters are those of the due date
included_when: >-
  the conference was held on or before the day by which the record says that it was due; a blank day is not held
better: higher
depends_on: child
breakdowns: [conference_kind, quarter]
source: >-
  Working Together to Safeguard Children: an initial conference within 15 working days of the strategy discussion, the
  first review within 3 months, later ones within 6 months; the due date is the council's
needs: [protection_conferences.held_date]
checked_on: 2026-11-22
*/
SELECT
    reporting_years.year AS reporting_year,
    conferences.child_id,
    kinds.label AS conference_kind,
    quarter_label(conferences.due_date) AS quarter,
    coalesce(conferences.held_date <= conferences.due_date, FALSE) AS numerator
FROM protection_conferences AS conferences
JOIN reporting_years ON conferences.due_date BETWEEN reporting_years.first_day AND reporting_years.as_at
JOIN code_labels AS kinds ON kinds.code_set = 'conference_kind' AND kinds.code = conferences.kind
WHERE NOT conferences.superseded
