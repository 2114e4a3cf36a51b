/*
title: How PEPs stand
kind: count
unit: children
sentence: "{value} children in care were of school age on {as_at}"
counts: >-
  children looked after on 31 March who were aged 5 to 15 on the 31 August before, by the status of their plan: that of
  their plan record with the latest as-at date in the twelve months up to 31 March (that day included). Not recorded is
  a child without such a record, or whose record gives no status
better: none
adds_up:
  - numerator = children_with_pep.denominator, whole
  - numerator[pep_status=Up to date] = peps_up_to_date.numerator
  - >-
    numerator[pep_status=Up to date] + numerator[pep_status=Out of date] + numerator[pep_status=In progress] =
    children_with_pep.numerator
depends_on: neither
breakdowns: [pep_status]
source: >-
  Promoting the education of looked-after and previously looked-after children, statutory guidance (2018)
needs: [education_plans.status]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    pep_status
FROM school_age_children
