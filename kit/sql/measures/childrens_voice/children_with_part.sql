/*
title: Children who took part in at least one of their reviews
kind: share
unit: "%"
sentence: "{value} of children took part in at least one review ({numerator} of {denominator})"
counts: >-
  children with at least one review held in the year at which they were aged 4 or over, with a participation code from
  PN1 to PN7; a child counts once. Age is that at the last such review of the year; SEN provision is that of the child's
  newest SEND record by the end of the year
included_when: >-
  the code of at least one such review of the year is PN1, PN2, PN3, PN5 or PN6: the child's views were heard in the
  meeting, or sent, or through an advocate
better: higher
depends_on: neither
breakdowns: [age_band, sen_provision]
source: >-
  Statutory return (SSDA903): participation code of the review
missing: >-
  A review without a code or with an unknown one tells nothing and is listed; a child who has no other in the year is
  not counted
checked_on: 2026-11-30
*/
SELECT
    reporting_year,
    child_id,
    age_band,
    sen_provision,
    took_part_in_year AS numerator
FROM last_reviews
