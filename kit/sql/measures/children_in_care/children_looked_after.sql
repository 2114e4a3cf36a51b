/*
title: Children looked after on 31 March
kind: count
unit: children
sentence: There were {value} children looked after on {as_at}
counts: children inside a period of care on the last day of the year; short breaks (V3, V4) are not counted
better: none
adds_up:
  - numerator ~ numerator before + children_started.numerator - children_ceased.numerator, whole
depends_on: neither
breakdowns: [age_band_all, sex, ethnicity, legal_status, placement]
source: >-
  Statutory return (SSDA903): header and episodes
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    age_band_all,
    sex,
    ethnicity,
    legal_status,
    placement
FROM children_in_care
