/*
title: Unaccompanied children on 31 March
kind: count
unit: children
sentence: "{value} children in care on {as_at} had come to the country on their own"
sentence_if_none: No child in care on {as_at} had come to the country alone
counts: >-
  children looked after on the last day of the year whom the return's file of unaccompanied children holds, of that
  year or any other loaded one, a later one too (a child's newest loaded row counts), with no day of ceasing to be
  unaccompanied (DUC) or one after that day
better: none
adds_up:
  - numerator <= children_unaccompanied_in_year.numerator
depends_on: neither
breakdowns: []
source: >-
  Statutory return (SSDA903): file of unaccompanied children (UASC); Children Act 1989, section 20
needs: [uasc]
missing: >-
  a year without the file of unaccompanied children is not supplied, which does not say that there were none
checked_on: 2026-11-22
*/
SELECT
    children_in_care.reporting_year,
    children_in_care.child_id
FROM children_in_care
JOIN uasc ON uasc.child_id = children_in_care.child_id AND NOT uasc.superseded
WHERE uasc.duc IS NULL
    OR uasc.duc > children_in_care.as_at
