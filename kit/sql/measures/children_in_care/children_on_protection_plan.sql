/*
title: Children with a child protection plan on 31 March
kind: count
unit: children
sentence: "{value} children had a child protection plan on {as_at}"
counts: >-
  children, each once, with a child protection plan that started on the last day of the year or before and whose day
  of ending is blank or later (a plan that ends on that day has ended), looked after or not
better: none
depends_on: neither
breakdowns: []
source: The council's records of child protection plans; Working Together to Safeguard Children
needs: [protection_plans]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id
FROM children_on_protection_plans
