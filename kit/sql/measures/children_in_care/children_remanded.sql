/*
title: Children on remand
kind: share
unit: "%"
sentence: "{value} of children in care were on remand at some time ({numerator} of {denominator})"
sentence_if_none: No child in care was on remand at any time (0 of {denominator})
counts: children looked after on any day of the year
included_when: on any of those days the legal status was J1, on remand
better: none
depends_on: neither
breakdowns: []
source: >-
  Statutory return (SSDA903): header and episodes; Legal Aid, Sentencing and Punishment of Offenders
  Act 2012, section 104
missing: A day on which the legal status is blank or unknown counts as not on remand
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    remanded AS numerator
FROM children_in_care_in_year
