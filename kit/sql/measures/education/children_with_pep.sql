/*
title: Children with an education plan (PEP)
kind: share
unit: "%"
sentence: "{value} of children of school age had an education plan ({numerator} of {denominator})"
counts: children looked after on 31 March who were aged 5 to 15 on the 31 August before
included_when: >-
  of the child's plan records with an as-at date in the twelve months up to 31 March (that day included), the one with
  the latest as-at date says up to date, out of date or in progress
better: higher
adds_up:
  - denominator = send_known.denominator
  - numerator = pep_quality.numerator, whole
depends_on: neither
breakdowns: [months_in_care]
source: >-
  Care Planning, Placement and Case Review (England) Regulations 2010, regulation 5; Promoting the education of
  looked-after and previously looked-after children, statutory guidance (2018)
needs: [education_plans.status]
missing: >-
  A child without such a record, or whose record gives no status, counts as having no plan. Time in care is counted in
  calendar months from the start of the period of care: under three months, if the same day three months on (or the
  last of that month) is later than 31 March
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    months_in_care,
    has_pep AS numerator
FROM school_age_children
