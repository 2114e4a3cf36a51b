/*
title: Reviews held on time
kind: share
unit: "%"
sentence: In {year}, {value} of reviews were on time ({numerator} of {denominator})
counts: >-
  occasions on which a review was held or fell due in the year; those whose earlier reviews are not
  known are left out
included_when: the review was held on or before its due date
better: higher
breakdowns: [occasion, age_band_all, quarter]
source: >-
  Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33; Adoption
  Agencies Regulations 2005, regulation 36
breaks:
  2021: >-
    From 24 April to 25 September 2020 SI 2020/445 relaxed when later reviews had to be held; these figures count by
    the usual six months throughout.
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    occasion,
    age_band_all,
    quarter,
    outcome = 'on time' AS numerator
FROM year_occasions
WHERE outcome <> 'not known'
