/*
title: Children who stopped taking part
kind: share
unit: "%"
sentence: Of children who took part last year, {value} took no part this year ({numerator} of {denominator})
counts: >-
  children with a review in the year and one in the year before, each held when they were aged 4 or over and with a
  participation code from PN1 to PN7, who took part (PN1, PN2, PN3, PN5 or PN6) in the last such review of the year
  before. The year before is the whole reporting year before this one, and its reviews count as this year knows
  them. Age, placement, how the review was held and the reviewing officer are those of the last such review of this
  year; SEN provision and need are those of the child's newest SEND record by the end of this year
included_when: >-
  the child took no part (PN4 or PN7) in the last such review of this year
better: lower
adds_up:
  - children_began_to_take_part.numerator + rest <= children_never_took_part.rest
  - denominator + children_began_to_take_part.denominator <= children_never_took_part.denominator
depends_on: neither
breakdowns: [age_band, placement, mode, sen_provision, primary_need, review_iro]
source: >-
  Statutory return (SSDA903): participation code of the review
years_before: 1
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
    NOT took_part AS numerator
FROM last_reviews
WHERE took_part_before
