/*
title: PEPs up to date
kind: share
unit: "%"
sentence: "{value} of education plans (PEPs) were up to date ({numerator} of {denominator})"
counts: >-
  children looked after on 31 March who were aged 5 to 15 on the 31 August before and have a Personal Education Plan: of
  their plan records with an as-at date in the twelve months up to 31 March (that day included), the one with the latest
  as-at date says up to date, out of date or in progress
included_when: that record says up to date
better: higher
adds_up:
  - denominator = children_with_pep.numerator
depends_on: neither
breakdowns: [months_in_care]
source: >-
  Promoting the education of looked-after and previously looked-after children, statutory guidance (2018): a plan is
  reviewed every school term
needs: [education_plans.status]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    months_in_care,
    pep_up_to_date AS numerator
FROM school_age_children
WHERE has_pep
