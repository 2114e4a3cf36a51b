/*
title: Children who took part in none of their reviews
kind: share
unit: "%"
sentence: "{value} of children took part in none of their reviews ({numerator} of {denominator})"
counts: >-
  children with at least one review held in the year at which they were aged 4 or over, with a participation code from
  PN1 to PN7; a child counts once. Age, placement, how the review was held and the reviewing officer are those of the
  last such review of the year; SEN provision and need are those of the child's newest SEND record by the end of the
  year
included_when: >-
  the code of every such review of the year is PN4 (there, did not contribute) or PN7 (absent, no views)
better: lower
adds_up:
  - denominator = children_with_part.denominator
  - numerator = children_with_part.rest
depends_on: neither
breakdowns: [age_band, placement, mode, sen_provision, primary_need, review_iro]
source: >-
  Statutory return (SSDA903): participation code of the review
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    age_band,
    placement,
    mode,
    sen_provision,
    primary_need,
    iro AS review_iro,
    NOT took_part_in_year AS numerator
FROM last_reviews
