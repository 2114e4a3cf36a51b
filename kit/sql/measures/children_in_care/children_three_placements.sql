/*
title: Children with three or more placements in the year
kind: share
unit: "%"
sentence: "{value} of children had three or more homes in the year ({numerator} of {denominator})"
counts: children looked after on 31 March; ages are those on that day
included_when: >-
  three or more placements of the year, none of them temporary (T0 to T4): the one in which the child was on the first
  day of the year, or if the child was not looked after that day the first one after it, and each that began in the year
  with RNE S, P or B, in any period of care of the child
better: lower
adds_up:
  - denominator = children_looked_after.numerator
depends_on: neither
breakdowns: [age_band_all]
source: "Statutory return (SSDA903): episodes and header"
missing: >-
  A change of legal status, and a move with the same carers (RNE L, T or U), begins no other placement. One without a
  code is a placement like others, and one without a reason (RNE) counts only as the first of the year. The DfE leaves
  out some moves more, so that its figure is nearly and not quite the same
checked_on: 2026-11-30
*/
SELECT
    reporting_year,
    child_id,
    age_band_all,
    coalesce(placements >= 3, FALSE) AS numerator
FROM children_in_care
LEFT JOIN year_placements USING (reporting_year, child_id)
