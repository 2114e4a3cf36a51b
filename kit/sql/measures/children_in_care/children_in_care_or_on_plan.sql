/*
title: Children looked after or with a child protection plan on 31 March
kind: count
unit: children
sentence: "{value} children were looked after or had a child protection plan on {as_at}"
counts: >-
  children, each once, who on the last day of the year were looked after or had a child protection plan (it started
  that day or before, and its day of ending is blank or later: a plan that ends on that day has ended); a child with
  both is one child if both files give the same identifier
better: none
adds_up:
  - >-
    numerator[care_or_plan=Looked after only] + numerator[care_or_plan=Looked after and protection plan] =
    children_looked_after.numerator
  - >-
    numerator[care_or_plan=Protection plan only] + numerator[care_or_plan=Looked after and protection plan] =
    children_on_protection_plan.numerator
depends_on: neither
breakdowns: [care_or_plan]
source: >-
  Statutory return (SSDA903); the council's records of child protection plans; Working Together to Safeguard Children
needs: [protection_plans]
checked_on: 2026-11-22
*/
SELECT
    coalesce(in_care.reporting_year, with_plan.reporting_year) AS reporting_year,
    coalesce(in_care.child_id, with_plan.child_id) AS child_id,
    CASE
        WHEN with_plan.child_id IS NULL THEN 'Looked after only'
        WHEN in_care.child_id IS NULL THEN 'Protection plan only'
        ELSE 'Looked after and protection plan'
    END AS care_or_plan
FROM children_in_care AS in_care
FULL JOIN children_on_protection_plans AS with_plan
    ON with_plan.child_id = in_care.child_id AND with_plan.reporting_year = in_care.reporting_year
