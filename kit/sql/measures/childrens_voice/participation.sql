/*
title: How the child took part in reviews
kind: count
unit: reviews
sentence: "{value} reviews are set out by how the child took part"
sentences_by:
  participation:
    Attended and spoke: "In {value} of {whole} reviews the child came and spoke"
    Absent, no views: "In {value} the child was absent and sent no views"
counts: >-
  reviews held in the year of children aged 4 or over that day, with a participation code from PN1 to
  PN7
better: none
depends_on: child
breakdowns: [participation]
source: >-
  Statutory return (SSDA903): participation code of the review
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    participation
FROM year_reviews
WHERE age >= 4
    AND participation_code <> 'PN0'
