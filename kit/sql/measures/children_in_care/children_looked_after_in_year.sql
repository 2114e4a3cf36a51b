/*
title: Children looked after at any time in the year
kind: count
unit: children
sentence: "{value} children were looked after at some time in the year"
counts: children looked after on any day of the year
better: none
depends_on: neither
breakdowns: []
source: >-
  Statutory return (SSDA903): header and episodes
shown: false
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id
FROM children_in_care_in_year
