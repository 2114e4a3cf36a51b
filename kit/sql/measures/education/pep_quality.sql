/*
title: Quality of PEPs
kind: count
unit: plans
sentence: "{value} education plans were in place on {as_at}"
counts: >-
  children looked after on 31 March who were aged 5 to 15 on the 31 August before and have a Personal Education Plan, by
  the quality that their plan record gives: the one with the latest as-at date in the twelve months up to 31 March (that
  day included), which says up to date, out of date or in progress
better: none
depends_on: neither
breakdowns: [pep_quality]
source: The virtual school's own judgement of each plan
needs: [education_plans.quality, education_plans.status]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    pep_quality
FROM school_age_children
WHERE has_pep
